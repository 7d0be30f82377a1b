import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Rhythm } from '#core/mode.ts';
import { SHOP } from '../site/hosts.ts';
import type { VisitorLog } from '../site/visitor-log.ts';
import { WAYS, ZOO } from '../site/zoo/ways.ts';
import { findInProfile } from '../support/profile-search.ts';
import { until } from '../support/until.ts';
import { ALLOW, BLOCK, choose, chooseForThis, SHOP_DOMAIN, ZOO_DOMAIN } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { carriersSince, goAround, lostBeside, mark, numberOf, takeWay, walkedBefore } from './walk.ts';
import { behaviour, everythingStored, numbersNamed } from './world.ts';

const NEWS = 'https://northwind-news.example';
const COPPER = 'https://copperkettle.example';

/** How many pages each visitor saw, in the order of a log. */
function pages({ visitors }: VisitorLog): readonly number[] {
  return visitors.map((visitor) => visitor.pages.length);
}

async function twice(page: Page, site: string, paths: readonly [string, string]): Promise<void> {
  for (const path of paths) await page.goto(`${site}${path}`, { waitUntil: 'load' });
}

const MINUTE = 60_000;

/** When the browser is started again (ms later), and which numbers are replaced by then, before any page asks. */
const LATER: readonly (readonly [number, readonly string[]])[] = [
  [40 * MINUTE, ['hvid', 'nw_id']],
  [180 * MINUTE, ['hvid', 'nw_id', 'ck_visitor']],
];

describe('Reset', () => {
  const RHYTHMS: readonly (readonly [string, Rhythm])[] = [
    [SHOP_DOMAIN, { every: 'visit' }],
    ['northwind-news.example', { every: 'session' }],
    ['copperkettle.example', { every: 'hours', hours: 2 }],
  ];

  const walked = walkedBefore(async ({ sites, browser }) => {
    const visitAll = async (page: Page): Promise<void> => {
      await twice(page, SHOP, ['/hi-fi', '/support']);
      await twice(page, NEWS, ['/', '/culture/radio']);
      await twice(page, COPPER, ['/', '/kettles']);
    };
    for (const [domain, rhythm] of RHYTHMS) await choose(browser, domain, { mode: 'reset', rhythm });
    const page = await browser.newPage();
    await visitAll(page);
    await visitAll(page);
    const seen = [[sites.shop, sites.news, sites.secondShop].map(pages)];
    for (const [later, due] of LATER) {
      sites.setClock(later);
      await browser.restart({ clockOffset: later });
      await until(`what is due to be gone: ${due.join(', ')}`, async () => {
        const names = new Set((await cookiesOf(browser)).map(({ name }) => name));
        return !due.some((name) => names.has(name));
      });
      await visitAll(await browser.newPage());
      seen.push([sites.shop, sites.news, sites.secondShop].map(pages));
    }
    return seen;
  });

  it('on every visit: one number within a visit, another on the next', () => {
    expect(walked().map(([shop]) => shop)).toEqual([[4], [4, 2], [4, 2, 2]]);
  });

  it('every browser session: one number within a session, another in the next', () => {
    expect(walked().map(([, news]) => news)).toEqual([[4], [4, 2], [4, 2, 2]]);
  });

  it('every two hours: one number within them, over a restart too, another afterwards', () => {
    expect(walked().map(([, , copper]) => copper)).toEqual([[4], [6], [6, 2]]);
  });
});

