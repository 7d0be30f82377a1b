import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { WAYS, WAYS_THROUGH, type Way } from './ways-to-write.ts';
import { behaviour } from './world.ts';

/** A page of the shop that stores nothing by itself. */
const PLAIN = `${SHOP}/plain`;

/** Holds numbers on the shop, as the background does once the person chose Block there. */
async function holdOnShop(browser: TestBrowser, file: 'hold' | 'hold-new' | 'forget' = 'hold'): Promise<void> {
  await browser.inExtension(async (path) => {
    await chrome.scripting.registerContentScripts([
      {
        id: 'test',
        js: [path],
        matches: ['*://*.halden-audio.example/*'],
        world: 'MAIN',
        runAt: 'document_start',
        allFrames: true,
        matchOriginAsFallback: true,
      },
    ]);
  }, `/src/content/${file}.iife.js`);
}

/** What the browser really stores, by name, as only the extension can see it. */
async function stored(browser: TestBrowser, page: Page): Promise<Readonly<Record<string, string>>> {
  return await browser.inExtension(
    async (url, tabId) => {
      const cookies = await chrome.cookies.getAll({ url, partitionKey: {} });
      const [found] = await chrome.scripting.executeScript({
        target: { tabId },
        func: () => ({
          ...Object.fromEntries(Object.entries(localStorage)),
          ...Object.fromEntries(Object.entries(sessionStorage)),
        }),
      });
      return {
        ...(found?.result as Record<string, string>),
        ...Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
      };
    },
    PLAIN,
    browser.tabIdOf(page),
  );
}

/** Says something to every frame of a page, as the background does. */
async function tellPage(browser: TestBrowser, page: Page, message: unknown): Promise<unknown> {
  return await browser.inExtension(
    async (tabId, said) => (await chrome.tabs.sendMessage(tabId, said)) as unknown,
    browser.tabIdOf(page),
    message,
  );
}

const number = (): string => crypto.randomUUID();
const hex = (): string => number().replaceAll('-', '');

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

  behaviour('two ways of writing are known to get through', async ({ browser, open }) => {
    await holdOnShop(browser);
    const page = await open(PLAIN);
    for (const [at, { way, write }] of WAYS_THROUGH.entries()) {
      const value = number();
      await page.evaluate(write, `visitor_${at}`, value);
      expect([way, (await stored(browser, page))[`visitor_${at}`]]).toEqual([way, value]);
    }
  });

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
      await tellPage(browser, page, { from: 'background', type: 'let-go', names: ['visitor_c'] });
      const first = await stored(browser, page);
      expect([first['visitor_c'], first['visitor_k']]).toEqual([cookie, undefined]);
      await tellPage(browser, page, { from: 'background', type: 'let-go', names: null });
      expect((await stored(browser, page))['visitor_k']).toBe(key);
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
      await holdOnShop(browser);
      // Whatever pages tell the background, every page of the extension hears too.
      await browser.inExtension(() => {
        const told: unknown[] = [];
        Object.assign(globalThis, { told });
        chrome.runtime.onMessage.addListener((message) => void told.push(message));
      });
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
      expect(items('forgotten')).toMatchObject([
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
