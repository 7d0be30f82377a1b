import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { MINDFUL, SIGNAL_PARTNER, SILENT } from '../site/neighbours/signal.ts';
import type { DemoSites } from '../site/sites.ts';
import type { TestBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { askView, behaviour } from './world.ts';

/** What the page of either site asks for: by its address, or as what the third party is asked. */
const OWN = ['/', '/signal.js', '/image', '/fetch', '/beacon', '/signal-worker.js', '/worker-fetch'] as const;
const THIRD = ['/image', '/fetch', '/frame', '/socket'] as const;

async function change(browser: TestBrowser, domain: string | null, on: boolean | null): Promise<void> {
  await askView(browser, 'changeGpc', { domain, on });
}

/** Opens a site's page and waits until it has asked for everything. */
async function asking(open: (url: string) => Promise<Page>, host: string): Promise<Page> {
  const page = await open(`https://${host}/`);
  await until('everything to be asked for', async () => (await page.title()) === 'Asked');
  return page;
}

/** The requests since a place in the log that belong to a site's page, each with whether it said so. */
async function saidBy(sites: DemoSites, host: string, since: number): Promise<Readonly<Record<string, string>>> {
  const wanted = [...OWN.map((path) => `${host}${path}`), ...THIRD.map((path) => `${SIGNAL_PARTNER}${path}`)];
  return await until('every request at the sites', () => {
    const seen = new Map(
      sites.proxyLog
        .slice(since)
        .filter(({ kind }) => kind !== 'connect')
        .map(({ url, headers }) => [url.replace(/^\w+:\/\//u, ''), String(headers['sec-gpc'] ?? 'nothing')]),
    );
    return wanted.every((address) => seen.has(address))
      ? Object.fromEntries(wanted.map((address) => [address, seen.get(address) ?? '']))
      : false;
  });
}

function everyRequest(host: string, says: string): Readonly<Record<string, string>> {
  const all = [...OWN.map((path) => `${host}${path}`), ...THIRD.map((path) => `${SIGNAL_PARTNER}${path}`)];
  return Object.fromEntries(all.map((address) => [address, says]));
}

/** What each frame's first script read; `false` where there was no such property, as where there is and it is off. */
async function toldFirst(page: Page): Promise<Readonly<Record<string, boolean>>> {
  const inFrame = page.frames().find((frame) => frame.url().includes(SIGNAL_PARTNER));
  if (inFrame === undefined) throw new Error('The partner has no frame');
  const read = (): boolean => (globalThis as { toldFirst?: boolean }).toldFirst === true;
  const empty = await page.evaluate(
    () => (globalThis as unknown as { toldElsewhere: { empty?: boolean } }).toldElsewhere.empty === true,
  );
  return { top: await page.evaluate(read), empty, partner: await inFrame.evaluate(read) };
}

const ALL_TOLD = { top: true, empty: true, partner: true };
const NONE_TOLD = { top: false, empty: false, partner: false };

describe('Global Privacy Control', () => {
  behaviour('is said to nobody until it is chosen', async ({ sites, open }) => {
    const page = await asking(open, MINDFUL);
    expect(await saidBy(sites, MINDFUL, 0)).toEqual(everyRequest(MINDFUL, 'nothing'));
    expect(await toldFirst(page)).toEqual(NONE_TOLD);
  });

  behaviour(
    'is said with every request and in every frame once it is on, also after the background was stopped',
    async ({ sites, browser, open }) => {
      await change(browser, null, true);
      const page = await asking(open, MINDFUL);
      expect(await saidBy(sites, MINDFUL, 0)).toEqual(everyRequest(MINDFUL, '1'));
      expect(await toldFirst(page)).toEqual(ALL_TOLD);
      await browser.killBackground();
      const since = sites.proxyLog.length;
      const again = await asking(open, SILENT);
      expect(await saidBy(sites, SILENT, since)).toEqual(everyRequest(SILENT, '1'));
      expect(await toldFirst(again)).toEqual(ALL_TOLD);
    },
  );

  behaviour('is still said after the browser was closed and started again', async ({ sites, browser, open }) => {
    await change(browser, null, true);
    await browser.restart();
    const since = sites.proxyLog.length;
    const page = await asking(open, MINDFUL);
    expect(await saidBy(sites, MINDFUL, since)).toEqual(everyRequest(MINDFUL, '1'));
    expect(await toldFirst(page)).toEqual(ALL_TOLD);
  });

  behaviour('is off on one site and on for all others, and the other way round', async ({ sites, browser, open }) => {
    await asking(open, MINDFUL);
    await change(browser, null, true);
    await change(browser, MINDFUL, false);
    let since = sites.proxyLog.length;
    const left = await asking(open, MINDFUL);
    const byTab = await browser.inExtension(
      () => 'TOP_DOMAINS' in ((chrome.declarativeNetRequest as { RuleConditionKeys?: object }).RuleConditionKeys ?? {}),
    );
    expect(await saidBy(sites, MINDFUL, since)).toEqual(everyRequest(MINDFUL, 'nothing'));
    // The third party's frame goes by its own address, for a browser runs scripts by that.
    expect(await toldFirst(left)).toEqual({ ...NONE_TOLD, partner: true });
    since = sites.proxyLog.length;
    const other = await asking(open, SILENT);
    expect(await saidBy(sites, SILENT, since)).toEqual(everyRequest(SILENT, '1'));
    expect(await toldFirst(other)).toEqual(ALL_TOLD);

    await change(browser, null, false);
    await change(browser, MINDFUL, true);
    since = sites.proxyLog.length;
    const alone = await asking(open, MINDFUL);
    expect(await saidBy(sites, MINDFUL, since)).toEqual(everyRequest(MINDFUL, '1'));
    expect(await toldFirst(alone)).toEqual({ ...ALL_TOLD, partner: false });
    since = sites.proxyLog.length;
    const silent = await asking(open, SILENT);
    expect(await saidBy(sites, SILENT, since)).toEqual(everyRequest(SILENT, 'nothing'));
    expect(await toldFirst(silent)).toEqual(NONE_TOLD);

    // What a frame of the third party asks for by itself follows the page, where the browser can tell it.
    since = sites.proxyLog.length;
    const frame = alone.frames().find((one) => one.url().includes(SIGNAL_PARTNER));
    await frame?.evaluate(async () => void (await fetch('/from-the-frame')));
    const asked = sites.proxyLog.slice(since).find(({ url }) => url.endsWith('/from-the-frame'));
    expect([asked?.host, asked?.headers['sec-gpc']]).toEqual([SIGNAL_PARTNER, byTab ? '1' : undefined]);
  });

  behaviour('is not carried over a redirect to a site where it is off', async ({ sites, browser, open }) => {
    await asking(open, SILENT);
    await change(browser, null, true);
    await change(browser, SILENT, false);
    const since = sites.proxyLog.length;
    await open(`https://${MINDFUL}/away?to=https%3A%2F%2F${SILENT}%2Fframe`);
    const said = sites.proxyLog.slice(since).filter(({ kind, url }) => kind === 'request' && /away|frame/u.test(url));
    expect(said.map(({ host, headers }) => [host, headers['sec-gpc']])).toEqual([
      [MINDFUL, '1'],
      [SILENT, undefined],
    ]);
  });

  behaviour('does not reach workers, whose requests say it all the same', async ({ sites, browser, open }) => {
    await change(browser, null, true);
    const page = await asking(open, MINDFUL);
    const worker = await page.evaluate(
      () => (globalThis as unknown as { toldElsewhere: { worker: boolean | null } }).toldElsewhere.worker,
    );
    // Firefox has the property of its own, which says what Firefox's own setting is.
    expect(worker).toBe(browser.name === 'firefox' ? false : null);
    expect((await saidBy(sites, MINDFUL, 0))[`${MINDFUL}/worker-fetch`]).toBe('1');
  });

  behaviour('looks like an attribute of the browser’s own', async ({ browser, open }) => {
    await change(browser, null, true);
    const page = await open(`https://${MINDFUL}/frame`);
    const looks = await page.evaluate(() => {
      const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'globalPrivacyControl') ?? {};
      let thrown = '';
      try {
        own.get?.call({});
      } catch (error) {
        thrown = error instanceof TypeError ? 'TypeError' : 'another';
      }
      return {
        says: own.get?.call(navigator) as unknown,
        name: own.get?.name,
        set: own.set === undefined,
        enumerable: own.enumerable,
        configurable: own.configurable,
        thrown,
      };
    });
    expect(looks).toEqual({
      says: true,
      name: 'get globalPrivacyControl',
      set: true,
      enumerable: true,
      configurable: true,
      thrown: 'TypeError',
    });
  });

  behaviour('is chosen on the page of a site and in settings, where each says what holds', async (world) => {
    const { sites, browser, open } = world;
    await asking(open, MINDFUL);
    const options = await browser.optionsPage('#/settings');
    await options.waitForSelector('[aria-labelledby=gpc] select');
    await options.select('[aria-labelledby=gpc] select', 'on');
    // The page does not say when it holds: requests do.
    const said = await until('every request to say it', async () => {
      const since = sites.proxyLog.length;
      await asking(open, MINDFUL);
      const all = await saidBy(sites, MINDFUL, since);
      return Object.values(all).every((one) => one === '1') && all;
    });
    expect(said).toEqual(everyRequest(MINDFUL, '1'));
    const site = await browser.optionsPage(`#/site/${MINDFUL}`);
    await site.waitForSelector('[aria-labelledby=gpc] select');
    await site.select('[aria-labelledby=gpc] select', 'off');
    await until('that it is off there', async () => {
      const { sites: chosen } = await askView<{ sites: Record<string, boolean> }>(browser, 'gpc', null);
      return chosen[MINDFUL] === false;
    });
  });

  behaviour('is switched in the popup, which asks the site what it states at a press alone', async (world) => {
    const { sites, browser, open } = world;
    const page = await asking(open, MINDFUL);
    const { page: popup } = await browser.popupFor(page);
    await popup.waitForSelector('[data-gpc=off]');
    const stated = (): number => sites.proxyLog.filter(({ url }) => url.endsWith('/.well-known/gpc.json')).length;
    await popup.click('[data-gpc=off]');
    await popup.waitForSelector('[data-gpc=on]');
    expect(await popup.$eval('[data-gpc-says]', (says) => says.textContent)).toMatch(/^On for this site:/u);
    let since = sites.proxyLog.length;
    await asking(open, MINDFUL);
    expect(await saidBy(sites, MINDFUL, since)).toEqual(everyRequest(MINDFUL, '1'));
    expect(stated()).toBe(0);
    await popup.bringToFront();
    await popup.$eval('[aria-labelledby=gpc] details', (details) => details.setAttribute('open', ''));
    await popup.click('[data-gpc-look-up]');
    await popup.waitForSelector('[data-gpc-support=stated]');
    expect(stated()).toBe(1);
    await popup.click('[data-gpc=on]');
    await popup.waitForSelector('[data-gpc=off]');
    since = sites.proxyLog.length;
    await asking(open, MINDFUL);
    expect(await saidBy(sites, MINDFUL, since)).toEqual(everyRequest(MINDFUL, 'nothing'));
    // Nothing of the site's own is left: it goes by what holds for all again.
    expect(await askView(browser, 'gpc', null)).toEqual({ everyone: false, sites: {} });
  });

  behaviour('of a site is looked up at a press alone, and said to be stated', async ({ sites, browser, open }) => {
    const asked = (): readonly unknown[] =>
      sites.proxyLog
        .filter(({ url, kind }) => kind === 'request' && url.includes('/.well-known/'))
        .map(({ url, headers }) => [url, headers.cookie, headers.referer]);
    await change(browser, null, true);
    for (const host of [MINDFUL, SILENT]) await asking(open, host);
    const said = async (host: string, is: string): Promise<string> => {
      const page = await browser.optionsPage(`#/site/${host}`);
      await page.waitForSelector('[data-gpc-look-up]');
      const before = asked().length;
      await page.click('[data-gpc-look-up]');
      await page.waitForSelector(`[data-gpc-support=${is}]`);
      expect(asked()).toHaveLength(before + 1);
      return await page.$eval('[data-gpc-support]', (element) => (element as HTMLElement).innerText);
    };
    expect(asked()).toEqual([]);
    expect(await said(MINDFUL, 'stated')).toMatch(/^The site states that it follows this signal\..*stated$/su);
    expect(await said(SILENT, 'missing')).toBe('The site gave no such file, so it states nothing.');
    expect(asked()).toEqual(
      [MINDFUL, SILENT].map((host) => [`https://${host}/.well-known/gpc.json`, undefined, undefined]),
    );
  });
});
