import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rhythm } from '#core/mode.ts';
import type { Domain } from '#core/site.ts';
import { type Device } from '../support/fakes/device.ts';
import { acts, BLOCK, choose, expectNoFailures, jar, names, NEXT, ringAlarms, SHOP_DOMAIN } from './controlling.ts';
import { HVID, HVID_LINE, NEWS, reportOf, settled, SHOP, UID, until, untilReport, startedDevice } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NEWS_DOMAIN = 'news.example' as Domain;

let device: Device;

/** The clock stands still until a test moves it; timers run as ever. */
beforeEach(async () => {
  vi.setSystemTime('2026-11-22T10:00:00Z');
  device = await startedDevice();
});

afterEach(() => {
  vi.useRealTimers();
  expectNoFailures(device);
});

function later(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

function alarm(name: string): number | null {
  const when = device.insides.alarms.get(name);
  return when === undefined ? null : when - Date.now();
}

async function reset(rhythm: Rhythm): Promise<void> {
  await choose(device, { mode: 'reset', rhythm });
}

/** A visit with its number, recorded. */
async function visitWith(number: string): Promise<void> {
  await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, number)] });
  await untilReport(device, ({ numbers }) => expect(numbers.map((one) => one.number)).toEqual([number]));
}

async function resets(): Promise<readonly string[]> {
  return (await acts(device)).filter((line) => line.startsWith('reset'));
}

describe('a reset', () => {
  it('pressed once takes the numbers there are, wherever the same one stands, and nothing later', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE, `copy=${HVID}; Path=/; Max-Age=9999999`, 'lang=en; Path=/'] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(2));
    await device.view('resetNow', { domain: SHOP_DOMAIN });
    expect(names(device)).toEqual(['lang']);
    await untilReport(device, ({ past }) => expect(past.map(({ ended }) => ended?.how)).toEqual(['reset', 'reset']));
    await visitWith(NEXT);
    later(25 * HOUR);
    ringAlarms(device);
    expect(await resets()).toHaveLength(2);
    expect(jar(device)).toContain(`hvid=${NEXT}`);
  });

  it('chosen begins at once, and the next number is kept', async () => {
    await visitWith(HVID);
    await reset({ every: 'hours', hours: 24 });
    expect(names(device)).toEqual([]);
    later(MINUTE);
    await visitWith(NEXT);
    expect(await resets()).toEqual(['reset 7f3a (kept): removed, carried by 0']);
    expect((await reportOf(device)).past).toMatchObject([{ number: HVID, ended: { how: 'reset' } }]);
  });

  it('is told as of its beginning, however long it takes: pages that open meanwhile come after it', async () => {
    await visitWith(HVID);
    const began = Date.now();
    const { set } = device.api.cookies;
    // Cookies are removed by one that has expired.
    vi.spyOn(device.api.cookies, 'set').mockImplementation(async (written) => {
      later(1000);
      await set(written);
    });
    await reset({ every: 'session' });
    expect(await resets()).toHaveLength(1);
    const done = (await reportOf(device)).control.acts.find(({ act }) => act.type === 'enforced');
    expect(done).toMatchObject({ at: began, act: { outcome: { is: 'removed', afterMs: 1000 } } });
  });

  it('by the hour comes so many hours after the number, by an alarm set when its page is there', async () => {
    await reset({ every: 'hours', hours: 2 });
    later(MINUTE);
    await visitWith(HVID);
    await until(() => expect(alarm('reset/shop.example')).toBe(2 * HOUR));
    expect((await reportOf(device)).control.nextReset).toBe(Date.now() + 2 * HOUR);
    later(2 * HOUR - 1);
    ringAlarms(device);
    await settled(device);
    expect(names(device)).toEqual(['hvid']);
    later(1);
    ringAlarms(device);
    await until(() => expect(names(device)).toEqual([]));
    expect(await resets()).toEqual(['reset 7f3a (kept): removed, carried by 0']);
  });

  it('with each visit comes half an hour after the last page, by an alarm set with the first, once', async () => {
    await reset({ every: 'visit' });
    later(MINUTE);
    await visitWith(HVID);
    await until(() => expect(alarm('reset/shop.example')).toBe(30 * MINUTE));
    later(20 * MINUTE);
    await visitWith(HVID);
    await until(() => expect(alarm('reset/shop.example')).toBe(30 * MINUTE));
    later(30 * MINUTE);
    ringAlarms(device);
    await until(() => expect(names(device)).toEqual([]));
    later(MINUTE);
    await visitWith(NEXT);
    expect(await resets()).toEqual(['reset 7f3a (kept): removed, carried by 0']);
  });

  it('with each session comes when the browser starts, and not when the background does', async () => {
    await reset({ every: 'session' });
    await visitWith(HVID);
    later(24 * HOUR);
    await device.startBackground();
    await settled(device);
    expect(names(device)).toEqual(['hvid']);
    await device.startBrowser();
    await until(() => expect(names(device)).toEqual([]));
    expect(await resets()).toEqual(['reset 7f3a (kept): removed, carried by 0']);
  });

  it('that became due while the browser was closed comes when it starts', async () => {
    await reset({ every: 'hours', hours: 2 });
    await visitWith(HVID);
    later(5 * HOUR);
    await device.startBrowser();
    await until(() => expect(names(device)).toEqual([]));
  });

  it('is called off with another choice', async () => {
    await reset({ every: 'hours', hours: 2 });
    await visitWith(HVID);
    await choose(device, { mode: 'allow' });
    expect(alarm('reset/shop.example')).toBeNull();
  });
});

