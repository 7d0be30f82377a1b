import { describe, expect } from 'vitest';
import type { Choice } from '#core/mode.ts';
import { SHOP } from '../site/hosts.ts';
import { addToCart, placeOrder, signIn } from '../site/shopper.ts';
import type { VisitorRecord } from '../site/visitor-log.ts';
import { figureIn } from '../support/agreement-of-modes.ts';
import { until } from '../support/until.ts';
import { ALLOW, BLOCK, choose, RESET, SHOP_DOMAIN, undecided } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { behaviour, type World } from './world.ts';

function pagesOf({ pages }: VisitorRecord): readonly string[] {
  return pages.map(({ path }) => path);
}

/** What no mode may touch: goes on with a login and a cart from before, and orders. */
async function orderAfter({ sites, browser, open }: World, decide: () => Promise<void>): Promise<void> {
  const page = await open(`${SHOP}/`);
  await signIn(page, 'Ada');
  await addToCart(page, 'model-2');
  const before = new Map((await cookiesOf(browser)).map(({ name, value }) => [name, value]));
  await decide();
  await placeOrder(page, 'model-2');
  expect(new URL(page.url()).pathname).toBe('/order/thank-you');
  expect(sites.shop.visitors.flatMap(pagesOf)).toContain('/order/thank-you');
  await page.goto(`${SHOP}/your-account`, { waitUntil: 'load' });
  expect(await page.$eval('h1', (heading) => heading.innerText)).toBe('Hello, Ada');
  const carried = sites.proxyLog.findLast(({ url }) => url === `${SHOP}/your-account`)?.headers.cookie ?? '';
  for (const name of ['sid', 'csrf', 'lang']) expect(carried).toContain(`${name}=${before.get(name)}`);
}

describe('what a person decides', () => {
  for (const [mode, choice] of [
    ['Allow', ALLOW],
    ['Block', BLOCK],
    ['Reset', RESET],
  ] as const satisfies readonly (readonly [string, Choice])[]) {
    behaviour(`under ${mode}, login, form token and language stay, and an order goes through`, async (world) => {
      await orderAfter(world, () => choose(world.browser, SHOP_DOMAIN, choice));
    });
  }

  behaviour('under “Ask first”, login, form token and language stay, and an order goes through', async (world) => {
    await undecided(world.browser, { first: 'ask', third: 'ask' });
    await orderAfter(world, async () => {});
  });

  behaviour(
    'blocked, the shop meets a newcomer with each page, and the popup says how many numbers it gave and none kept',
    async ({ sites, browser, open }) => {
      const page = await open(`${SHOP}/plain`);
      const popup = await browser.popupFor(page);
      await popup.decide('block');
      for (const path of ['/hi-fi', '/support', '/hi-fi/model-2']) {
        await page.goto(`${SHOP}${path}`, { waitUntil: 'load' });
      }
      expect(sites.shop.visitors.map(pagesOf)).toEqual([['/hi-fi'], ['/support'], ['/hi-fi/model-2']]);
      const shown = await popup.until(
        'all pages since, and numbers given on each',
        ({ facts }) => figureIn(facts['pages-since']) === 3 && figureIn(facts['given']) >= 3,
      );
      expect(figureIn(shown.facts['failed'])).toBe(0);
    },
  );

  behaviour(
    'reset once, the shop gives another number, and the popup shows before and after as the log has them',
    async ({ sites, browser, open }) => {
      const page = await open(`${SHOP}/`);
      await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
      const popup = await browser.popupFor(page);
      await popup.reset('now');
      await until('the number to be gone', async () => !(await cookiesOf(browser)).some(({ name }) => name === 'hvid'));
      await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
      await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
      expect(sites.shop.visitors.map(pagesOf)).toEqual([
        ['/', '/support'],
        ['/hi-fi', '/support'],
      ]);
      const [first, second] = sites.shop.visitors;
      await popup.until(
        'the log’s two numbers',
        ({ facts }) => facts['before'] === first?.number && facts['after'] === second?.number,
      );
    },
  );

  behaviour('undecided again, the shop’s number is kept again', async ({ sites, browser, open }) => {
    const page = await open(`${SHOP}/`);
    await choose(browser, SHOP_DOMAIN, BLOCK);
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    await choose(browser, SHOP_DOMAIN, null);
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    await page.goto(`${SHOP}/hi-fi`, { waitUntil: 'load' });
    expect(sites.shop.visitors.map(pagesOf)).toEqual([['/'], ['/hi-fi'], ['/support', '/hi-fi']]);
  });

  behaviour(
    'blocked, a background that is killed before each page lets no number be kept',
    async ({ sites, browser, open }) => {
      const page = await open(`${SHOP}/`);
      await choose(browser, SHOP_DOMAIN, BLOCK);
      for (const path of ['/hi-fi', '/support', '/hi-fi/model-1']) {
        await browser.killBackground();
        await page.goto(`${SHOP}${path}`, { waitUntil: 'load' });
      }
      expect(sites.shop.visitors.map(pagesOf)).toEqual([['/'], ['/hi-fi'], ['/support'], ['/hi-fi/model-1']]);
    },
  );
});
