import { describe, expect } from 'vitest';
import type { SiteReport } from '#core/report.ts';
import { SHOP } from '../site/hosts.ts';
import { WAYS, ZOO, type WayName } from '../site/zoo/ways.ts';
import { carriersOf, givenIn } from '../site/zoo/witness.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BLOCK, choose, SHOP_DOMAIN, ZOO_DOMAIN } from './deciding.ts';
import { cookiesOf, type JarCookie } from './jar.ts';
import { carriersSince, goAround, logOf, mark, numberOf, walkAll } from './walk.ts';
import { askView, behaviour, type World } from './world.ts';

const EVERY_KIND: readonly WayName[] = [
  'header',
  'http-only',
  'host-prefix',
  'domain',
  'path',
  'deep-path',
  'script',
  'third-party',
  'partitioned',
  'local-storage',
];

const NAMES = new Set<string>(EVERY_KIND.map((way) => WAYS[way].name));

function numbersIn(cookies: readonly JarCookie[]): readonly JarCookie[] {
  return cookies.filter(({ name }) => NAMES.has(name));
}

/** Pages of each visitor in the shop's log. */
function visits({ sites }: Pick<World, 'sites'>): readonly (readonly string[])[] {
  return sites.shop.visitors.map(({ pages }) => pages.map(({ path }) => path));
}

async function siteReport({ browser }: World, domain: string): Promise<SiteReport> {
  const report = await askView<SiteReport | null>(browser, 'siteReport', { domain });
  if (report === null) throw new Error(`${domain} is not known`);
  return report;
}

async function gone(browser: TestBrowser, name: string): Promise<void> {
  await until(`${name} to be gone`, async () => !(await cookiesOf(browser)).some((cookie) => cookie.name === name));
}

