import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readTcString } from '#consent/tcf.ts';
import { CLUMSY_SHOP, HONEST_SHOP, LYING_SHOP } from '../site/consent-shops/consent-shops.ts';
import type { ShopDeed, ShopLog } from '../site/consent-shops/shop-log.ts';
import type { DemoSites } from '../site/sites.ts';
import { until } from '../support/until.ts';
import { letIn } from './asking.ts';
import { behaviour } from './world.ts';

/** Presses a button of the shop's banner, and waits until the shop has written down what was stored. */
async function press(page: Page, log: ShopLog, pressed: 'accept' | 'reject'): Promise<void> {
  const before = stored(log).length;
  await page.locator(`#cmp [data-press="${pressed}"]`).click();
  await until(`${pressed} to be told`, () => stored(log).length > before);
}

type Stored = Extract<ShopDeed, { did: 'stored' }>;

function stored(log: ShopLog): readonly Stored[] {
  return log.filter((deed) => deed.did === 'stored');
}

function letByLast(log: ShopLog): readonly string[] {
  const value = stored(log).at(-1)?.text ?? '';
  return letIn([readTcString({ area: 'cookie', name: 'euconsent-v2', value })]);
}

/** What the shop did about a cookie, in order: for how many days it set it, or that it deleted it. */
function about(log: ShopLog, name: string): readonly (string | number | null)[] {
  const deeds = log.filter((deed) => (deed.did === 'set' || deed.did === 'deleted') && deed.name === name);
  return deeds.map((deed) => (deed.did === 'set' ? deed.days : deed.did));
}

/** What Google Analytics and the third party were told of consent by a shop, in the order in which it arrived. */
function told({ street, tracker }: DemoSites, host: string) {
  const from = ({ url, referrer }: { readonly url: string; readonly referrer: string }) =>
    [url, referrer].some((text) => text.includes(host));
  const asked = (one: { readonly url: string }, name: string) => new URL(one.url).searchParams.get(name);
  return {
    google: street.ga4.requests.filter(from).map((one) => asked(one, 'gcs')),
    bluebird: tracker.requests.filter(from).map((one) => asked(one, 'gdpr_consent')),
  };
}

const EVERY_PURPOSE = 9;

describe('the lying shop', () => {
  behaviour('counts before any choice and after a refusal, and says that it may', async ({ sites, open }) => {
    const log = sites.consentShops.lying;
    const page = await open(`https://${LYING_SHOP}/`);
    await until('both to be asked', () => {
      const { google, bluebird } = told(sites, LYING_SHOP);
      return google.length > 0 && bluebird.length > 0;
    });
    expect(stored(log)).toEqual([]);
    expect(about(log, '_ga')).toEqual([400]);
    expect(told(sites, LYING_SHOP).google).toEqual(['G111']);
    await press(page, log, 'reject');
    expect(letByLast(log).filter((one) => one.endsWith(' granted'))).toHaveLength(EVERY_PURPOSE);
    expect(about(log, '_ga')).toEqual([400, 'deleted']);
    await page.goto(`https://${LYING_SHOP}/hi-fi`, { waitUntil: 'load' });
    await until('the next page to count', () => told(sites, LYING_SHOP).google.length > 1);
    expect(about(log, '_ga')).toEqual([400, 'deleted', 400]);
  });

  behaviour('stores consent on a page where nobody presses anything', async ({ sites, open }) => {
    const log = sites.consentShops.lying;
    await open(`https://${LYING_SHOP}/offers`);
    await until('it to be stored', () => stored(log).length > 0);
    expect(stored(log)).toMatchObject([{ pressed: null }]);
    expect(letByLast(log).filter((one) => one.endsWith(' granted'))).toHaveLength(EVERY_PURPOSE);
  });
});

describe('the honest shop', () => {
  behaviour('counts once it may, and deletes its number when that is taken back', async ({ sites, open }) => {
    const log = sites.consentShops.honest;
    const page = await open(`https://${HONEST_SHOP}/`);
    await press(page, log, 'reject');
    expect(letByLast(log)).toEqual([]);
    await page.goto(`https://${HONEST_SHOP}/hi-fi`, { waitUntil: 'networkidle0' });
    expect(about(log, '_ga')).toEqual([]);
    expect(told(sites, HONEST_SHOP)).toEqual({ google: [], bluebird: [] });
    await page.locator('#privacy-settings').click();
    await press(page, log, 'accept');
    await until('both to be asked', () => {
      const { google, bluebird } = told(sites, HONEST_SHOP);
      return google.length > 0 && bluebird.length > 0;
    });
    expect(told(sites, HONEST_SHOP)).toEqual({ google: ['G111'], bluebird: [stored(log).at(-1)?.text] });
    expect(about(log, '_ga')).toEqual([30]);
    await page.locator('#privacy-settings').click();
    await press(page, log, 'reject');
    await page.goto(`https://${HONEST_SHOP}/offers`, { waitUntil: 'networkidle0' });
    expect(about(log, '_ga')).toEqual([30, 'deleted']);
    expect(told(sites, HONEST_SHOP).google).toHaveLength(1);
    expect(await page.evaluate(() => document.cookie.includes('_ga'))).toBe(false);
  });
});

describe('the clumsy shop', () => {
  behaviour('sets what it cannot do without before it asks, and nothing else', async ({ sites, open }) => {
    const log = sites.consentShops.clumsy;
    const page = await open(`https://${CLUMSY_SHOP}/`);
    await press(page, log, 'reject');
    await page.goto(`https://${CLUMSY_SHOP}/hi-fi`, { waitUntil: 'networkidle0' });
    const set = log.flatMap((deed) => (deed.did === 'set' ? [deed.name] : []));
    expect(set).toEqual(['sid', 'cart', 'csrf', 'AWSALB', 'cookieyes-consent']);
    expect(told(sites, CLUMSY_SHOP)).toEqual({ google: [], bluebird: [] });
  });
});
