import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { WAYS, type Way } from './ways-to-write.ts';
import { behaviour } from './world.ts';

/** A page of the shop that stores nothing by itself. */
const PLAIN = `${SHOP}/plain`;

/** Holds numbers on the shop, as the background does once the person chose Block there. */
async function holdOnShop(browser: TestBrowser, file: 'hold' | 'hold-new' | 'forget' = 'hold'): Promise<void> {
  await browser.inExtension(
    async (path) => {
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
    },
    `/src/content/${file}.iife.js`,
  );
}

/** What the browser really stores, by name, as only the extension can see it. */
async function stored(browser: TestBrowser, page: Page): Promise<Readonly<Record<string, string>>> {
  return await browser.inExtension(
    async (url, tabId) => {
      const cookies = await chrome.cookies.getAll({ url, partitionKey: {} });
      const [found] = await chrome.scripting.executeScript({
        target: { tabId },
        func: () => ({ ...Object.fromEntries(Object.entries(localStorage)), ...Object.fromEntries(Object.entries(sessionStorage)) }),
      });
      return { ...(found?.result as Record<string, string>), ...Object.fromEntries(cookies.map(({ name, value }) => [name, value])) };
    },
    PLAIN,
    browser.tabIdOf(page),
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
  behaviour('none reaches the browser, whichever way it is written, and the page sees its own', async ({ browser, open }) => {
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
  });

  behaviour('logins, carts and languages are stored as ever, whichever way they are written', async ({ browser, open }) => {
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
        // A page that hides what it writes from us, by replacing what we are made of, is believed nothing.
        const shown = await page.evaluate(write, name, value);
        const kept = (await stored(browser, page))[name];
        seen[`${name} by ${way}`] = { page: shown?.includes(value), kept };
        wanted[`${name} by ${way}`] = { page: true, kept: kept === undefined && way.includes('opened') ? undefined : value };
      }
    }
    expect(seen).toEqual(wanted);
  });
});

void until;