describe('what can be undone', () => {
  behaviour(
    'what Block took away is brought back as it was: value, attributes and partition',
    async (world) => {
      const { sites, browser } = world;
      const page = await browser.newPage();
      await walkAll(page, sites, EVERY_KIND);
      await goAround(page, sites);
      const before = numbersIn(await cookiesOf(browser));
      expect(before).toHaveLength(EVERY_KIND.length - 1);
      await choose(browser, ZOO_DOMAIN, BLOCK);
      expect(numbersIn(await cookiesOf(browser))).toEqual([]);
      const { taken } = (await siteReport(world, ZOO_DOMAIN)).control;
      const found = await Promise.all(
        taken.map(async ({ key }) => await askView<boolean>(browser, 'bringBack', { key })),
      );
      expect(found).toEqual(EVERY_KIND.map(() => true));
      expect(numbersIn(await cookiesOf(browser))).toEqual(before);
      const back = new Map(EVERY_KIND.map((way) => [way, mark(sites, way)] as const));
      await goAround(page, sites);
      const missing = [...back].filter(
        ([way, since]) => carriersSince(logOf(sites, way), numberOf(sites, way), since).length === 0,
      );
      expect(missing.map(([way]) => way)).toEqual([]);
    },
    { thirdPartyCookies: 'allowed' },
  );

  behaviour('one press in the popup brings a number back, and it stays', async ({ sites, browser, open }) => {
    const page = await open(WAYS.header.address);
    await page.goto(`${ZOO}/around`, { waitUntil: 'load' });
    const popup = await browser.popupFor(page);
    await popup.decide('block');
    await popup.openAll();
    await popup.press(`[data-undo*="zvid_header"]`);
    const given = numberOf(sites, 'header');
    await until('the number to be back', async () =>
      (await cookiesOf(browser)).some(({ value }) => value === given.value),
    );
    const since = mark(sites, 'header');
    await goAround(page, sites);
    await goAround(page, sites);
    expect(carriersSince(logOf(sites, 'header'), given, since)).toContain(`GET ${ZOO}/around`);
  });

  behaviour('while a site is paused its number is kept, and afterwards not', async (world) => {
    const { browser, open, report } = world;
    const page = await open(`${SHOP}/`);
    await choose(browser, SHOP_DOMAIN, BLOCK);
    await askView(browser, 'pause', { domain: SHOP_DOMAIN, minutes: null });
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    expect((await report(page)).control.pause).toMatchObject({ everywhere: false, why: 'paused' });
    await askView(browser, 'resume', { domain: SHOP_DOMAIN });
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    expect(visits(world)).toEqual([['/'], ['/hi-fi', '/support'], ['/hi-fi'], ['/support']]);
  });

  behaviour('paused everywhere for an hour, numbers are kept for an hour, and the popup says so', async (world) => {
    const { sites, browser, open } = world;
    const page = await open(`${SHOP}/`);
    await choose(browser, SHOP_DOMAIN, BLOCK);
    await askView(browser, 'pause', { domain: null, minutes: 60 });
    const popup = await browser.popupFor(page);
    await until('the popup to say so', async () => (await popup.page.$('[data-notice="paused"]')) !== null);
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    const later = 2 * 3_600_000;
    sites.setClock(later);
    await browser.restart({ clockOffset: later });
    await gone(browser, 'hvid');
    const again = await open(`${SHOP}/hi-fi`);
    await again.goto(`${SHOP}/support`, { waitUntil: 'load' });
    const known = sites.shop.visitors.find(({ pages }) => pages[0]?.path === '/hi-fi');
    expect(known?.pages.length).toBeGreaterThanOrEqual(2);
    expect(
      visits(world)
        .slice(-2)
        .every((pages) => pages.length === 1),
    ).toBe(true);
  });

  behaviour('a site that looks broken is loaded again with its number, until one press ends that', async (world) => {
    const { sites, browser, open } = world;
    const page = await open(`${SHOP}/`);
    await choose(browser, SHOP_DOMAIN, BLOCK);
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    const popup = await browser.popupFor(page);
    // To its end: going on to another page while this one is still being loaded ends neither.
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), popup.press('[data-broken]')]);
    expect(sites.shop.visitors).toHaveLength(3);
    await until('the popup to say so', async () => (await popup.page.$('[data-notice="broken"]')) !== null);
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    await popup.press('[data-resume]');
    await gone(browser, 'hvid');
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    expect(visits(world)).toEqual([['/'], ['/hi-fi'], ['/hi-fi', '/support'], ['/hi-fi'], ['/support']]);
  });

  behaviour(
    'a page that redirects until its number is there is noticed, and then let in with a number for the visit',
    async (world) => {
      const { sites, browser } = world;
      const page = await browser.newPage();
      await page.goto(`${ZOO}/loop`, { waitUntil: 'load' });
      await choose(browser, ZOO_DOMAIN, BLOCK);
      // The browser gives up after twenty redirects, unless the loop is noticed before.
      await page.goto(`${ZOO}/loop`, { waitUntil: 'load' }).catch(() => null);
      const { control } = await until('the loop to be noted', async () => {
        const seen = await siteReport(world, ZOO_DOMAIN).catch(() => null);
        return seen !== null && seen.control.chosen?.loopAt !== null && seen;
      });
      expect(control.chosen?.choice).toEqual(BLOCK);
      expect(control.mode).toBe('reset');
      // The page is loaded again for the person, who need not do anything.
      await until(
        'the page behind the check',
        async () => (await page.$eval('h1', (heading) => heading.innerText)) === 'You are in',
      );
      const last = givenIn(sites.zoo, 'loop').at(-1);
      expect(last && carriersOf(sites.zoo, last)).toContain(`GET ${ZOO}/loop`);
      const popup = await browser.popupFor(page);
      await until('the popup to say so', async () => (await popup.page.$('[data-notice="loop"]')) !== null);
    },
  );

  behaviour(
    'a number that comes back after a reset is said to have come back',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(WAYS.header.address);
      await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
      await askView(browser, 'resetNow', { domain: ZOO_DOMAIN });
      await page.goto(`${ZOO}/respawn`, { waitUntil: 'load' });
      await page.goto(`${ZOO}/landed`, { waitUntil: 'load' });
      const given = numberOf(sites, 'header');
      expect(carriersOf(sites.zoo, given)).toContain(`GET ${ZOO}/landed`);
      const report = await reportUntil(page, 'that it came back', ({ control }) => control.sums?.cameBack === 1);
      expect(report.control.acts.map(({ act }) => act)).toContainEqual(
        expect.objectContaining({ type: 'came-back', number: given.value }),
      );
    },
  );
});
