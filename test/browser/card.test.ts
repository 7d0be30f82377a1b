import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { answer, pressAnswer, seen, shown } from './card-seen.ts';
import { behaviour, type World } from './world.ts';

/** The card by itself, put into a page that nobody watches over: a page of ours answers it as the background would. */

const NUMBER = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
const LIBRARY = 'https://riverside-library.example/';
const CONTENT = {
  domain: 'riverside-library.example',
  number: NUMBER,
  expires: new Date(2027, 11, 27).getTime(),
  held: false,
  companies: 0,
};

/** Firefox looks for a file beside the page that asks, unless its path begins at the root. */
const FILE = '/src/card/card.iife.js';

/** Answers cards in the background's place, and notes what they tell. */
async function answerCards(browser: TestBrowser): Promise<void> {
  await browser.inExtension((content) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    chrome.runtime.onMessage.addListener((message: { from?: string; type?: string; choice?: object }, _, reply) => {
      if (message.from !== 'card') return;
      told.push(message.type === 'answer' ? JSON.stringify(message.choice) : (message.type ?? ''));
      reply(message.type === 'ready' ? content : true);
    });
  }, CONTENT);
}

async function heard(browser: TestBrowser): Promise<readonly string[]> {
  return await browser.inExtension(() => (globalThis as unknown as { told: string[] }).told);
}

async function putCard(browser: TestBrowser, page: Page): Promise<void> {
  await browser.inExtension(
    async (tabId, path) => {
      await chrome.scripting.executeScript({ target: { tabId }, files: [path] });
    },
    browser.tabIdOf(page),
    FILE,
  );
  await until('the card to ask what to say', async () => (await heard(browser)).includes('ready'));
}

/** A page with the card put into it. */
async function withCard(
  { browser, open }: World,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  await answerCards(browser);
  const page = await open(LIBRARY);
  await page.setViewport({ width: 900, height: 600 });
  await page.bringToFront();
  await prepare(page);
  await putCard(browser, page);
  return page;
}

/** Until the card has looked at the page again: it does so at the next frame. */
async function looked(page: Page): Promise<void> {
  await page.evaluate(
    async () =>
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** A field for words at the page's beginning, and a heading to press beside it. */
async function addField(page: Page): Promise<void> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { id: 'field' });
    document.body.prepend(field);
  });
}