describe('a pause', () => {
  beforeEach(async () => await choose(device, BLOCK));

  it('lets numbers be until its alarm; then what was stored meanwhile is taken away', async () => {
    await device.view('pause', { domain: SHOP_DOMAIN, minutes: 60 });
    expect(alarm('pause-ends')).toBe(HOUR);
    await visitWith(HVID);
    expect((await reportOf(device)).control.pause).toMatchObject({ everywhere: false, why: 'paused' });
    later(HOUR);
    ringAlarms(device);
    await until(() => expect(names(device)).toEqual([]));
    expect(await acts(device)).toEqual(['chosen block', 'paused', 'block 7f3a (kept): removed, carried by 0']);
    expect((await reportOf(device)).control.pause).toBeNull();
  });

  it('of several ends each at its time, whichever began first', async () => {
    await device.view('pause', { domain: SHOP_DOMAIN, minutes: 60 });
    await device.view('pause', { domain: NEWS_DOMAIN, minutes: 120 });
    await visitWith(HVID);
    expect(alarm('pause-ends')).toBe(HOUR);
    later(HOUR);
    ringAlarms(device);
    await until(() => expect(names(device)).toEqual([]));
    await until(() => expect(alarm('pause-ends')).toBe(HOUR));
  });

  it('everywhere lets numbers be everywhere, until it is ended', async () => {
    await device.view('pause', { domain: null, minutes: null });
    expect(await device.view('policy', null)).toMatchObject({ pause: { until: null, why: 'paused' } });
    await visitWith(HVID);
    expect((await reportOf(device)).control.pause).toMatchObject({ everywhere: true });
    await device.view('resume', { domain: null });
    expect(names(device)).toEqual([]);
    expect(await device.view('policy', null)).toMatchObject({ pause: null });
  });

  it('that ends takes away also what was chosen by itself on a site that is undecided', async () => {
    await choose(device, null);
    await visitWith(HVID);
    const [number] = (await reportOf(device)).numbers;
    if (number === undefined) throw new Error('no number');
    const { identifier } = number;
    await device.view('chooseForThis', { domain: SHOP_DOMAIN, identifier, choice: BLOCK });
    await device.view('pause', { domain: null, minutes: 60 });
    await visitWith(NEXT);
    later(HOUR);
    ringAlarms(device);
    await until(() => expect(names(device)).toEqual([]));
  });

  it('because the site looks broken holds until told, and the tab is loaded again', async () => {
    await device.visit(SHOP);
    await device.view('looksBroken', { domain: SHOP_DOMAIN, tabId: 1 });
    expect(device.insides.reloaded).toEqual([1]);
    expect((await reportOf(device)).control.pause).toMatchObject({ why: 'broken', until: null, everywhere: false });
    await visitWith(HVID);
    await device.view('resume', { domain: SHOP_DOMAIN });
    expect(names(device)).toEqual([]);
    expect((await reportOf(device)).control.chosen).toMatchObject({ choice: BLOCK });
  });
});

describe('pages that lead to themselves', () => {
  const around = (times: number, url = SHOP): void => {
    for (let round = 0; round < times; round += 1) {
      later(1000);
      device.ask(url, { resource: 'main_frame', initiator: url });
    }
  };

  it('six times within ten seconds make of a block a reset on every visit, and are loaded again', async () => {
    await choose(device, BLOCK);
    device.openTab(1).url = SHOP;
    around(5);
    await settled(device);
    expect(device.insides.reloaded).toEqual([]);
    around(1);
    await until(() => expect(device.insides.reloaded).toEqual([1]));
    expect((await reportOf(device)).control).toMatchObject({
      mode: 'reset',
      chosen: { choice: BLOCK, loopAt: Date.now() },
    });
    expect((await acts(device)).at(-1)).toBe('loop');
    await visitWith(HVID);
  });

  it('less often, on other pages, or on a site that is allowed, are none', async () => {
    await choose(device, BLOCK);
    device.openTab(1).url = SHOP;
    for (let round = 0; round < 8; round += 1) {
      around(1);
      later(1500);
    }
    for (const page of ['a', 'b', 'c', 'd', 'e', 'f']) around(1, SHOP + page);
    await settled(device);
    expect(device.insides.reloaded).toEqual([]);
    later(20_000);
    await choose(device, { mode: 'allow' });
    around(7);
    await settled(device);
    expect(device.insides.reloaded).toEqual([]);
    expect((await acts(device)).filter((line) => line === 'loop')).toEqual([]);
  });

  it('on a site that is asked about first pause it there', async () => {
    await device.view('changeUndecided', { first: 'ask', third: 'notify' });
    device.openTab(1).url = NEWS;
    around(6, NEWS);
    await until(() => expect(device.insides.reloaded).toEqual([1]));
    expect((await reportOf(device)).control).toMatchObject({ chosen: null, pause: { why: 'broken' } });
    device.setCookie(`uid=${UID}; Path=/; Max-Age=9999999`, NEWS);
    await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: UID }]));
  });
});
