import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GpcSupport } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';
import { type Device, newDevice } from '../support/fakes/device.ts';
import { BLOCK, choose, expectNoFailures, SHOP_DOMAIN } from './controlling.ts';
import { HVID_LINE, newDisk, NEWS, onDisk, reportOf, settled, SHOP, untilReport } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const NEWS_DOMAIN = 'news.example' as Domain;
const FILE = 'https://shop.example/.well-known/gpc.json';
const WWW_FILE = 'https://www.shop.example/.well-known/gpc.json';

let device: Device;
const asked: (readonly [string, RequestInit])[] = [];

/** What each address answers; any other does not. */
function answers(by: Readonly<Record<string, Response | 'redirect'>>): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push([url, init]);
    const answer = by[url];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return await Promise.resolve(answer === 'redirect' ? { type: 'opaqueredirect', ok: false, body: null } : answer);
  });
}

/** Which rules there are but for cookies, by what they ask for. */
function conditions(): readonly unknown[] {
  const ours = [...device.insides.rules.values()].filter(({ id }) => id <= 100);
  return ours.map(({ condition: { resourceTypes: _pages, excludedResourceTypes: _others, ...rest } }) => rest);
}

/** Where the script is registered, and where not. */
async function scripts(begins = 'gpc-'): Promise<readonly unknown[]> {
  const all = (await device.api.scripting.getRegisteredContentScripts()) as unknown as readonly {
    readonly id: string;
    readonly matches: readonly string[];
    readonly excludeMatches?: readonly string[];
  }[];
  return all.filter(({ id }) => id.startsWith(begins)).map(({ matches, excludeMatches }) => [matches, excludeMatches]);
}

