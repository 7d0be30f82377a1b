import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identifierKey } from '#core/identifier.ts';
import type { HeldItem } from '#messages/watch.ts';
import { type Device } from '../support/fakes/device.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';
import { acts, ALLOW, BESIDE, BLOCK, choose, expectNoFailures, jar, names, NEXT, SHOP_DOMAIN } from './controlling.ts';
import {
  HVID,
  HVID_LINE,
  PIXEL,
  reportOf,
  settled,
  SHOP,
  UID,
  UID_LINE,
  until,
  untilReport,
  startedDevice,
} from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const APP = 'https://shop.example/app.js';
const VERDICT = {
  kind: 'random-id',
  purpose: 'analytics',
  confidence: 0.9,
  reasons: [],
  token: null,
  vendor: null,
} as const;
const FOUR = ['cart', 'csrftoken', 'lang', 'session_token'];

let device: Device;

beforeEach(async () => {
  device = await startedDevice();
});

afterEach(() => expectNoFailures(device));

/** A script's cookie that the page's guard holds. */
function heldCookie(line: string, stored = false): HeldItem {
  const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
  return { area: 'cookie', name, value, line, script: APP, verdict: VERDICT, stored };
}

function heldItem(name: string, value: string, stored = false): HeldItem {
  return { area: 'local-storage', name, value, line: null, script: APP, verdict: { ...VERDICT, token: value }, stored };
}

describe('an undecided site, where it is to be asked first', () => {
  beforeEach(async () => void (await device.view('changeUndecided', { first: 'ask', third: 'notify' })));

  it('has its number held, and all else stays', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE, ...BESIDE] });
    await until(() => expect(names(device)).toEqual(FOUR));
    expect(await acts(device)).toEqual(['hold 7f3a (given): removed, carried by 0']);
    const { control, numbers } = await reportOf(device);
    expect([control.mode, control.chosen, numbers]).toEqual(['ask', null, []]);
    expect(control.held).toMatchObject([{ number: HVID, why: 'hold', backAt: null }]);
    expect(control.taken).toEqual([]);
  });

  it('that is allowed gets it back exactly as it was', async () => {
    const line = `hvid=${HVID}; Path=/acct; Domain=shop.example; Max-Age=86400; SameSite=Strict; Secure; HttpOnly`;
    await device.visit(SHOP);
    device.setCookie(line, SHOP);
    const [before] = [...device.insides.jar.values()];
    await untilReport(device, ({ control }) => expect(control.held).toHaveLength(1));
    expect(names(device)).toEqual([]);
    await choose(device, ALLOW);
    expect([...device.insides.jar.values()]).toEqual([before]);
    await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: HVID, ended: null }]));
    expect(await acts(device)).toEqual([
      'hold 7f3a (given): removed, carried by 0',
      'chosen allow',
      '7f3a brought back: true',
    ]);
    expect((await reportOf(device)).control.held).toEqual([]);
  });

  it('that had the number before gets it back, which is not the site’s doing', async () => {
    await choose(device, ALLOW);
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    await choose(device, null);
    expect(names(device)).toEqual([]);
    await choose(device, ALLOW);
    expect(jar(device)).toEqual([`hvid=${HVID}`]);
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    expect((await acts(device)).filter((line) => line.endsWith('came back'))).toEqual([]);
  });

  it('gets its numbers back in the order it gave them', async () => {
    for (const [before, name] of ['hvid', 'a_uid', 'muid'].entries()) {
      await device.visit(SHOP, { answer: [HVID_LINE.replace('hvid', name)] });
      await untilReport(device, ({ control }) => expect(control.held).toHaveLength(before + 1));
    }
    await choose(device, ALLOW);
    expect([...device.insides.jar.values()].map(({ identifier }) => identifier.name)).toEqual([
      'hvid',
      'a_uid',
      'muid',
    ]);
  });

  it('holds the latest of a number alone', async () => {
    for (const number of [HVID, NEXT]) await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, number)] });
    await untilReport(device, ({ control }) => expect(control.held.map(({ number }) => number)).toEqual([NEXT]));
    await choose(device, ALLOW);
    expect(jar(device)).toEqual([`hvid=${NEXT}`]);
  });

  it('that is blocked drops it: nothing waits any longer, and a later Allow does not bring it back by itself', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ control }) => expect(control.held).toHaveLength(1));
    await choose(device, BLOCK);
    expect((await reportOf(device)).control).toMatchObject({ held: [], taken: [{ number: HVID, why: 'block' }] });
    await choose(device, ALLOW);
    expect(names(device)).toEqual([]);
    const [taken] = (await reportOf(device)).control.taken;
    expect(await device.view('bringBack', { key: taken?.key ?? '' })).toBe(true);
    expect(names(device)).toEqual(['hvid']);
  });

  it('leaves other companies’ numbers, unless those are asked about too', async () => {
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: UID }]));
    await device.view('changeUndecided', { first: 'ask', third: 'ask' });
    expect(names(device)).toEqual([]);
    await untilReport(device, ({ control }) => expect(control.held).toMatchObject([{ number: UID }]));
    await device.view('changeUndecided', { first: 'notify', third: 'notify' });
    expect(names(device)).toEqual(['uid']);
  });
});

