import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { PLAIN } from '../site/hosts.ts';
import { fight } from './fighting-page.ts';
import { hex, holdOnShop, number, stored } from './holding.ts';
import { WAYS, WAYS_THROUGH, type Way } from './ways-to-write.ts';
import { behaviour } from './world.ts';

/** Ways that this browser has. */
async function waysIn(page: Page): Promise<readonly Way[]> {
  const has = await page.evaluate(() => 'cookieStore' in globalThis);
  return WAYS.filter(({ needs }) => needs === undefined || has);
}

describe('where numbers are held', () => {
  behaviour(
    'none reaches the browser, whichever way it is written, and the page sees its own',
    async ({ browser, open }) => {
      await holdOnShop(browser);
      const page = await open(PLAIN);
      const ways = await waysIn(page);
      const seen: Record<string, unknown> = {};
      const wanted: Record<string, unknown> = {};
      for (const [at, { way, write }] of ways.entries()) {
        const [name, value] = [`visitor_${at}`, number()];
        const shown = await page.evaluate(write, name, value);
        const kept = (await stored(browser, page))[name];
        seen[way] = { page: shown?.includes(value), kept };
        wanted[way] = { page: true, kept: undefined };
      }
      expect(seen).toEqual(wanted);
      expect(ways.length).toBeGreaterThan(20);
    },
  );

  behaviour(
    'logins, carts and languages are stored as ever, whichever way they are written',
    async ({ browser, open }) => {
      await holdOnShop(browser);
      const page = await open(PLAIN);
      const seen: Record<string, unknown> = {};
      const wanted: Record<string, unknown> = {};
      for (const [at, { way, write }] of (await waysIn(page)).entries()) {
        for (const [name, value] of [
          [`login_token_${at}`, hex()],
          [`cart_${at}`, hex()],
          [`lang_${at}`, 'en-GB'],
        ] as const) {
          const shown = await page.evaluate(write, name, value);
          const kept = (await stored(browser, page))[name];
          seen[`${name} by ${way}`] = { page: shown?.includes(value), kept };
          wanted[`${name} by ${way}`] = {
            page: true,
            kept: kept === undefined && way.includes('that is opened') ? undefined : value,
          };
        }
      }
      expect(seen).toEqual(wanted);
    },
  );

  behaviour(
    'a page that fights gets no number through, and nothing of ours into its hands',
    async ({ browser, open }) => {
      await holdOnShop(browser);
      const page = await open(PLAIN);
      const got = await page.evaluate(fight);
      expect(got).toEqual({ seen: [], tries: 300, names: [] });
      expect(Object.keys(await stored(browser, page)).filter((name) => name.startsWith('visitor'))).toEqual([]);
      // A page that opens its document anew takes every listener off its window.
      await page.evaluate((value) => {
        document.open();
        document.write('<p>Written anew</p>');
        document.close();
        document.cookie = `visitor_anew=${value}; Path=/; Max-Age=31536000`;
        document.cookie = 'lang_anew=en; Path=/';
      }, number());
      const after = await stored(browser, page);
      expect([after['visitor_anew'], after['lang_anew']]).toEqual([undefined, 'en']);
    },
  );

  behaviour(
    'two ways of writing are known to get past the guard: what they store is removed, and said to be',
    async ({ browser, open, reportUntil }) => {
      await holdOnShop(browser);
      const page = await open(PLAIN);
      for (const [at, { way, write }] of WAYS_THROUGH.entries()) {
        const value = number();
        await page.evaluate(write, `visitor_${at}`, value);
        const { control } = await reportUntil(page, `what became of ${way}`, ({ control: { acts } }) =>
          acts.some(({ act }) => act.type === 'enforced' && act.number === value),
        );
        const act = control.acts.map((line) => line.act).find((one) => one.type === 'enforced' && one.number === value);
        expect([way, act]).toMatchObject([way, { outcome: { is: 'removed' } }]);
        expect((await stored(browser, page))[`visitor_${at}`]).toBeUndefined();
      }
    },
  );

  behaviour('storage is still what it was to the page', async ({ browser, open }) => {
    await holdOnShop(browser);
    const page = await open(PLAIN);
    const seen = await page.evaluate((value) => {
      localStorage.setItem('visitor', value);
      localStorage.setItem('lang', 'en');
      const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
      return {
        itself: localStorage === localStorage && localStorage instanceof Storage,
        named: Object.prototype.toString.call(localStorage),
        keys: Object.keys(localStorage).toSorted(),
        length: localStorage.length,
        places: [0, 1, 2].map((at) => localStorage.key(at) ?? 'none').toSorted(),
        has: ['visitor' in localStorage, Reflect.deleteProperty(localStorage, 'visitor'), 'visitor' in localStorage],
        method: [own?.enumerable, own?.writable, Storage.prototype.setItem.name, Storage.prototype.setItem.length],
        event: new StorageEvent('storage', { storageArea: localStorage }).storageArea === localStorage,
        wrong: ((): string => {
          try {
            return String(Storage.prototype.getItem.call({}, 'x'));
          } catch (error) {
            return (error as Error).name;
          }
        })(),
      };
    }, number());
    expect(seen).toEqual({
      itself: true,
      named: '[object Storage]',
      keys: ['lang', 'visitor'],
      length: 2,
      places: ['lang', 'none', 'visitor'],
      has: [true, true, false],
      method: [true, true, 'setItem', 2],
      event: true,
      wrong: 'TypeError',
    });
  });

  behaviour('a sandboxed frame is refused as ever', async ({ browser, open }) => {
    await holdOnShop(browser);
    const page = await open(PLAIN);
    const names = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      const told = new Promise((resolve) => {
        addEventListener('message', ({ data }) => resolve(data), { once: true });
      });
      const attempt = 'const n = (f) => { try { f(); return null; } catch (e) { return e.name; } };';
      frame.srcdoc = `<script>${attempt} parent.postMessage([n(() => localStorage), n(() => document.cookie)], '*')</script>`;
      document.body.append(frame);
      return await told;
    });
    expect(names).toEqual(['SecurityError', 'SecurityError']);
  });
});
