import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { CarriedNumber, SiteReport } from '#core/report.ts';
import { FIRST_LEG, SECOND_LEG } from '../site/pass-along/pass-along.ts';
import { carriedOn, COMPANIES, inTwelveForms, type Planned } from '../site/pass-along/plan.ts';
import { until } from '../support/until.ts';
import { askView, behaviour, type World } from './world.ts';

async function passed(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => document.title.endsWith(': passed'), { timeout: 60_000 });
}

function asText(recipient: string, { form, as, parameter }: Pick<CarriedNumber, 'form' | 'as' | 'parameter'>): string {
  return `${recipient} ${as} ${parameter ?? '-'} ${form ?? '-'}`;
}

function domainOf(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

function planned(all: readonly Planned[]): readonly string[] {
  return all.map(({ url, expect: wanted }) => asText(domainOf(url), wanted)).toSorted();
}

/** Who got a number on a site's pages, as it is told there. */
function got({ events }: SiteReport, number: string): readonly string[] {
  return events
    .flatMap((line) =>
      (line.type === 'request' || line.type === 'told') && line.recipient !== SECOND_LEG
        ? line.carried
            .filter((one) => one.number === number && one.as !== 'cookie')
            .map((one) => asText(line.recipient, one))
        : [],
    )
    .toSorted();
}

async function siteOf({ browser }: World, host: string): Promise<SiteReport> {
  const report = await askView(browser, 'siteReport', { domain: host, events: 2000 });
  if (!report) throw new Error(`Nothing is known of ${host}`);
  return report as SiteReport;
}

describe('a number that is sent on', () => {
  behaviour('is found in twelve forms, at four companies, over two sites', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${FIRST_LEG}/`, { waitUntil: 'load' });
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
    await passed(page, `https://${FIRST_LEG}/pass`);
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`a[href*="${SECOND_LEG}"]`)]);
    await page.waitForFunction(() => document.title.endsWith(': passed'), { timeout: 60_000 });
    const [number = '', ...others] = sites.passAlong.given;
    expect(others).toEqual([]);
    const [first, second] = [inTwelveForms(number), carriedOn(number)];
    await until('all to be told', async () => {
      const found = [got(await siteOf(world, FIRST_LEG), number), got(await siteOf(world, SECOND_LEG), number)];
      return found[0]?.length === first.length && found[1]?.length === second.length;
    }).catch(() => null);
    const report = await siteOf(world, FIRST_LEG);
    expect(got(report, number)).toEqual(planned(first));
    expect(got(await siteOf(world, SECOND_LEG), number)).toEqual(planned(second));

    // Each of the companies by its name, with the forms it got the number in, and where else it got it.
    const recipients = report.numbers.find((one) => one.number === number)?.recipients ?? [];
    const companies = recipients.filter(({ company }) => company !== null);
    expect(new Set(companies.map(({ company }) => company?.name))).toEqual(new Set(Object.keys(COMPANIES)));
    expect(companies).toHaveLength(Object.keys(COMPANIES).length);
    // The other site got it in the link, and where the browser shows referrers from its own page once more.
    const ways = browser.name === 'firefox' ? ['address', 'referrer'] : ['address'];
    expect(recipients.find(({ domain }) => domain === SECOND_LEG)).toMatchObject({ as: ways, forms: ['as-such'] });
    for (const { domain, forms, requests, on } of companies) {
      const here = first.filter(({ url }) => domainOf(url) === domain);
      const there = second.filter(({ url }) => domainOf(url) === domain);
      expect(new Set(forms)).toEqual(new Set([...here, ...there].map((one) => one.expect.form)));
      expect(requests).toBe(here.length + there.length);
      expect(on).toEqual(there.length > 0 ? [SECOND_LEG] : []);
    }
  });

  behaviour('in a link is told with the site that it came from', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${FIRST_LEG}/`, { waitUntil: 'load' });
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`a[href*="${SECOND_LEG}"]`)]);
    const { events } = await reportUntil(
      page,
      'the visit, and what the link brought along',
      (seen) =>
        seen.events.some((line) => line.type === 'request' && line.resource === 'main_frame') &&
        seen.events.some((line) => line.type === 'visit'),
    );
    // Whose link ID it is, by the name of its parameter, and from where to where.
    const visit = events.find((line) => line.type === 'visit');
    expect(visit).toMatchObject({ address: { parameters: ['visitor', 'gclid'] }, from: FIRST_LEG });
    // And the first site's own number.
    const line = events.find((one) => one.type === 'request' && one.resource === 'main_frame');
    const [number = ''] = sites.passAlong.given;
    expect(line).toMatchObject({ carried: [{ number, of: FIRST_LEG, parameter: 'visitor', form: 'as-such' }] });
    expect(JSON.stringify(events)).not.toContain('Cj0KCQ');
  });

  behaviour('in a referrer is found where the browser shows it: Chromium shows it to nobody', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${FIRST_LEG}/`, { waitUntil: 'load' });
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
    const [number = ''] = sites.passAlong.given;
    await passed(page, `https://${SECOND_LEG}/?visitor=${number}`);
    // The second site's page asks its own site for more, which sees the page's address, and in it the number.
    await page.evaluate(async () => void (await fetch('/more')));
    const asked = sites.proxyLog.find(({ url }) => url === `https://${SECOND_LEG}/more`);
    expect(asked?.headers['referer']).toContain(number);
    const onFirst = await until('who got it', async () => {
      const { numbers } = await siteOf(world, FIRST_LEG);
      return numbers[0]?.recipients.find(({ domain }) => domain === SECOND_LEG);
    });
    await until('the last that is sent', async () => {
      const { events } = await siteOf(world, SECOND_LEG);
      return got({ events } as SiteReport, number).length >= carriedOn(number).length;
    });
    expect(onFirst.as).toContain('address');
    const { numbers } = await siteOf(world, FIRST_LEG);
    const ways = numbers[0]?.recipients.find(({ domain }) => domain === SECOND_LEG)?.as;
    expect(ways?.includes('referrer')).toBe(browser.name === 'firefox');
  });

  behaviour('is not claimed in 1,000 requests that hold what resembles it', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${FIRST_LEG}/`, { waitUntil: 'load' });
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
    await passed(page, `https://${FIRST_LEG}/control`);
    expect(sites.passAlong.arrived.length).toBe(1000);
    // What is sent last is told last: then all that was before was looked through.
    await passed(page, `https://${FIRST_LEG}/pass`);
    const [number = ''] = sites.passAlong.given;
    const wanted = planned(inTwelveForms(number));
    await until('what was sent last', async () => got(await siteOf(world, FIRST_LEG), number).length >= wanted.length);
    expect(got(await siteOf(world, FIRST_LEG), number)).toEqual(wanted);
  });
});
