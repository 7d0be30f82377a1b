import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { addToCart, placeOrder, searchFor, signIn, visit } from '../site/shopper.ts';
import { findInProfile } from '../support/profile-search.ts';
import type { DemoSites } from '../site/sites.ts';
import { until } from '../support/until.ts';
import { watchOwnRequests } from './own-requests.ts';
import { install, tabAt } from './settings-of-the-browser.ts';
import { askView, behaviour, everythingStored, numbersNamed } from './world.ts';

const WEATHER = 'https://weather-today.example';

/** Waits for what the shop's pages send as they go away: what they send after a wiping is of after it. */
async function lastOf(sites: DemoSites, { pages }: { readonly pages: number }): Promise<void> {
  const { requests } = sites.collectors.hog;
  await until('the last that the pages send', () => {
    const left = requests.flatMap(({ events }) => events.filter((event) => event === '$pageleave'));
    return left.length >= pages;
  });
}

describe('what can be relied on', () => {
  behaviour('a private window is watched, and leaves nothing on disk', async ({ sites, browser, reportUntil }) => {
    const page = await browser.privatePage();
    await page.goto(`${SHOP}/`, { waitUntil: 'load' });
    await searchFor(page, 'velvet headphones');
    const report = await reportUntil(page, 'that it was watched', ({ month }) => month?.tally.searches === 1);
    const number = sites.shop.visitors[0]?.number ?? '';
    expect(report.private).toBe(true);
    expect(report.numbers[0]?.number).toBe(number);
    expect(await everythingStored(browser)).not.toContain(number);
    // A value that is planted is found, so the search can find.
    const planted = `planted-${number}`;
    await browser.inExtension(async (text) => {
      await chrome.storage.local.set({ planted: text });
    }, planted);
    await browser.quit();
    expect(await findInProfile(browser.profileDir, planted)).not.toEqual([]);
    const found = await findInProfile(browser.profileDir, number);
    const ours = found.filter(({ context }) => !context.includes('planted-'));
    expect(ours).toEqual([]);
    expect(await findInProfile(browser.profileDir, 'velvet headphones')).toEqual([]);
  });

  behaviour(
    'wiping a site removes every trace of it from the extension’s storage',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'headphones');
      const other = await open('https://copperkettle.example/');
      await reportUntil(page, 'the search', ({ month }) => month?.tally.searches === 1);
      await reportUntil(other, 'the other shop', ({ numbers }) => numbers.length > 0);
      await page.goto('about:blank');
      await lastOf(sites, { pages: 2 });
      await page.close();
      const number = sites.shop.visitors[0]?.number ?? '';
      await until('the last of the page', async () => (await everythingStored(browser)).includes(number));
      const options = await browser.optionsPage('#/settings');
      await options.waitForSelector('main h1');
      await askView(browser, 'wipeSite', { domain: 'halden-audio.example' });
      const stored = await everythingStored(browser);
      expect(stored).not.toContain(number);
      expect(stored).not.toContain('halden-audio');
      expect(stored).not.toContain('headphones');
      expect(stored).toContain(sites.secondShop.visitors[0]?.number ?? 'the other shop’s number');
    },
  );

  behaviour(
    'wiping everything, by the button, leaves nothing of any site',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await reportUntil(page, 'the number', ({ numbers }) => numbers.length > 0);
      // What a page still sends as it goes away would be of after the wiping.
      await page.goto('about:blank');
      await lastOf(sites, { pages: 1 });
      await page.close();
      const options = await browser.optionsPage('#/settings');
      const press = async (where: string, text: string): Promise<void> => {
        await until(
          `the button “${text}”`,
          async () =>
            await options.evaluate(
              (selector, label) => {
                const buttons = [...document.querySelectorAll<HTMLButtonElement>(selector)];
                const button = buttons.find((one) => one.innerText.trim().startsWith(label));
                button?.click();
                return button !== undefined;
              },
              where,
              text,
            ),
        );
      };
      await press('main .setting button.button', 'Wipe everything');
      await press('dialog[open] button[type=submit]', '');
      const number = sites.shop.visitors[0]?.number ?? '';
      await until('an empty record', async () => !(await everythingStored(browser)).includes(number));
      expect(await everythingStored(browser)).not.toContain('halden-audio');
    },
  );

  behaviour(
    'what a person types into forms is nowhere in the extension’s storage',
    async ({ browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await signIn(page, 'Ada');
      await placeOrder(page, 'model-2');
      await visit(page, `${SHOP}/support?from=ada%40post.example&by=Lindqvist`);
      await reportUntil(page, 'the order', ({ month }) => month?.tally.orders === 1);
      const stored = await everythingStored(browser);
      expect(stored).toContain('thank-you');
      for (const typed of [
        '4242424242424242',
        'ada@post.example',
        'Lindqvist',
        '5550142',
        'Mill Lane',
        'correct horse',
      ]) {
        expect(stored).not.toContain(typed);
      }
    },
  );

  behaviour(
    'nothing in the build makes a network request of its own',
    async ({ sites, browser, open, reportUntil }) => {
      const own = await watchOwnRequests(sites, browser);
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'headphones');
      await addToCart(page, 'model-2');
      await (await browser.popupFor(page)).until('the search', ({ searches }) => searches.length === 1);
      await (await browser.optionsPage('#/sites')).waitForSelector('main h1');
      await reportUntil(
        page,
        'the whole visit',
        ({ month }) => month?.tally.pages === sites.shop.visitors[0]?.pages.length,
      );
      expect(own.made()).toEqual([]);
      // And every host that was asked is a demo site or one the bare browser asks.
      expect(own.strange()).toEqual([]);
    },
  );

  behaviour(
    'malformed cookies and hostile titles do no harm, and are shown as text',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${WEATHER}/`);
      await page.goto(`${WEATHER}/odd`, { waitUntil: 'load' });
      await reportUntil(page, 'the site’s own number all the same', ({ numbers }) =>
        numbers.some(({ number }) => number === sites.weather.visitors[0]?.number),
      );
      const popup = await browser.popupFor(page);
      await popup.until('the number', ({ facts }) => facts['number'] !== undefined);
      await popup.openAll();
      expect(await popup.page.evaluate(() => document.querySelectorAll('main script, main img').length)).toBe(0);
      expect(await popup.page.title()).not.toBe('run');
      // And what comes after them is recorded as ever.
      const shop = await open(`${SHOP}/`);
      await reportUntil(
        shop,
        'the shop’s number',
        ({ numbers: [own] }) => own?.number === sites.shop.visitors[0]?.number,
      );
    },
  );

  behaviour(
    'ten thousand cookies and a flood of history changes do not stop the record',
    async ({ sites, browser, open, report, reportUntil }) => {
      const flood = await open(`${WEATHER}/cookies?n=10000`);
      await until(
        'the end of the cookie flood',
        async () => await flood.evaluate(() => document.documentElement.dataset['done'] === '10000'),
      );
      await flood.goto(`${WEATHER}/history?n=1000`, { waitUntil: 'load' });
      await until(
        'the end of the history flood',
        async () => await flood.evaluate(() => document.documentElement.dataset['done'] === '1000'),
        { patience: 60_000 },
      );
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'quiet');
      // What the flood left to do is done first.
      await until('the shop’s record as ever', async () => (await report(page)).month?.tally.searches === 1, {
        patience: 60_000,
      });
      const weather = await reportUntil(flood, 'the weather’s own number', ({ numbers }) =>
        numbers.some(({ number }) => number === sites.weather.visitors[0]?.number),
      );
      expect(weather.past.length).toBeLessThan(1000);
      const rows = /^stored: (.*)$/mu.exec(await everythingStored(browser))?.[1] ?? '';
      const kept = (JSON.parse(rows) as readonly { readonly domain: string }[]).filter(({ domain }) =>
        domain.startsWith('weather'),
      );
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThan(1000);
      expect((await everythingStored(browser)).length).toBeLessThan(20_000_000);
    },
  );

  behaviour('everything can be taken along as JSON', async ({ sites, browser, open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    await reportUntil(page, 'the number', ({ numbers }) => numbers.length > 0);
    interface Slice {
      readonly table: string;
      readonly rows: readonly unknown[];
      readonly cursor: unknown;
    }
    const tables = new Map<string, unknown[]>();
    let cursor: unknown = null;
    do {
      const slice: Slice = await askView<Slice>(browser, 'exportSlice', { cursor });
      tables.set(slice.table, [...(tables.get(slice.table) ?? []), ...slice.rows]);
      ({ cursor } = slice);
    } while (cursor !== null);
    expect(tables.get('numbers')).toEqual(
      expect.arrayContaining([expect.objectContaining({ number: sites.shop.visitors[0]?.number })]),
    );
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['sites', 'events', 'months']));
  });

  behaviour(
    'what is older than the settings keep is dropped, and the settings outlive a restart',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await searchFor(page, 'old words');
      await reportUntil(page, 'the search', ({ month }) => month?.tally.searches === 1);
      await askView(browser, 'changeSettings', { eventDays: 30, sumDays: 365 });
      const later = 40 * 86_400_000;
      sites.setClock(later);
      await browser.restart({ clockOffset: later });
      expect(await askView(browser, 'settings', null)).toEqual({ eventDays: 30, sumDays: 365 });
      await askView(browser, 'changeSettings', { eventDays: 30, sumDays: 365 });
      const again = await open(`${SHOP}/support`);
      const report = await reportUntil(
        again,
        'the sums of both months',
        ({ numbers: [own] }) => own?.total.pages === 3,
      );
      expect(report.numbers[0]?.total.searches).toBe(1);
      expect(await everythingStored(browser)).not.toContain('old words');
    },
  );

  behaviour(
    'what was stored before Known As came is taken in as found, and its page asks to be reloaded',
    async ({ sites, browser, report, reportUntil }) => {
      const page = await browser.newPage();
      await page.goto(`${SHOP}/`, { waitUntil: 'load' });
      await install(browser, page);
      const answer = await until(
        'what the extension says of the open page',
        async () =>
          await askView<{ state: string; watched?: boolean }>(browser, 'tabReport', {
            tabId: await tabAt(browser, page.url()),
          }),
      );
      expect(answer).toMatchObject({ state: 'seen', watched: false });
      await page.reload({ waitUntil: 'load' });
      const seen = await reportUntil(page, 'the found number', (all) => numbersNamed(all, 'hvid').length > 0);
      expect(numbersNamed(seen, 'hvid')).toMatchObject([
        { number: sites.shop.visitors[0]?.number, setBy: { how: 'found' } },
      ]);
      await reportUntil(
        page,
        'one page only, for of the first nothing is made up',
        ({ numbers: [own] }) => own?.total.pages === 1,
      );
      expect((await report(page)).visits).toBe(1);
    },
    { extension: false },
  );
});