describe('the card in a page', () => {
  behaviour('a person’s press is the answer, and then the card is gone', async (world) => {
    const page = await withCard(world);
    await shown(page);
    expect(await heard(world.browser)).toEqual(['ready', 'shown']);
    await answer(page, 1);
    await until('the answer', async () => (await heard(world.browser)).includes('{"mode":"block"}'));
    await until('the card to be gone', async () => (await seen(page)) === null);
  });

  behaviour('Escape puts the card away, and the focus stays where it was', async (world) => {
    const page = await withCard(world, async (before) => {
      await before.focus('a');
    });
    await shown(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
    await page.keyboard.press('Escape');
    await until('the card to be gone', async () => (await seen(page)) === null);
    expect(await heard(world.browser)).toEqual(['ready', 'shown', 'dismissed']);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
  });

  behaviour('the card waits while the person types, and while a form is begun', async (world) => {
    const page = await withCard(world, async (before) => {
      await addField(before);
      await before.click('#field');
    });
    await page.keyboard.type('Ad');
    await page.click('h1');
    await until('the field to have lost the focus', async () =>
      page.evaluate(() => document.activeElement === document.body),
    );
    await looked(page);
    expect((await seen(page))?.shown ?? false).toBe(false);
    expect(await heard(world.browser)).toEqual(['ready']);
    await page.click('#field');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await looked(page);
    expect((await seen(page))?.shown ?? false).toBe(false);
    await page.click('h1');
    await shown(page);
    expect(await heard(world.browser)).toEqual(['ready', 'shown']);
  });

  behaviour('a card already shown steps aside when the person begins to type', async (world) => {
    const page = await withCard(world, addField);
    await shown(page);
    await page.click('#field');
    await until('the card to step aside', async () => (await seen(page))?.shown === false);
  });

  behaviour('a page’s script reads nothing of the card and presses nothing in it', async (world) => {
    const page = await withCard(world);
    await shown(page);
    const got = await page.evaluate((number) => {
      const host = document.querySelector<HTMLElement>('html > div');
      const { left = 0, bottom = 0, width = 0 } = host?.getBoundingClientRect() ?? {};
      const under = document.elementFromPoint(left + width / 2, bottom - 79);
      for (const target of [host, under]) {
        target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: left + width / 2 }));
        (target as HTMLElement | null)?.click();
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      getSelection()?.selectAllChildren(document.documentElement);
      const texts = [document.documentElement.outerHTML, document.documentElement.innerText, String(getSelection())];
      return {
        root: host?.shadowRoot ?? null,
        isHost: under === host,
        inTexts: texts.some((text) => text.includes(number)),
      };
    }, NUMBER);
    expect(got).toEqual({ root: null, isHost: true, inTexts: false });
    expect((await seen(page))?.shown).toBe(true);
    expect(await heard(world.browser)).toEqual(['ready', 'shown']);
  });

  behaviour(
    'a press through something that lies over the card is no answer, where the browser tells',
    async (world) => {
      const page = await withCard(world);
      await shown(page);
      await page.evaluate(() => {
        const over = Object.assign(document.createElement('section'), {
          popover: 'manual',
          textContent: 'Win a prize',
        });
        over.style.cssText =
          'position:fixed;inset:0;inline-size:100%;block-size:100%;pointer-events:none;background:#fff';
        document.body.append(over);
        over.showPopover();
      });
      const pressUntil = async (seconds: number): Promise<boolean> => {
        const end = Date.now() + seconds * 1000;
        while (Date.now() < end) {
          await pressAnswer(page, 0);
          await looked(page);
          if ((await heard(world.browser)).includes('{"mode":"allow"}')) return true;
        }
        return false;
      };
      // A press counts from half a second on: it is tried for longer. Firefox cannot tell what lies over an element.
      expect(await pressUntil(world.browser.name === 'firefox' ? 10 : 2)).toBe(world.browser.name === 'firefox');
      if (world.browser.name === 'firefox') return;
      await page.evaluate(() => document.querySelector('section:popover-open')?.remove());
      expect(await pressUntil(10)).toBe(true);
    },
  );

  behaviour('a page’s styles do not touch the card, nor its policy about styles', async (world) => {
    const page = await withCard(world);
    const before = await shown(page);
    await page.keyboard.press('Escape');
    await until('the card to be gone', async () => (await seen(page)) === null);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = `html { font-size: 40px; transform: scale(0.5) }
        html, body { filter: blur(4px); }
        html > div { display: none !important; opacity: 0 !important; inline-size: 10px !important; --surface: red; }
        * { visibility: hidden !important; font: 60px serif !important; padding: 3em !important; }`;
      document.head.append(style);
      const policy = document.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = "default-src 'none'";
      document.head.append(policy);
    });
    await putCard(world.browser, page);
    const after = await shown(page);
    expect({ width: after.width, height: after.height }).toEqual({ width: before.width, height: before.height });
    const host = await page.evaluate(() => {
      const element = document.querySelector('html > div');
      const { opacity, display, visibility } = getComputedStyle(element ?? document.body);
      return { opacity, display, visibility };
    });
    expect(host).toEqual({ opacity: '1', display: 'block', visibility: 'visible' });
  });

  behaviour('on a shop’s own page the search field does not keep the card away', async ({ browser, open }) => {
    await answerCards(browser);
    const page = await open(`${SHOP}/search?q=headphones`);
    await page.bringToFront();
    await putCard(browser, page);
    await shown(page);
  });
});
