import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Device } from '../support/fakes/device.ts';
import { acts, ALLOW, BLOCK, choose, expectNoFailures, names, SHOP_DOMAIN } from './controlling.ts';
import {
  HVID,
  HVID_LINE,
  NEWS,
  onDisk,
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

let device: Device;

async function start(firefox = false): Promise<void> {
  device = await startedDevice({ firefox });
}

afterEach(() => expectNoFailures(device));

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('in a private window in %s', (_browser, firefox) => {
  it('a blocked site’s numbers are taken away, and nothing of them reaches the disk', async () => {
    await start(firefox);
    await choose(device, BLOCK);
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE] });
    device.ask(PIXEL, { tab: 2, answer: [UID_LINE] });
    await untilReport(device, ({ control }) => expect(control.taken).toHaveLength(2), 2);
    expect(names(device)).toEqual([]);
    const [taken] = (await reportOf(device, 2)).control.taken;
    expect(await device.view('bringBack', { key: taken?.key ?? '' })).toBe(true);
    await settled(device);
    expect((await reportOf(device, 2)).private).toBe(true);
    device.openTab(1).url = SHOP;
    expect(await acts(device)).toEqual(['chosen block']);
    // That it was allowed by itself is what the person decided: not the numbers themselves.
    expect(await onDisk(device)).not.toMatch(new RegExp(`${HVID}|${UID}`, 'u'));
  });

  it('held numbers wait there alone, and come back on Allow', async () => {
    await start(firefox);
    await device.view('changeUndecided', { first: 'ask', third: 'notify' });
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE] });
    await untilReport(device, ({ control }) => expect(control.held).toMatchObject([{ number: HVID }]), 2);
    device.openTab(1).url = SHOP;
    expect((await reportOf(device)).control.held).toEqual([]);
    expect(await onDisk(device)).not.toMatch(/shop|7f3a9c21/u);
    await choose(device, ALLOW);
    expect(names(device)).toEqual(['hvid']);
    expect(await onDisk(device)).not.toContain(HVID);
  });

  it('other companies that are blocked there are named nowhere on disk, nor to the browser for later', async () => {
    await start(firefox);
    await device.view('changeUndecided', { first: 'notify', third: 'block' });
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    device.ask(PIXEL, { tab: 2, answer: [UID_LINE] });
    await untilReport(device, ({ control }) => expect(control.taken).toMatchObject([{ number: UID }]), 2);
    // Something that is done for an ordinary window brings every layer into line.
    await device.visit(NEWS);
    device.ask('https://ads.example/p.gif', { answer: [UID_LINE] });
    await untilReport(device, ({ control }) => expect(control.taken).toHaveLength(1));
    const scripts = async () => JSON.stringify(await device.api.scripting.getRegisteredContentScripts());
    await until(async () => expect(await scripts()).toContain('ads.example'));
    await settled(device);
    expect(await scripts()).not.toMatch(/shop|metrics/u);
    expect(await onDisk(device)).not.toMatch(/shop|metrics/u);
  });

  it('what is chosen there holds there alone, leaves nothing on disk, and ends with the last private window', async () => {
    await start(firefox);
    device.insides.functions.set('webStorage', () => []);
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    const before = await onDisk(device);
    await device.view('choose', { domain: SHOP_DOMAIN, choice: BLOCK, private: true });
    expect(names(device)).toEqual([]);
    await untilReport(
      device,
      ({ control }) => {
        expect(control.mode).toBe('block');
        // Both may be of the same ms.
        expect(control.acts.map(({ act }) => act.type).toSorted()).toEqual(['chosen', 'enforced']);
      },
      2,
    );
    await device.view('pause', { domain: SHOP_DOMAIN, minutes: 60, private: true });
    expect((await reportOf(device, 2)).control.pause).not.toBeNull();
    await device.view('resume', { domain: SHOP_DOMAIN, private: true });
    expect(await onDisk(device)).toBe(before);
    expect(before).not.toContain('shop');
    // In an ordinary window the site is undecided, and keeps its number.
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ numbers, control }) => {
      expect(numbers).toMatchObject([{ number: HVID }]);
      expect(control).toMatchObject({ mode: 'notify', chosen: null });
    });
    await device.startBackground();
    expect((await reportOf(device, 2)).control.mode).toBe('block');
    device.insides.tabs.delete(2);
    device.events.tabRemoved.fire(2);
    await until(async () => expect((await device.view('tabReport', { tabId: 2 })).state).toBe('unseeable'));
    const held = (): readonly (readonly [string, unknown])[] => [...device.insides.session.held];
    await until(() => expect(JSON.stringify(held().filter(([key]) => key !== 'known-choices'))).not.toContain('shop'));
    // Of the ordinary window's visit something is known on; of the private one nothing.
    const known = JSON.parse(String(held().find(([key]) => key === 'known-choices')?.[1])) as readonly object[];
    expect(known).toMatchObject([{ domain: SHOP_DOMAIN, store: firefox ? 'firefox-default' : '0' }]);
    device.openTab(3, { private: true }).url = SHOP;
    expect((await reportOf(device, 3)).control.mode).toBe('notify');
  });

  it('a window that is opened as the last one closes meets nothing of what was chosen', async () => {
    await start(firefox);
    device.openTab(2, { private: true }).url = SHOP;
    await device.view('choose', { domain: SHOP_DOMAIN, choice: BLOCK, private: true });
    device.insides.tabs.delete(2);
    device.events.tabRemoved.fire(2);
    device.openTab(3, { private: true }).url = SHOP;
    device.events.tabCreated.fire({ id: 3 });
    await until(async () => expect((await reportOf(device, 3)).control.mode).toBe('notify'));
    // One of several that closes ends nothing.
    await device.view('choose', { domain: SHOP_DOMAIN, choice: BLOCK, private: true });
    device.openTab(4, { private: true });
    device.events.tabCreated.fire({ id: 4 });
    device.insides.tabs.delete(4);
    device.events.tabRemoved.fire(4);
    await settled(device);
    expect((await reportOf(device, 3)).control.mode).toBe('block');
  });

  it('what was chosen there is forgotten with the site, and what is chosen afterwards holds there too', async () => {
    await start(firefox);
    await choose(device, BLOCK);
    device.openTab(2, { private: true }).url = SHOP;
    await device.view('choose', { domain: SHOP_DOMAIN, choice: ALLOW, private: true });
    expect((await reportOf(device, 2)).control.mode).toBe('allow');
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    expect((await reportOf(device, 2)).control.mode).toBe('notify');
    expect(JSON.stringify([...device.insides.session.held])).not.toContain('shop');
    await choose(device, BLOCK);
    expect((await reportOf(device, 2)).control.mode).toBe('block');
  });

  it('a number is reset there alone', async () => {
    await start(firefox);
    await device.visit(SHOP, { answer: [HVID_LINE] });
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE.replace(HVID, UID)] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    await device.view('resetNow', { domain: SHOP_DOMAIN, private: true });
    expect([...device.insides.jar.values()].map(({ value }) => value)).toEqual([HVID]);
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE.replace(HVID, UID)] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    const choice = { mode: 'reset', rhythm: { every: 'visit' } } as const;
    await device.view('choose', { domain: SHOP_DOMAIN, choice, private: true });
    expect([...device.insides.jar.values()].map(({ value }) => value)).toEqual([HVID]);
    expect(device.insides.alarms.size).toBe(0);
  });
});