describe('choices last', () => {
  behaviour(
    'what was chosen for a site and for one of its numbers outlives a restart of the browser',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(WAYS.header.address);
      await page.goto(WAYS.script.address, { waitUntil: 'load' });
      const report = await reportUntil(page, 'both numbers', ({ numbers }) => numbers.length === 2);
      const [chosen] = numbersNamed(report, 'zvid_header');
      if (chosen === undefined) throw new Error('The number is not there');
      await chooseForThis(browser, ZOO_DOMAIN, { identifier: chosen.identifier, choice: ALLOW });
      await choose(browser, ZOO_DOMAIN, BLOCK);
      await browser.restart();
      const again = await browser.newPage();
      await takeWay(again, sites, 'script');
      const since = mark(sites, 'header');
      await goAround(again, sites);
      expect(carriersSince(sites.zoo, numberOf(sites, 'header'), since)).toContain(`GET ${ZOO}/around`);
      expect(carriersSince(sites.zoo, numberOf(sites, 'script'), since)).toEqual([]);
      expect(lostBeside(sites, 'script')).toEqual([]);
    },
  );

  behaviour(
    'what was chosen holds for tabs that are restored when the browser starts',
    async ({ sites, browser, open }) => {
      const page = await open(`${SHOP}/`);
      await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
      await choose(browser, SHOP_DOMAIN, BLOCK);
      await browser.restart({ restorePages: true });
      await until('the restored tab to load', () => sites.shop.visitors.length > 1);
      const restored = await until('the restored tab', async () =>
        (await browser.pages()).find((one) => one.url() === `${SHOP}/support`),
      );
      await until('its load to end', () => restored.evaluate(() => document.readyState === 'complete'));
      expect((await cookiesOf(browser)).map(({ name }) => name)).not.toContain('hvid');
      const served = sites.shop.visitors.length;
      await restored.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
      await restored.goto(`${SHOP}/support`, { waitUntil: 'load' });
      const [before, ...newcomers] = sites.shop.visitors;
      expect(before?.pages.length).toBe(2);
      expect(newcomers.length).toBe(served + 1);
      expect(newcomers.map((visitor) => visitor.pages.length)).toEqual(newcomers.map(() => 1));
    },
  );

  behaviour(
    'what is chosen in a private window holds there alone, and leaves nothing in the extension’s storage',
    async ({ sites, browser }) => {
      const ordinary = await browser.newPage();
      const page = await browser.privatePage();
      await page.goto(`${SHOP}/`, { waitUntil: 'load' });
      const popup = await browser.popupFor(page);
      await popup.decide('block');
      const given = sites.shop.visitors.length;
      for (const path of ['/hi-fi', '/support', '/stories']) {
        await page.goto(`${SHOP}${path}`, { waitUntil: 'load' });
        await until('no number to be stored', async () =>
          (await cookiesOf(browser)).every(({ name }) => name !== 'hvid'),
        );
      }
      expect(pages(sites.shop).slice(given)).toEqual([1, 1, 1]);
      expect(await everythingStored(browser)).not.toContain(SHOP_DOMAIN);
      await ordinary.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
      await ordinary.goto(`${SHOP}/support`, { waitUntil: 'load' });
      expect(pages(sites.shop).slice(given)).toEqual([1, 1, 1, 2]);
      await popup.close();
      await page.close();
      const later = await browser.privatePage();
      await later.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
      await later.goto(`${SHOP}/support`, { waitUntil: 'load' });
      expect(pages(sites.shop).slice(given)).toEqual([1, 1, 1, 2, 2]);
    },
  );

  behaviour('in a private window Block holds too, and leaves nothing on disk', async ({ sites, browser, open }) => {
    const ordinary = await open(`${SHOP}/plain`);
    await choose(browser, SHOP_DOMAIN, BLOCK);
    await ordinary.close();
    const page = await browser.privatePage();
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/plain`, { waitUntil: 'load' });
    expect(pages(sites.shop).every((count) => count === 1)).toBe(true);
    const numbers = sites.shop.visitors.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    const stored = await everythingStored(browser);
    expect(stored).toContain(SHOP_DOMAIN);
    for (const number of numbers) expect(stored).not.toContain(number);
    // A value that is planted is found, so the search can find.
    const planted = `planted-${'7f3a9c21'.repeat(3)}`;
    await browser.inExtension(async (text) => {
      await chrome.storage.local.set({ planted: text });
    }, planted);
    await browser.quit();
    expect(await findInProfile(browser.profileDir, planted)).not.toEqual([]);
    for (const number of numbers) expect(await findInProfile(browser.profileDir, number)).toEqual([]);
  });
});
