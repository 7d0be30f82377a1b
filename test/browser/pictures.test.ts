import { mkdirSync, statSync } from 'node:fs';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { LYING_SHOP } from '../site/consent-shops/consent-shops.ts';
import { addToCart, placeOrder, searchFor, signIn, visit } from '../site/shopper.ts';
import type { TestBrowser } from '../support/browser.ts';
import { BLOCK, choose, SHOP_DOMAIN } from './deciding.ts';
import { findOnTheWay, press, shopAt } from './shopping.ts';
import { askView, behaviour, numbersNamed, type World } from './world.ts';

/** Where pictures go: `npm test -- --pictures` writes those of the README, any other run leaves them alone. */
const FOLDER = process.env['KNOWN_AS_PICTURES'] ?? new URL('../../.out/pictures', import.meta.url).pathname;

/** Smallest size of a picture that shows something, in bytes; an empty page is smaller. */
const NOT_EMPTY = 8000;

/** A visit with something of everything. */
async function browse({ open, reportUntil }: World): Promise<Page> {
  const copper = await open('https://copperkettle.example/');
  const news = await open('https://northwind-news.example/');
  await reportUntil(copper, 'the other shop', ({ numbers }) => numbers.length > 1);
  await reportUntil(news, 'the newspaper', ({ numbers }) => numbers.length > 2);
  const page = await open(`${SHOP}/`);
  for (const path of ['/hi-fi', '/hi-fi/model-2', '/hi-fi/model-5', '/support', '/stories'])
    await visit(page, SHOP + path);
  for (const words of ['car mp3 player', 'headphones', 'bluetooth adapter for old amplifier', 'car mp3 player']) {
    await searchFor(page, words);
  }
  await signIn(page, 'Ada');
  await addToCart(page, 'model-2');
  await placeOrder(page, 'model-2');
  await visit(page, `${SHOP}/hi-fi`);
  await reportUntil(page, 'the order', ({ month }) => month?.tally.orders === 1);
  return page;
}

/** The area from the part that has one head to the part that has another. */
async function areaOf(page: Page, from: string, to: string): Promise<ScreenshotClip> {
  return await page.evaluate(
    (first, last) => {
      const top = document.querySelector(first)?.closest('section')?.getBoundingClientRect().top ?? 0;
      const bottom = document.querySelector(last)?.closest('section')?.getBoundingClientRect().bottom ?? 0;
      return { x: 0, y: top, width: innerWidth, height: bottom - top };
    },
    from,
    to,
  );
}

async function take(
  browser: TestBrowser,
  page: Page,
  { name, whole = false, from, to }: { name: string; whole?: boolean; from?: string; to?: string },
): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}-${browser.name}.png` as const;
  const clip = from === undefined || to === undefined ? {} : { clip: await areaOf(page, from, to) };
  await page.screenshot({ path, fullPage: whole, ...clip });
  expect(statSync(path).size).toBeGreaterThan(NOT_EMPTY);
}

/** The popup as tall as all it has to say, for a picture of the whole. */
async function unfold(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const popup = document.querySelector<HTMLElement>('.popup');
    if (popup !== null) popup.style.maxBlockSize = 'none';
    return document.documentElement.scrollHeight;
  });
  await page.setViewport({ width: 360, height, deviceScaleFactor: 2 });
}

/** A visit in which something is found: to a shop that counts before it asks, and stores consent on a refusal. */
async function browseLying(world: World): Promise<Page> {
  const { reportUntil, sites } = world;
  await askView(world.browser, 'changeGpc', { domain: null, on: true });
  const shopping = await shopAt(world, `${LYING_SHOP}/`, sites.consentShops.lying);
  const { page } = shopping;
  await reportUntil(page, 'the first number', (report) => numbersNamed(report, '_ga').length > 0);
  await press(shopping, 'reject');
  await findOnTheWay(shopping, 'after-refusal');
  return page;
}

/** Pages of the options, by what their pictures are called. */
async function takeOptions({ browser }: World, theme: string, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, hash] of Object.entries(pages)) {
    const options = await browser.optionsPage(hash);
    await options.waitForSelector('main h1');
    await options.waitForSelector('[aria-busy=true]', { hidden: true });
    await take(browser, options, { name: `options-${name}-${theme}`, whole: true });
  }
}

for (const theme of ['light', 'dark'] as const) {
  describe(`pictures, ${theme}`, () => {
    behaviour(
      `popup and options can be looked at, ${theme}`,
      async (world) => {
        const { browser, open } = world;
        const page = await browse(world);
        const popup = await browser.popupFor(page);
        await popup.page.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
        await popup.page.waitForSelector('[data-fact=month-orders]');
        await take(browser, popup.page, { name: `popup-${theme}` });
        await unfold(popup.page);
        await take(browser, popup.page, { name: `popup-busy-${theme}`, whole: true });
        const library = await open('https://riverside-library.example/');
        const empty = await browser.popupFor(library);
        await empty.page.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
        await empty.page.waitForSelector('.tag-empty');
        await take(browser, empty.page, { name: `popup-empty-${theme}` });
        // The choice for the shop takes the companies' numbers that they have elsewhere too.
        await takeOptions(world, theme, { companies: '#/companies', company: '#/company/bluebird-metrics.example' });
        await choose(browser, SHOP_DOMAIN, BLOCK);
        for (const path of ['/support', '/hi-fi', '/stories']) await visit(page, SHOP + path);
        const blocked = await browser.popupFor(page);
        await blocked.page.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
        await blocked.until('what was given and not kept', ({ facts }) => facts['given'] !== undefined);
        await blocked.closeAll();
        await take(browser, blocked.page, { name: `popup-blocked-${theme}` });
        await takeOptions(world, theme, {
          overview: '#/',
          sites: '#/sites',
          site: '#/site/halden-audio.example',
          activity: '#/activity',
          settings: '#/settings',
        });
      },
      { dark: theme === 'dark', thirdPartyCookies: 'allowed' },
    );

    behaviour(
      `a visit in which something is found, and its receipt, can be looked at, ${theme}`,
      async (world) => {
        const { browser } = world;
        const page = await browseLying(world);
        const popup = await browser.popupFor(page);
        await popup.page.waitForSelector('[data-rule="after-refusal"]');
        await unfold(popup.page);
        await take(browser, popup.page, { name: `popup-visit-${theme}`, from: '#visit', to: '#stored-choice' });
        await takeOptions(world, theme, {
          visit: `#/site/${LYING_SHOP}`,
          receipts: `#/receipts/${LYING_SHOP}`,
        });
      },
      { dark: theme === 'dark', thirdPartyCookies: 'allowed' },
    );
  });
}