describe('what a page’s guard holds', () => {
  it('may be kept on a site that may keep it, and whatever the browser would not store', async () => {
    await device.visit(SHOP);
    const items = [heldCookie(`uid=${UID}; Path=/`), heldItem('device', UID), heldCookie('uid=1; Domain=news.example')];
    expect(await device.watcher({ type: 'held', items })).toEqual({ keep: [0, 1, 2] });
    expect(await acts(device)).toEqual([]);
  });

  it('is answered with which of it may be kept; what may not was prevented, or failed where it is stored', async () => {
    await choose(device, BLOCK);
    await device.visit(SHOP);
    const items = [
      heldCookie(`uid=${UID}; Path=/; Max-Age=86400`),
      heldCookie('lang=en; Path=/'),
      heldItem('device', HVID),
      heldItem('other', NEXT, true),
      { ...heldItem('theme', 'dark'), verdict: { ...VERDICT, kind: 'preference' as const } },
    ];
    expect(await device.watcher({ type: 'held', items })).toEqual({ keep: [1, 4] });
    expect((await acts(device)).slice(1).toSorted()).toEqual([
      'block 0c95 (given): failed, carried by 0',
      'block 5d1f (given): prevented',
      'block 7f3a (given): prevented',
    ]);
    expect((await reportOf(device)).control.sums).toMatchObject({ given: 3, prevented: 2, failed: 1 });
  });

  it('is looked up in the cookie jar, whatever the page’s watcher says', async () => {
    await choose(device, BLOCK);
    await device.visit(SHOP);
    // In the jar, and nobody told of it.
    const line = `uid=${UID}; Path=/`;
    const cookie = cookieOf(line, { url: SHOP, at: Date.now() });
    device.insides.jar.set(identifierKey(cookie.identifier), cookie);
    await device.watcher({ type: 'held', items: [heldCookie(line)] });
    expect((await acts(device)).slice(1)).toEqual(['block 5d1f (given): failed, carried by 0']);
  });

  it('is remembered while it waits, and put into an open page’s storage once it is allowed', async () => {
    await device.view('changeUndecided', { first: 'ask', third: 'notify' });
    await device.visit(SHOP);
    const items = [heldItem('device', HVID)];
    expect(await device.watcher({ type: 'held', items })).toEqual({ keep: [] });
    await untilReport(device, ({ control }) =>
      expect(control.held).toMatchObject([{ number: HVID, expires: 'never' }]),
    );
    const told: unknown[] = [];
    device.insides.frames.set(1, (message) => {
      told.push(message);
      return (message as { readonly type: string }).type === 'put-back' ? true : undefined;
    });
    await choose(device, ALLOW);
    const from = 'background';
    expect(told).toContainEqual({
      from,
      type: 'put-back',
      origin: 'https://shop.example',
      area: 'local-storage',
      key: 'device',
      value: HVID,
    });
    expect(told).toContainEqual({ from, type: 'let-go', names: ['device'] });
    expect((await acts(device)).at(-1)).toBe('7f3a brought back: true');
  });

  it('that no page can put back is said not to be, and can be brought back later', async () => {
    await device.view('changeUndecided', { first: 'ask', third: 'notify' });
    await device.visit(SHOP);
    await device.watcher({ type: 'held', items: [heldItem('device', HVID)] });
    await choose(device, ALLOW);
    expect((await acts(device)).at(-1)).toBe('7f3a brought back: false');
    const { held, taken } = (await reportOf(device)).control;
    expect([held, taken]).toMatchObject([[], [{ number: HVID, why: 'hold', backAt: null }]]);
    device.insides.frames.set(1, () => true);
    expect(await device.view('bringBack', { key: taken[0]?.key ?? '' })).toBe(true);
    expect((await reportOf(device)).control).toMatchObject({ held: [], taken: [] });
  });
});

