import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Device } from '../support/fakes/device.ts';
import { acts, ALLOW, BESIDE, BLOCK, choose, expectNoFailures, jar, names, NEXT, SHOP_DOMAIN } from './controlling.ts';
import {
  HVID,
  HVID_LINE,
  NEWS,
  PIXEL,
  reportOf,
  settled,
  SHOP,
  UID_LINE,
  until,
  untilReport,
  startedDevice,
} from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;

async function start(firefox: boolean): Promise<void> {
  device = await startedDevice({ firefox });
}

afterEach(() => {
  vi.useRealTimers();
  expectNoFailures(device);
});

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('a blocked site in %s', (_browser, firefox) => {
  beforeEach(async () => {
    await start(firefox);
    await choose(device, BLOCK);
  });

  it('keeps no number: it is stored for a moment, removed, and looked up; all else stays', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE, ...BESIDE] });
    await until(() => expect(names(device)).toEqual(['cart', 'csrftoken', 'lang', 'session_token']));
    expect(await acts(device)).toEqual(['chosen block', 'block 7f3a (given): removed, carried by 0']);
    const report = await reportOf(device);
    expect([report.numbers, report.past]).toEqual([[], []]);
    expect(report.control.sums).toMatchObject({ pages: 1, given: 1, removed: 1, prevented: 0, failed: 0 });
    expect(report.control.taken).toMatchObject([{ number: HVID, why: 'block', backAt: null }]);
  });

  it('is given a new one with every page, and keeps none', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await until(() => expect(names(device)).toEqual([]));
    await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, NEXT)] });
    await until(() => expect(names(device)).toEqual([]));
    expect((await acts(device)).slice(1).map((line) => line.slice(0, 10))).toEqual(['block 7f3a', 'block 0c95']);
    expect((await reportOf(device)).control.sums).toMatchObject({ pages: 2, given: 2 });
  });

  it('that is allowed again keeps the next one', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await until(() => expect(names(device)).toEqual([]));
    await choose(device, ALLOW);
    await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, NEXT)] });
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ number: NEXT }]));
    expect(jar(device)).toEqual([`hvid=${NEXT}`]);
  });

  it('whose cookie is gone again by itself never kept it: that is prevented', async () => {
    device.setCookie(HVID_LINE, SHOP);
    device.expire('hvid', 'expired_overwrite');
    device.openTab(1).url = SHOP;
    expect(await acts(device)).toEqual(['chosen block', 'block 7f3a (given): prevented']);
    expect((await reportOf(device)).control).toMatchObject({ taken: [], sums: { given: 1, prevented: 1 } });
  });

  it('whose cookie the browser will not remove is said to have failed, and its number is at work and shown', async () => {
    device.insides.refusesRemoval = true;
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ number: HVID, ended: null }]));
    expect(await acts(device)).toEqual(['chosen block', 'block 7f3a (given): failed, carried by 0']);
    expect((await reportOf(device)).control).toMatchObject({ taken: [], sums: { given: 1, failed: 1 } });
  });

  it('says how many requests carried the number meanwhile, each once', async () => {
    // All within one millisecond: when they came about does not tell them from those before the cookie was told.
    vi.setSystemTime(Date.now());
    device.openTab(1).url = SHOP;
    device.setCookie(HVID_LINE, SHOP);
    device.ask(`${SHOP}a.png`, { pending: true });
    device.ask(`${SHOP}b.png`, { pending: true });
    expect(await acts(device)).toEqual(['chosen block', 'block 7f3a (given): removed, carried by 2']);
    expect((await reportOf(device)).control.sums).toMatchObject({ carriedBy: 2 });
  });

  it('is no other site’s affair', async () => {
    await device.visit(NEWS, { answer: [HVID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toMatchObject([{ number: HVID }]));
    expect(await acts(device)).toEqual([]);
  });
});

describe('a site that is being blocked', () => {
  beforeEach(async () => await start(false));

  it('loses the number it has, and what can be brought back is as it was', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE, ...BESIDE] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1));
    const before = [...device.insides.jar.values()].filter(({ identifier }) => identifier.name === 'hvid');
    await choose(device, BLOCK);
    expect(names(device)).toEqual(['cart', 'csrftoken', 'lang', 'session_token']);
    await untilReport(device, (report) =>
      expect(report.past).toMatchObject([{ number: HVID, ended: { how: 'blocked' } }]),
    );
    expect(await acts(device)).toEqual(['chosen block', 'block 7f3a (kept): removed, carried by 0']);
    const [taken] = (await reportOf(device)).control.taken;
    expect(await device.view('bringBack', { key: taken?.key ?? '' })).toBe(true);
    expect([...device.insides.jar.values()].filter(({ identifier }) => identifier.name === 'hvid')).toEqual(before);
    expect((await acts(device)).at(-1)).toBe('7f3a brought back: true');
    await untilReport(device, (report) => {
      expect(report.numbers).toMatchObject([
        { number: HVID, control: { chosen: { choice: ALLOW }, decision: { verdict: 'keep' } } },
      ]);
    });
    expect((await reportOf(device)).control.sums?.cameBack).toBe(0);
  });

  it('loses other companies’ numbers on its pages, wherever else they are at work', async () => {
    await device.visit(SHOP);
    device.ask(PIXEL, { answer: [UID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1));
    device.openTab(2);
    await device.visit(NEWS, { tab: 2 });
    device.ask(PIXEL, { tab: 2 });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1), 2);
    await choose(device, BLOCK);
    expect(names(device)).toEqual([]);
    await untilReport(device, (report) => expect(report.numbers).toEqual([]), 2);
    expect((await reportOf(device, 2)).past).toMatchObject([{ ended: { how: 'blocked' } }]);
  });

  it('leaves a login alone until that very one is chosen', async () => {
    await choose(device, BLOCK);
    await device.visit(SHOP, { answer: BESIDE });
    await untilReport(device, (report) => expect(report.leftAlone).toHaveLength(4));
    const login = (await reportOf(device)).leftAlone.find(({ kind }) => kind === 'login');
    if (login === undefined) throw new Error('no login');
    expect(login.control.decision).toMatchObject({ verdict: 'keep', because: { says: 'leftAlone' } });
    await device.view('chooseForThis', { domain: SHOP_DOMAIN, identifier: login.identifier, choice: BLOCK });
    expect(names(device)).toEqual(['cart', 'csrftoken', 'lang']);
    await device.visit(SHOP, { answer: BESIDE });
    await until(() => expect(names(device)).toEqual(['cart', 'csrftoken', 'lang']));
    await settled(device);
    expect(JSON.stringify(await reportOf(device))).not.toContain('8c1d77aa');
  });

  it('knows a number that comes back, told once', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1));
    await choose(device, { mode: 'reset', rhythm: { every: 'session' } });
    await until(() => expect(names(device)).toEqual([]));
    for (const page of ['a', 'b']) await device.visit(SHOP + page, { answer: [HVID_LINE] });
    expect(await acts(device)).toEqual(['chosen reset', 'reset 7f3a (kept): removed, carried by 0', '7f3a came back']);
  });

  it('is still blocked by a background that starts again', async () => {
    await choose(device, BLOCK);
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await until(() => expect(names(device)).toEqual([]));
    await untilReport(device, ({ control }) =>
      expect(control).toMatchObject({ mode: 'block', sums: { given: 1, removed: 1 } }),
    );
  });
});