describe('what is left in a private window’s storage', () => {
  it('is not due to be forgotten at the site’s next page: that would be written down', async () => {
    await start();
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    const verdict = {
      kind: 'random-id',
      purpose: 'analytics',
      confidence: 1,
      reasons: [],
      token: UID,
      vendor: null,
    } as const;
    const items = [{ area: 'local-storage', key: 'device', value: UID, verdict }] as const;
    await device.watcher({ type: 'stored', items, keys: ['device'] }, { tab: 2 });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    device.openTab(2, { private: true }).url = NEWS;
    await device.view('changeUndecided', { first: 'ask', third: 'notify' });
    expect(await onDisk(device)).not.toContain('shop');
    expect(JSON.stringify(await device.api.scripting.getRegisteredContentScripts())).not.toContain('shop');
  });
});

describe('wiping', () => {
  it('a site forgets what was chosen on it, what was taken, and when it was to be reset', async () => {
    await start();
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    const [number] = (await reportOf(device)).numbers;
    if (number === undefined) throw new Error('no number');
    const hours = { mode: 'reset', rhythm: { every: 'hours', hours: 2 } } as const;
    await device.view('chooseForThis', { domain: SHOP_DOMAIN, identifier: number.identifier, choice: BLOCK });
    await choose(device, hours);
    await device.view('pause', { domain: SHOP_DOMAIN, minutes: null });
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    await device.view('wipeSite', { domain: SHOP_DOMAIN });
    expect(await onDisk(device)).not.toMatch(/shop|7f3a/u);
    expect([...device.insides.alarms.keys()]).toEqual([]);
    expect(JSON.stringify(await device.api.scripting.getRegisteredContentScripts())).not.toContain('shop');
    await device.startBackground();
    expect((await reportOf(device)).control).toMatchObject({
      chosen: null,
      mode: 'notify',
      pause: null,
      acts: [],
      sums: null,
    });
  });

  it('everything forgets all choices, and keeps what undecided numbers may do', async () => {
    await start();
    await choose(device, BLOCK);
    await device.view('changeUndecided', { first: 'notify', third: 'block' });
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ control }) => expect(control.taken).toHaveLength(1));
    await device.view('wipeEverything', null);
    expect(await device.view('policy', null)).toMatchObject({ undecided: { first: 'notify', third: 'block' } });
    expect(await device.view('activity', {})).toEqual({ lines: [], next: null });
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: HVID }]));
  });
});
