import type { Page } from 'puppeteer-core';
import { PLAIN } from '../site/hosts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { BLOCK, choose, SHOP_DOMAIN } from './deciding.ts';

/** Holds numbers on the shop: the person chose Block there. */
export async function holdOnShop(browser: TestBrowser): Promise<void> {
  await choose(browser, SHOP_DOMAIN, BLOCK);
}

/** A script of ours in the shop's pages alone, whatever was chosen. */
export async function runOnShop(browser: TestBrowser, file: 'forget'): Promise<void> {
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
export async function stored(browser: TestBrowser, page: Page): Promise<Readonly<Record<string, string>>> {
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
export async function tellPage(browser: TestBrowser, page: Page, message: unknown): Promise<unknown> {
  return await browser.inExtension(
    async (tabId, said) => (await chrome.tabs.sendMessage(tabId, said)) as unknown,
    browser.tabIdOf(page),
    message,
  );
}

export const number = (): string => crypto.randomUUID();
export const hex = (): string => number().replaceAll('-', '');
