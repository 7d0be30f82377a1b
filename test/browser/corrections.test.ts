import type { Page } from 'puppeteer-core';
import { stored } from './holding.ts';
import { describe, expect } from 'vitest';
import type { Correction, Said } from '#core/correction.ts';
import { type Identifier, nameOf } from '#core/identifier.ts';
import type { SiteReport } from '#core/report.ts';
import { SHOP } from '../site/hosts.ts';
import { signIn } from '../site/shopper.ts';
import { WAYS, ZOO } from '../site/zoo/ways.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BLOCK, choose, SHOP_DOMAIN, ZOO_DOMAIN } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { carriersSince, goAround, lostBeside, mark, numberOf, takeWay } from './walk.ts';
import { askView, behaviour, numbersNamed } from './world.ts';

function leftNamed({ leftAlone }: SiteReport, name: string): Identifier | undefined {
  return leftAlone.find(({ identifier }) => nameOf(identifier) === name)?.identifier;
}

async function say(browser: TestBrowser, domain: string, identifier: Identifier, is: Said | null): Promise<void> {
  await askView(browser, 'correct', { domain, identifier, is });
}

/** The corrections in what is saved: it comes in slices, of which they are the last. */
async function savedCorrections(browser: TestBrowser): Promise<readonly Correction[]> {
  interface Slice {
    readonly table: string;
    readonly rows: readonly Correction[];
    readonly cursor: unknown;
  }
  let cursor: unknown = null;
  let last: Slice;
  do {
    last = await askView<Slice>(browser, 'exportSlice', { cursor });
    ({ cursor } = last);
  } while (cursor !== null);
  return last.table === 'corrections' ? last.rows : [];
}

async function heading(page: Page, path: string): Promise<string> {
  await page.goto(`${SHOP}${path}`, { waitUntil: 'load' });
  return await page.$eval('h1', (head) => head.innerText);
}

