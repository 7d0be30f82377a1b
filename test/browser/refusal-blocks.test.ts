import { describe, expect } from 'vitest';
import { CLUMSY_SHOP, LYING_SHOP } from '../site/consent-shops/consent-shops.ts';
import type { ShopLog } from '../site/consent-shops/shop-log.ts';
import { until } from '../support/until.ts';
import { cookiesOf } from './jar.ts';
import { press, shopAt, type Shopping } from './shopping.ts';
import { askView, behaviour, numbersNamed, type World } from './world.ts';

/** The names of what the browser keeps for a shop. */
async function keptFor({ browser }: World, host: string): Promise<readonly string[]> {
  return (await cookiesOf(browser)).filter(({ domain }) => domain.endsWith(host)).map(({ name }) => name);
}

function timesSet(log: ShopLog, wanted: string): number {
  return log.filter((deed) => deed.did === 'set' && deed.name === wanted).length;
}

/** Goes to a page of the shop; how often it set a cookie meanwhile: it does so wherever that does not come with the request. */
async function setOnTheWay({ page, log }: Shopping, path: string, name: string): Promise<number> {
  const before = timesSet(log, name);
  await page.goto(new URL(path, page.url()).href, { waitUntil: 'load' });
  return timesSet(log, name) - before;
}

describe('a refusal that is to block', () => {
  behaviour('keeps a shop’s number from it, though the shop sets it again, until it is accepted', async (world) => {
    await askView(world.browser, 'changeRefusalBlocks', { blocks: true });
    const shopping = await shopAt(world, `${LYING_SHOP}/`, world.sites.consentShops.lying);
    const { page } = shopping;
    await world.reportUntil(page, 'the number', (report) => numbersNamed(report, '_ga').length > 0);
    const taken = async (): Promise<boolean> => !(await keptFor(world, LYING_SHOP)).includes('_ga');
    expect(await taken()).toBe(false);
    await press(shopping, 'reject');
    await until('the number to be taken', taken);
    for (const path of ['/hi-fi', '/offers', '/']) {
      expect(await setOnTheWay(shopping, path, '_ga')).toBe(1);
      await until('the number to be taken', taken);
    }
    await press(shopping, 'accept');
    // The shop sets it with a page alone.
    await until('the number to be let go', async () => (await setOnTheWay(shopping, '/hi-fi', '_ga')) === 0);
    expect(await keptFor(world, LYING_SHOP)).toContain('_ga');
  });

  behaviour('leaves what a shop needs to work', async (world) => {
    await askView(world.browser, 'changeRefusalBlocks', { blocks: true });
    const shopping = await shopAt(world, `${CLUMSY_SHOP}/`, world.sites.consentShops.clumsy);
    const needed = await keptFor(world, CLUMSY_SHOP);
    expect(needed).toEqual(expect.arrayContaining(['sid', 'cart', 'csrf']));
    await press(shopping, 'reject');
    for (const path of ['/hi-fi', '/offers']) expect(await setOnTheWay(shopping, path, 'sid')).toBe(0);
    expect(await keptFor(world, CLUMSY_SHOP)).toEqual(expect.arrayContaining([...needed]));
  });
});
