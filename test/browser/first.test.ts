import { expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { behaviour } from '../support/behaviour.ts';

behaviour(
  'a page loads with the extension, and the popup shows the number in the shop’s log',
  async ({ sites, browser }) => {
    const page = await browser.newPage();
    await page.goto(`${SHOP}/hi-fi`);
    const popup = await browser.popupFor(page);
    const { facts } = await popup.until('a number', (shown) => shown.facts['number'] !== undefined);
    expect(sites.shop.visitors.map(({ number }) => number)).toEqual([facts['number']]);
  },
);

behaviour('the record goes on after the background was killed', async ({ sites, browser }) => {
  const page = await browser.newPage();
  await page.goto(`${SHOP}/`);
  expect(await browser.killBackground()).toBe(true);
  await page.goto(`${SHOP}/support`);
  const popup = await browser.popupFor(page);
  await popup.until('both pages', ({ facts }) => facts['pages'] === '2 pages');
  expect(sites.shop.visitors[0]?.pages).toHaveLength(2);
});

behaviour('visits are counted by month: forty days later it is another month', async ({ sites, browser }) => {
  const first = await browser.newPage();
  await first.goto(`${SHOP}/`);
  const later = 40 * 24 * 3_600_000;
  sites.setClock(later);
  await browser.restart({ clockOffset: later });
  const page = await browser.newPage();
  await page.goto(`${SHOP}/`);
  const popup = await browser.popupFor(page);
  const { facts } = await popup.until('two visits', (shown) => shown.facts['visits'] === '2 visits');
  expect(facts['month-visits']).toBe('1 visit');
  const [visitor, ...others] = sites.shop.visitors;
  expect(others).toEqual([]);
  expect(visitor?.number).toBe(facts['number']);
  expect(Object.values(visitor?.months ?? {}).map(({ visits }) => visits)).toEqual([1, 1]);
});