describe('what the person says', () => {
  behaviour(
    'a number said to be none, by one press, is sent under Block, is in what is saved, and is blocked again once taken back',
    async ({ sites, browser, reportUntil }) => {
      const page = await browser.newPage();
      await takeWay(page, sites, 'header');
      await reportUntil(page, 'the number', ({ numbers }) => numbers.length === 1);
      const popup = await browser.popupFor(page);
      await popup.press('[data-line=why] [data-correct=no-number]');
      await page.bringToFront();
      const report = await reportUntil(page, 'no number', ({ numbers }) => numbers.length === 0);
      expect(leftNamed(report, WAYS.header.name)).toBeDefined();
      await choose(browser, ZOO_DOMAIN, BLOCK);
      await takeWay(page, sites, 'header');
      const kept = numberOf(sites, 'header');
      const first = mark(sites, 'header');
      await goAround(page, sites);
      expect(carriersSince(sites.zoo, kept, first)).toContain(`GET ${ZOO}/around`);
      expect(await savedCorrections(browser)).toMatchObject([{ is: 'no-number', domain: ZOO_DOMAIN }]);
      await popup.press('[data-fact=corrections] [data-correct=none]');
      await reportUntil(page, 'the number blocked', ({ past }) => past.some(({ ended }) => ended?.how === 'blocked'));
      const second = mark(sites, 'header');
      await goAround(page, sites);
      expect(carriersSince(sites.zoo, kept, second)).toEqual([]);
      await takeWay(page, sites, 'header');
      const third = mark(sites, 'header');
      await goAround(page, sites);
      expect(carriersSince(sites.zoo, numberOf(sites, 'header'), third)).toEqual([]);
      expect(lostBeside(sites, 'header')).toEqual([]);
      expect(await savedCorrections(browser)).toEqual([]);
    },
  );

  behaviour(
    'a login said to be a number goes under Block, after a restart too, and nothing else does; taken back it stays',
    async ({ sites, browser, open, reportUntil }) => {
      const page = await open(`${SHOP}/`);
      await signIn(page, 'Ada');
      await choose(browser, SHOP_DOMAIN, BLOCK);
      expect(await heading(page, '/your-account')).not.toBe('Sign in');
      const report = await reportUntil(page, 'the login', (seen) => leftNamed(seen, 'sid') !== undefined);
      const login = leftNamed(report, 'sid');
      if (login === undefined) throw new Error('There is no login');
      await say(browser, SHOP_DOMAIN, login, 'number');
      expect(await heading(page, '/your-account')).toBe('Sign in');
      await browser.restart();
      const later = await open(`${SHOP}/`);
      await signIn(later, 'Ada');
      expect(await heading(later, '/your-account')).toBe('Sign in');
      const last = sites.proxyLog.findLast(({ url }) => url === `${SHOP}/your-account`)?.headers.cookie ?? '';
      for (const name of ['csrf', 'lang']) expect(last).toContain(`${name}=`);
      expect(last).not.toContain('sid=');
      await say(browser, SHOP_DOMAIN, login, null);
      await signIn(later, 'Ada');
      expect(await heading(later, '/your-account')).not.toBe('Sign in');
    },
  );

  behaviour(
    'what a page’s script writes follows what is said: a number said to be none is stored under Block',
    async ({ sites, browser, reportUntil }) => {
      const page = await browser.newPage();
      for (const way of ['script', 'local-storage'] as const) await takeWay(page, sites, way);
      const report = await reportUntil(page, 'both numbers', ({ numbers }) => numbers.length === 2);
      for (const { identifier } of report.numbers) await say(browser, ZOO_DOMAIN, identifier, 'no-number');
      await choose(browser, ZOO_DOMAIN, BLOCK);
      // What is held is stored once the background has answered; a page that is left before loses it.
      await takeWay(page, sites, 'script');
      const { value: written } = numberOf(sites, 'script');
      await until('the cookie to be stored', async () =>
        (await cookiesOf(browser)).some(({ value }) => value === written),
      );
      await takeWay(page, sites, 'local-storage');
      const { value: kept } = numberOf(sites, 'local-storage');
      // The page itself sees what is held, too; only from outside its world is it known that it is stored.
      const isThere = async (): Promise<boolean> => Object.values(await stored(browser, page)).includes(kept);
      await until('the other to be stored', isThere);
      const since = mark(sites, 'script');
      await goAround(page, sites);
      expect(carriersSince(sites.zoo, numberOf(sites, 'script'), since)).not.toEqual([]);
      // A guard may take it out of web storage for a moment as a page begins, and puts it back.
      await until('the other to be there again', isThere);
      expect((await reportUntil(page, 'no number', ({ numbers }) => numbers.length === 0)).control.sums?.given).toBe(0);
    },
  );

  behaviour(
    'a value in web storage said to be a number is recorded, and taken out under Block',
    async ({ browser, open, reportUntil }) => {
      const page = await open(`${ZOO}/around`);
      const write = async () => await page.evaluate(() => localStorage.setItem('draft', 'hen-and-chicks'));
      const written = async () => await page.evaluate(() => localStorage.getItem('draft'));
      await write();
      const report = await reportUntil(page, 'the draft', (seen) => leftNamed(seen, 'draft') !== undefined);
      const draft = leftNamed(report, 'draft');
      if (draft === undefined) throw new Error('There is no draft');
      await say(browser, ZOO_DOMAIN, draft, 'number');
      const told = await reportUntil(page, 'the draft as a number', (seen) => numbersNamed(seen, 'draft').length > 0);
      expect(numbersNamed(told, 'draft')).toMatchObject([{ number: 'hen-and-chicks', kind: 'random-id' }]);
      await page.reload({ waitUntil: 'load' });
      await reportUntil(page, 'it after a reload', (seen) => numbersNamed(seen, 'draft').length > 0);
      await choose(browser, ZOO_DOMAIN, BLOCK);
      await until('it to be taken out', async () => (await written()) === null);
      await page.reload({ waitUntil: 'load' });
      await write();
      await until('it to be taken out again', async () => (await written()) === null);
    },
  );

  behaviour('every verdict in the popup opens to its reasons and to one press', async ({ browser, open, report }) => {
    const page = await open(`${SHOP}/`);
    const popup = await browser.popupFor(page);
    await popup.until('the number', ({ facts }) => facts['number'] !== undefined);
    // More comes while the popup is open: in the end both have the same.
    await until('as many verdicts as are reported', async () => {
      const { numbers, leftAlone } = await report(page);
      if (numbers.length < 2 || leftAlone.length < 2) return false;
      await popup.openAll();
      const opened = await popup.page.$$eval('.evidence:has(.reasons .basis)', (all) =>
        all.map((one) => one.querySelector<HTMLElement>('[data-correct]')?.dataset['correct'] ?? 'nothing'),
      );
      const presses = (press: string): number => opened.filter((is) => is === press).length;
      return presses('no-number') === numbers.length && presses('number') === leftAlone.length;
    });
  });
});