describe('what is taken out of a page’s storage', () => {
  const item = { area: 'local-storage', key: 'device', value: HVID, verdict: { ...VERDICT, token: HVID } } as const;

  it('is asked for where it is found, told once it is out, and can be put back', async () => {
    await choose(device, BLOCK);
    await device.visit(SHOP);
    const told: unknown[] = [];
    device.insides.frames.set(1, (message) => {
      told.push(message);
      return true;
    });
    await device.watcher({ type: 'stored', items: [item], keys: ['device'] });
    const places = [{ area: 'local-storage', key: 'device' }];
    expect(told).toEqual([{ from: 'background', type: 'forget', origin: 'https://shop.example', places }]);
    expect((await reportOf(device)).numbers).toEqual([]);
    await device.watcher({ type: 'forgotten', items: [{ ...item, still: false }] });
    expect((await acts(device)).slice(1)).toEqual(['block 7f3a (given): removed, carried by 0']);
    const [taken] = (await reportOf(device)).control.taken;
    expect(await device.view('bringBack', { key: taken?.key ?? '' })).toBe(true);
    expect(told.at(-1)).toMatchObject({ type: 'put-back', key: 'device', value: HVID });
  });

  it('and is there still has failed', async () => {
    await choose(device, BLOCK);
    await device.visit(SHOP);
    await device.watcher({ type: 'forgotten', items: [{ ...item, still: true }] });
    expect((await acts(device)).slice(1)).toEqual(['block 7f3a (kept): failed, carried by 0']);
  });

  it('ends the record of the number that was there', async () => {
    await device.visit(SHOP);
    await device.watcher({ type: 'stored', items: [item], keys: ['device'] });
    await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: HVID }]));
    device.insides.frames.set(1, () => true);
    await choose(device, BLOCK);
    await device.watcher({ type: 'forgotten', items: [{ ...item, still: false }] });
    await untilReport(device, ({ past }) => expect(past).toMatchObject([{ number: HVID, ended: { how: 'blocked' } }]));
  });

  it('waits for the site’s next page where none is open, and is due no longer once that is there', async () => {
    await device.visit(SHOP);
    await device.watcher({ type: 'stored', items: [item], keys: ['device'] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    device.openTab(1).url = 'about:blank';
    await device.view('resetNow', { domain: SHOP_DOMAIN });
    const ids = async () => (await device.api.scripting.getRegisteredContentScripts()).map(({ id }) => id);
    expect(await ids()).toEqual(['known-as-forget']);
    await device.visit(SHOP);
    await until(async () => expect(await ids()).toEqual([]));
    await settled(device);
  });
});