async function lookUp(): Promise<GpcSupport> {
  return await device.view('lookUpGpc', { domain: SHOP_DOMAIN });
}

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('Global Privacy Control in %s', (_browser, firefox) => {
  const by = firefox ? 'InitiatorDomains' : 'TopDomains';

  beforeEach(async () => {
    asked.length = 0;
    await newDisk();
    device = newDevice({ firefox });
    device.openTab(1);
    device.openTab(2, { private: true });
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE.replace('; HttpOnly', '')] });
    await settled(device);
  });

  it('is said to nobody until it is chosen, and still after a background that starts again once it was', async () => {
    expect([conditions(), await scripts()]).toEqual([[], []]);
    expect(await device.view('changeGpc', { domain: null, on: true })).toEqual({ everyone: true, sites: {} });
    const everywhere = [['http://*/*', 'https://*/*'], undefined];
    expect([conditions(), await scripts()]).toEqual([[{}, {}], [everywhere]]);
    await device.startBackground();
    expect(await device.view('gpc', null)).toEqual({ everyone: true, sites: {} });
    expect([conditions(), await scripts()]).toEqual([[{}, {}], [everywhere]]);
    await device.view('changeGpc', { domain: null, on: false });
    expect([conditions(), await scripts()]).toEqual([[], []]);
    expectNoFailures(device);
  });

  it('is off on one site and on for all others, or the other way round, until the site is wiped', async () => {
    await device.view('changeGpc', { domain: null, on: true });
    await device.view('changeGpc', { domain: SHOP_DOMAIN, on: false });
    expect(conditions()).toEqual([{ excludedRequestDomains: [SHOP_DOMAIN] }, { [`excluded${by}`]: [SHOP_DOMAIN] }]);
    expect(await scripts()).toEqual([[['http://*/*', 'https://*/*'], ['*://*.shop.example/*']]]);
    await device.view('changeGpc', { domain: null, on: false });
    await device.view('changeGpc', { domain: SHOP_DOMAIN, on: true });
    const small = by.replace(/^./u, (letter) => letter.toLowerCase());
    expect(conditions()).toEqual([{ requestDomains: [SHOP_DOMAIN] }, { [small]: [SHOP_DOMAIN] }]);
    expect(await scripts()).toEqual([[['*://*.shop.example/*'], undefined]]);
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    expect([conditions(), await scripts()]).toEqual([[], []]);
    expect(await onDisk(device)).not.toContain(SHOP_DOMAIN);
  });

  it('for all is a setting, and stays when everything is wiped', async () => {
    await device.view('changeGpc', { domain: null, on: true });
    await device.view('changeGpc', { domain: SHOP_DOMAIN, on: false });
    await device.view('wipeEverything', null);
    expect(await device.view('gpc', null)).toEqual({ everyone: true, sites: {} });
    expect(conditions()).toEqual([{}, {}]);
  });

  it('leaves what blocks a site as it is, and is left by it', async () => {
    await choose(device, BLOCK);
    const holding = await scripts('known-as-');
    expect(holding).toHaveLength(1);
    await device.view('changeGpc', { domain: null, on: true });
    const cookies = [...device.insides.rules.keys()].filter((id) => id > 100);
    expect(cookies).toHaveLength(firefox ? 0 : 2);
    const changed = device.insides.rulesChanged;
    await device.view('resume', { domain: null });
    expect(device.insides.rulesChanged).toBe(changed);
    await choose(device, null);
    expect(await scripts('known-as-')).toEqual([]);
    expect([conditions(), await scripts()]).toEqual([[{}, {}], [[['http://*/*', 'https://*/*'], undefined]]]);
    expectNoFailures(device);
  });

  it('is chosen for no site that private windows alone know, and such a site is not asked', async () => {
    answers({});
    await device.visit(NEWS, { tab: 2, answer: [HVID_LINE.replace('hvid', 'nid')] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    for (const domain of [NEWS_DOMAIN, '*' as Domain, 7 as unknown as Domain]) {
      await expect(device.view('changeGpc', { domain, on: true })).rejects.toThrow('not on record');
      await expect(device.view('lookUpGpc', { domain })).rejects.toThrow('not on record');
    }
    expect(asked).toEqual([]);
    expect(conditions()).toEqual([]);
    expect(await onDisk(device)).not.toContain(NEWS_DOMAIN);
  });

  it('is looked up without what may name the person, and nothing of the answer is kept', async () => {
    answers({ [FILE]: Response.json({ gpc: true, lastUpdate: '2026-03-01' }) });
    expect(await lookUp()).toEqual({ is: 'stated', gpc: true, lastUpdate: '2026-03-01' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject([
      FILE,
      { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', cache: 'no-store' },
    ]);
    await settled(device);
    expect(await onDisk(device)).not.toContain('2026-03-01');
    expect((await reportOf(device)).month?.tally.pages).toBe(1);
  });

  it('is looked up at www. where the domain leads elsewhere, and at no other host', async () => {
    answers({ [FILE]: 'redirect', [WWW_FILE]: Response.json({ gpc: false }) });
    expect(await lookUp()).toEqual({ is: 'stated', gpc: false, lastUpdate: null });
    answers({ [FILE]: 'redirect', [WWW_FILE]: 'redirect' });
    expect(await lookUp()).toEqual({ is: 'elsewhere' });
    expect(asked.map(([url]) => url)).toEqual([FILE, WWW_FILE, FILE, WWW_FILE]);
  });

  it('is said to be missing, unreadable or unanswered where it is', async () => {
    answers({ [FILE]: new Response('{"gpc": true}', { status: 404 }) });
    expect(await lookUp()).toEqual({ is: 'missing' });
    answers({ [FILE]: new Response('<!doctype html>') });
    expect(await lookUp()).toEqual({ is: 'unreadable' });
    // Longer than anything that states it is not read to its end.
    answers({ [FILE]: new Response(`${' '.repeat(20_000)}{"gpc": true}`) });
    expect(await lookUp()).toEqual({ is: 'unreadable' });
    answers({});
    expect(await lookUp()).toEqual({ is: 'unanswered' });
  });
});
