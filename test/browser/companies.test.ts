import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { CompanyReport } from '#core/company-report.ts';
import { FIRST_LEG, SECOND_LEG } from '../site/pass-along/pass-along.ts';
import { until } from '../support/until.ts';
import { askView, behaviour, numbersNamed, type World } from './world.ts';

const NEWS = 'northwind-news.example';
const COPPER = 'copperkettle.example';
const TRACKER = 'bluebird-metrics.example';

/** Waits until what is known of a company is as it should be, and returns it. */
async function companyUntil(
  { browser }: World,
  domain: string,
  seen: (report: CompanyReport) => boolean,
): Promise<CompanyReport> {
  return await until(`what ${domain} knows`, async () => {
    const report = await askView<CompanyReport | null>(browser, 'company', { domain });
    return report !== null && seen(report) && report;
  });
}

/** The words of a page's beginning, once it has them. */
async function leadOf(page: Page): Promise<string> {
  await page.waitForSelector('main .page-lead h1');
  return await page.evaluate(() => {
    const lead = document.querySelector('main .page-lead')?.textContent ?? '';
    return lead.replaceAll(/\s+/gu, ' ');
  });
}

/** The sites of a company's page, in order. */
async function sitesShown(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => [...document.querySelectorAll('main tbody .who')].map((link) => link.textContent));
}

describe('a company', () => {
  behaviour(
    'with one cookie for all sites is said to know the person by it on each, and can be found by the keyboard alone',
    async (world) => {
      const { sites, browser, open, reportUntil } = world;
      const pages = [await open(`https://${NEWS}/`), await open(`https://${COPPER}/`)];
      const given = new Set<string>();
      for (const page of pages) {
        const seen = await reportUntil(
          page,
          'the third party’s number',
          (one) => numbersNamed(one, 'bbid').length === 1,
        );
        for (const { number } of numbersNamed(seen, 'bbid')) given.add(number);
      }
      const report = await companyUntil(world, TRACKER, ({ sites: known }) => known.length === 2);
      expect(report).toMatchObject({ sites: [COPPER, NEWS], joined: 'all' });

      const options = await browser.optionsPage('#/companies');
      await options.waitForSelector(`main a[href="#/company/${TRACKER}"]`);
      expect(await sitesShown(options)).toContain(TRACKER);
      await options.focus(`main a[href="#/company/${TRACKER}"]`);
      await options.keyboard.press('Enter');
      await options.waitForSelector('main tbody a[href="#/site/copperkettle.example"]');
      const [, number] = /It knows you as (\S+) on 2 sites\./u.exec(await leadOf(options)) ?? [];
      // It has several cookies on both; of the one in its pictures it wrote down where it was sent.
      expect(report.groups[0]?.numbers.map((one) => one.number)).toContain(number);
      const [bbid, ...others] = given;
      expect(others).toEqual([]);
      const logged = sites.tracker.numbers.find((one) => one.number === bbid);
      expect(logged?.sites.toSorted()).toEqual([COPPER, NEWS]);
      await options.focus('main tbody a[href="#/site/copperkettle.example"]');
      await options.keyboard.press('Enter');
      await options.waitForSelector('main .site-head');
      expect(await leadOf(options)).toContain(COPPER);
    },
    { thirdPartyCookies: 'allowed' },
  );

  behaviour('whose cookies the browser keeps apart is said not to be able to join the sites by them', async (world) => {
    const { browser, open } = world;
    await open(`https://${NEWS}/`);
    await open(`https://${COPPER}/`);
    const own = ({ groups }: CompanyReport): readonly string[] =>
      groups.flatMap(({ numbers }) => numbers.flatMap((one) => (one.own && one.name === '__Host-bbp' ? one.site : [])));
    const report = await companyUntil(world, TRACKER, (known) => new Set(own(known)).size === 2);
    expect(report).toMatchObject({ joined: 'none', as: null, sites: [COPPER, NEWS] });
    const options = await browser.optionsPage(`#/company/${TRACKER}`);
    expect(await leadOf(options)).toContain('By these alone it cannot tell that you are one person.');
  });

  behaviour('that got one site’s number there and on another is said to know the person on both', async (world) => {
    const { browser, sites, reportUntil } = world;
    const page = await browser.newPage();
    await page.goto(`https://${FIRST_LEG}/`, { waitUntil: 'load' });
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
    const [number = ''] = sites.passAlong.given;
    for (const url of [`https://${FIRST_LEG}/pass`, `https://${SECOND_LEG}/?visitor=${number}`]) {
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForFunction(() => document.title.endsWith(': passed'), { timeout: 60_000 });
    }
    const both = { as: number, sites: [FIRST_LEG, SECOND_LEG], joined: 'all' };
    const bing = await companyUntil(world, 'bing.com', ({ sites: known }) => known.length === 2);
    expect(bing).toMatchObject({ ...both, name: 'Bing Ads', numbers: [number] });
    expect(bing.groups[0]?.numbers).toMatchObject([{ own: false, forms: ['as-such', 'base64', 'md5'], requests: 4 }]);
    // A digest of the number is the same wherever it is taken.
    const pinterest = await companyUntil(world, 'pinterest.com', ({ sites: known }) => known.length === 2);
    expect(pinterest).toMatchObject(both);
    expect(await companyUntil(world, 'criteo.com', () => true)).toMatchObject({
      joined: 'one-site',
      sites: [FIRST_LEG],
    });

    const options = await browser.optionsPage('#/company/bing.com');
    expect(await leadOf(options)).toContain(`It knows you as ${number} on 2 sites.`);
    expect(await sitesShown(options)).toEqual([FIRST_LEG]);
    await options.waitForSelector(`main tbody small a[href="#/site/${SECOND_LEG}"]`);
  });
});
