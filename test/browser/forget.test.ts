import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { PLAIN, SHOP } from '../site/hosts.ts';
import { until } from '../support/until.ts';
import { ALLOW, choose, chooseForThis, SHOP_DOMAIN } from './deciding.ts';
import { holdOnShop, number, runOnShop, stored, tellPage } from './holding.ts';
import { behaviour, numbersNamed } from './world.ts';

describe('where numbers are forgotten', () => {
  behaviour(
    'what is there already is forgotten before the page’s scripts run, and may be let go',
    async ({ browser, open }) => {
      const page = await open(PLAIN);
      const old = number();
      await page.evaluate((value) => {
        localStorage.setItem('visitor', value);
        sessionStorage.setItem('visitor_now', value);
        localStorage.setItem('lang', 'en-GB');
      }, old);
      expect(await stored(browser, page)).toMatchObject({ visitor: old, visitor_now: old, lang: 'en-GB' });
      await holdOnShop(browser);
      await page.reload({ waitUntil: 'load' });
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(1);
      const after = await stored(browser, page);
      expect(after).toMatchObject({ lang: 'en-GB' });
      expect(Object.keys(after)).not.toContain('visitor');

      const [cookie, key] = [number(), number()];
      await page.evaluate(
        (one, other) => {
          document.cookie = `visitor_c=${one}; Path=/; Max-Age=31536000`;
          localStorage.setItem('visitor_k', other);
        },
        cookie,
        key,
      );
      const held = await stored(browser, page);
      expect([held['visitor_c'], held['visitor_k']]).toEqual([undefined, undefined]);
      await choose(browser, SHOP_DOMAIN, ALLOW);
      await until('what was held to be stored', async () => {
        const now = await stored(browser, page);
        return now['visitor_c'] === cookie && now['visitor_k'] === key;
      });
      expect(await page.evaluate(() => [document.cookie.includes('visitor_c='), localStorage.length])).toEqual([
        true,
        2,
      ]);
    },
  );

  behaviour('a page’s first script finds nothing of before', async ({ browser, open }) => {
    const device = async (of: Page): Promise<string | null> =>
      await of.evaluate(() => localStorage.getItem('halden.device'));
    const page = await open(`${SHOP}/`);
    const before = await device(page);
    await holdOnShop(browser);
    await page.reload({ waitUntil: 'load' });
    const then = await device(page);
    expect([typeof before, typeof then, then === before]).toEqual(['string', 'string', false]);
    expect(Object.keys(await stored(browser, page))).not.toContain('halden.device');
  });

  behaviour(
    'the background is told what is held and what was forgotten, and not that it was stored',
    async ({ browser, open }) => {
      const page = await open(PLAIN);
      const [old, fresh] = [number(), number()];
      await page.evaluate((value) => localStorage.setItem('visitor', value), old);
      // Whatever pages tell the background, every page of the extension hears too.
      await browser.inExtension(() => {
        const told: unknown[] = [];
        Object.assign(globalThis, { told });
        chrome.runtime.onMessage.addListener((message) => void told.push(message));
      });
      await holdOnShop(browser);
      await page.reload({ waitUntil: 'load' });
      await page.evaluate((value) => {
        document.cookie = 'lang=en-GB; Path=/';
        document.cookie = `visitor_c=${value}; Path=/; Max-Age=31536000`;
        localStorage.setItem('visitor_k', value);
      }, fresh);
      const heard = async (): Promise<string> =>
        await browser.inExtension(() => JSON.stringify(Reflect.get(globalThis, 'told')));
      const all = JSON.parse(
        await until('all of it', async () => {
          const text = await heard();
          return ['"forgotten"', '"visitor_k"', '"name":"lang"'].every((type) => text.includes(type)) && text;
        }),
      ) as readonly { readonly type: string; readonly items: readonly unknown[] }[];
      const items = (type: string): unknown[] => all.filter((one) => one.type === type).flatMap((one) => one.items);
      // It is told until the background acknowledges it.
      expect(items('forgotten').slice(0, 1)).toMatchObject([
        { area: 'local-storage', key: 'visitor', value: old, verdict: { kind: 'random-id' }, still: false },
      ]);
      expect(items('held')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            area: 'cookie',
            name: 'visitor_c',
            value: fresh,
            line: `visitor_c=${fresh}; Path=/; Max-Age=31536000`,
          }),
          expect.objectContaining({ area: 'local-storage', name: 'visitor_k', value: fresh, line: null }),
        ]),
      );
      const wrote = JSON.stringify(all.filter(({ type }) => type === 'wrote' || type === 'stored'));
      expect([wrote.includes('"lang"'), wrote.includes('visitor_')]).toEqual([true, false]);
    },
  );

  behaviour('the background can have stored values forgotten in an open page', async ({ browser, open }) => {
    const page = await open(PLAIN);
    await page.evaluate((value) => {
      localStorage.setItem('visitor', value);
      localStorage.setItem('lang', 'en-GB');
    }, number());
    const places = [{ area: 'local-storage', key: 'visitor' }];
    await tellPage(browser, page, { from: 'background', type: 'forget', origin: 'https://other.example', places });
    expect(Object.keys(await stored(browser, page))).toContain('visitor');
    expect(await tellPage(browser, page, { from: 'background', type: 'forget', origin: SHOP, places })).toBe(true);
    const after = Object.keys(await stored(browser, page));
    expect([after.includes('visitor'), after.includes('lang')]).toEqual([false, true]);
  });

  behaviour('a reset that is due forgets, and holds nothing', async ({ browser, open }) => {
    const page = await open(PLAIN);
    const [old, fresh] = [number(), number()];
    await page.evaluate((value) => {
      localStorage.setItem('visitor', value);
      localStorage.setItem('lang', 'en-GB');
    }, old);
    await runOnShop(browser, 'forget');
    await page.reload({ waitUntil: 'load' });
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['lang']);
    await page.evaluate((value) => localStorage.setItem('visitor', value), fresh);
    expect((await stored(browser, page))['visitor']).toBe(fresh);
  });

  behaviour(
    'what was allowed by itself is touched by no guard, and a new number beside it is held',
    async ({ browser, open, reportUntil }) => {
      const page = await open(PLAIN);
      const [old, fresh] = [number(), number()];
      await page.evaluate((value) => localStorage.setItem('visitor', value), old);
      const report = await reportUntil(page, 'the number', (seen) => numbersNamed(seen, 'visitor').length === 1);
      const [allowed] = numbersNamed(report, 'visitor');
      if (allowed === undefined) throw new Error('The number is not there');
      await chooseForThis(browser, SHOP_DOMAIN, { identifier: allowed.identifier, choice: ALLOW });
      await holdOnShop(browser);
      await page.reload({ waitUntil: 'load' });
      const seen = await page.evaluate((value) => {
        localStorage.setItem('visitor_2', value);
        return [localStorage.getItem('visitor'), localStorage.getItem('visitor_2')];
      }, fresh);
      expect(seen).toEqual([old, fresh]);
      const after = await stored(browser, page);
      expect([after['visitor'], after['visitor_2']]).toEqual([old, undefined]);
    },
  );
});
