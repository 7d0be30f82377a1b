import { describe, expect } from 'vitest';
import type { PolicyReport } from '#core/control.ts';
import { SHOP } from '../site/hosts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { answer, seen, shown } from './card-seen.ts';
import { undecided } from './deciding.ts';
import { cookiesOf } from './jar.ts';
import { askView, behaviour } from './world.ts';

async function tellByCard(browser: TestBrowser, aDay = 3): Promise<void> {
  await askView<PolicyReport>(browser, 'changeNotice', { by: 'card', aDay });
}

async function isStored(browser: TestBrowser): Promise<boolean> {
  return (await cookiesOf(browser)).some(({ name }) => name === 'hvid');
}

describe('told by a card', () => {
  behaviour('Block on the card is carried out, and the popup says so', async ({ sites, browser }) => {
    await tellByCard(browser);
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 600 });
    await page.bringToFront();
    await page.goto(`${SHOP}/`, { waitUntil: 'load' });
    await answer(page, 1);
    await until('the number to be gone', async () => !(await isStored(browser)));
    const before = sites.shop.visitors.length;
    for (const path of ['/hi-fi', '/support']) await page.goto(`${SHOP}${path}`, { waitUntil: 'load' });
    expect(sites.shop.visitors.slice(before).map(({ pages }) => pages.length)).toEqual([1, 1]);
    const popup = await browser.popupFor(page);
    await popup.until('Block as chosen', ({ chosen }) => chosen === 'block');
  });

  behaviour('Allow on the card of a held number stores that very number', async ({ sites, browser }) => {
    await tellByCard(browser);
    await undecided(browser, { first: 'ask', third: 'notify' });
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 600 });
    await page.bringToFront();
    await page.goto(`${SHOP}/`, { waitUntil: 'load' });
    await shown(page);
    expect(await isStored(browser)).toBe(false);
    await answer(page, 0);
    await until('the number to be stored', () => isStored(browser));
    const cookie = (await cookiesOf(browser)).find(({ name }) => name === 'hvid');
    expect(sites.shop.visitors.map(({ number }) => number)).toContain(cookie?.value);
    const number = cookie?.value;
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    expect(sites.shop.visitors.find((visitor) => visitor.number === number)?.pages.length).toBeGreaterThan(1);
  });

  behaviour('a site is told of once, and no more than so many a day', async ({ browser, reportUntil }) => {
    await tellByCard(browser, 1);
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 600 });
    await page.bringToFront();
    await page.goto(`${SHOP}/`, { waitUntil: 'load' });
    await shown(page);
    await page.keyboard.press('Escape');
    await until('the card to be gone', async () => (await seen(page)) === null);
    await page.goto(`${SHOP}/support`, { waitUntil: 'load' });
    await reportUntil(page, 'the second page', ({ numbers: [own] }) => own?.total.pages === 2);
    expect(await seen(page)).toBeNull();
    await page.goto('https://copperkettle.example/', { waitUntil: 'load' });
    await reportUntil(page, 'the other shop', ({ numbers }) => numbers.length > 0);
    await page.goto('https://copperkettle.example/kettles', { waitUntil: 'load' });
    await reportUntil(page, 'its second page', ({ numbers: [own] }) => own?.total.pages === 2);
    expect(await seen(page)).toBeNull();
  });
});
