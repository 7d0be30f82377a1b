import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Said } from '#core/correction.ts';
import { type Identifier, nameOf } from '#core/identifier.ts';
import type { ExportCursor } from '#core/export-cursor.ts';
import type { SiteReport } from '#core/report.ts';
import type { Verdict } from '#core/verdict.ts';
import type { ViewRequests } from '#messages/protocol.ts';
import { type Device } from '../support/fakes/device.ts';
import { acts, BESIDE, BLOCK, choose, expectNoFailures, names, NEXT, SHOP_DOMAIN } from './controlling.ts';
import { HVID, HVID_LINE, onDisk, reportOf, settled, SHOP, until, untilReport, startedDevice } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const SESSION = '8c1d77aa-93d2-4d0e-8a6b-0e8b2f6d1a44';

let device: Device;

async function start(firefox: boolean): Promise<void> {
  device = await startedDevice({ firefox });
}

afterEach(() => expectNoFailures(device));

async function say(identifier: Identifier, is: Said | null): Promise<void> {
  await device.view('correct', { domain: SHOP_DOMAIN, identifier, is });
}

/** Where a value of this name is stored, as the report of a tab has it. */
async function placeOf(name: string, tab = 1): Promise<Identifier> {
  const report = await reportOf(device, tab);
  const places = [...report.numbers, ...report.leftAlone, ...report.corrections].map(({ identifier }) => identifier);
  const found = places.find((identifier) => nameOf(identifier) === name);
  if (found === undefined) throw new Error(`${name} is not in the report`);
  return found;
}

/** Waits until so many numbers and other values are in the report. */
async function shown(counts: readonly [numbers: number, leftAlone: number]): Promise<void> {
  await untilReport(device, ({ numbers, leftAlone }) => expect([numbers.length, leftAlone.length]).toEqual(counts));
}

function namesOf(of: readonly { readonly identifier: Identifier }[]): readonly string[] {
  return of.map(({ identifier }) => nameOf(identifier)).toSorted();
}

function reasonsOf({ leftAlone, numbers }: SiteReport, name: string): readonly string[] {
  const found = [...leftAlone, ...numbers].find(({ identifier }) => nameOf(identifier) === name);
  return (found?.reasons ?? []).map(({ says }) => says);
}

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('what is said of cookies in %s', (_browser, firefox) => {
  beforeEach(async () => {
    await start(firefox);
    await device.visit(SHOP, { answer: [HVID_LINE, ...BESIDE] });
    await shown([1, 4]);
  });

  it('makes a number none: it is left alone at once, with why, and is at work no longer', async () => {
    await say(await placeOf('hvid'), 'no-number');
    const report = await reportOf(device);
    expect(report.numbers).toEqual([]);
    expect(report.past).toMatchObject([{ number: HVID, ended: { how: 'corrected' } }]);
    expect(namesOf(report.leftAlone)).toContain('hvid');
    expect(reasonsOf(report, 'hvid').slice(0, 2)).toEqual(['saidNoNumber', 'uuid']);
    expect(report.corrections).toMatchObject([{ is: 'no-number', domain: SHOP_DOMAIN }]);
    expect(await acts(device)).toEqual(['said no-number']);
  });

  it('keeps what is said to be no number from being blocked, whichever came first', async () => {
    const hvid = await placeOf('hvid');
    await say(hvid, 'no-number');
    await choose(device, BLOCK);
    expect(names(device)).toContain('hvid');
    await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, NEXT)] });
    await settled(device);
    expect(names(device)).toContain('hvid');
    await say(hvid, null);
    await until(() => expect(names(device)).not.toContain('hvid'));
    await say(hvid, 'no-number');
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    expect(names(device)).toContain('hvid');
    expect((await reportOf(device)).numbers).toEqual([]);
  });

  it('makes a login a number that is recorded, and follows what the site may do', async () => {
    await say(await placeOf('session_token'), 'number');
    const report = await reportOf(device);
    expect(report.numbers.map(({ number }) => number).toSorted()).toEqual([HVID, SESSION]);
    expect(reasonsOf(report, 'session_token').slice(0, 2)).toEqual(['saidNumber', 'nameSaysLogin']);
    expect(namesOf(report.leftAlone)).toEqual(['cart', 'csrftoken', 'lang']);
    await choose(device, BLOCK);
    await until(() => expect(names(device)).toEqual(['cart', 'csrftoken', 'lang']));
    await device.visit(SHOP, { answer: BESIDE });
    await settled(device);
    expect(names(device)).toEqual(['cart', 'csrftoken', 'lang']);
  });

  it('is taken back also where the value is not stored any more', async () => {
    const session = await placeOf('session_token');
    await say(session, 'number');
    await choose(device, BLOCK);
    await until(() => expect(names(device)).not.toContain('session_token'));
    await say(session, null);
    await device.visit(SHOP, { answer: BESIDE });
    await untilReport(device, ({ leftAlone }) => expect(namesOf(leftAlone)).toContain('session_token'));
    expect(names(device)).toContain('session_token');
    expect((await reportOf(device)).corrections).toEqual([]);
    expect((await acts(device)).filter((line) => line.startsWith('said'))).toEqual(['said number', 'said nothing']);
  });

  it('leaves nothing of a login’s value behind once it is taken back', async () => {
    const session = await placeOf('session_token');
    await say(session, 'number');
    device.ask(`${SHOP}a.png`);
    device.ask('https://sub.shop.example/b.png', { resource: 'xmlhttprequest' });
    await settled(device);
    expect(await onDisk(device)).toContain(SESSION);
    await say(session, null);
    await settled(device);
    expect(await onDisk(device)).not.toContain(SESSION);
    expect(namesOf((await reportOf(device)).leftAlone)).toContain('session_token');
  });

  it('makes a number one again under its own record when it is taken back', async () => {
    const [before] = (await reportOf(device)).numbers;
    const hvid = await placeOf('hvid');
    await say(hvid, 'no-number');
    await say(hvid, null);
    const report = await reportOf(device);
    expect(report.numbers).toMatchObject([{ key: before?.key, number: HVID, ended: null, total: before?.total }]);
    expect(report.past).toEqual([]);
    expect(reasonsOf(report, 'hvid')).not.toContain('saidNoNumber');
  });

  it('holds for a background that starts again', async () => {
    await say(await placeOf('hvid'), 'no-number');
    await device.startBackground();
    await choose(device, BLOCK);
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    expect(names(device)).toContain('hvid');
  });

  it('goes with the site, and with everything', async () => {
    for (const wipe of [
      async () => await device.view('wipeSite', { domain: SHOP_DOMAIN }),
      async () => await device.view('wipeEverything', null),
    ]) {
      await say(await placeOf('hvid'), 'no-number');
      await wipe();
      expect((await reportOf(device)).corrections).toEqual([]);
      await device.visit(SHOP, { answer: [HVID_LINE.replace(HVID, NEXT)] });
      await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: NEXT }]));
    }
  });

  it('is in what is saved, without the value', async () => {
    await say(await placeOf('lang'), 'number');
    await say(await placeOf('hvid'), 'no-number');
    let rows: readonly unknown[] = [];
    let cursor: ExportCursor | null = null;
    do {
      const slice: ViewRequests['exportSlice']['answer'] = await device.view('exportSlice', { cursor });
      if (slice.table === 'corrections') ({ rows } = slice);
      ({ cursor } = slice);
    } while (cursor !== null);
    expect(rows).toMatchObject([
      { identifier: { name: 'lang' }, is: 'number', domain: SHOP_DOMAIN },
      { identifier: { name: 'hvid' }, is: 'no-number' },
    ]);
    expect(JSON.stringify(rows)).not.toContain(HVID);
  });
});

describe('what is said in a private window', () => {
  beforeEach(async () => await start(false));

  it('holds there, leaves nothing on disk, and ends with it', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE] });
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1), 2);
    await say(await placeOf('hvid', 2), 'no-number');
    expect((await reportOf(device, 2)).numbers).toEqual([]);
    expect((await reportOf(device, 2)).corrections).toHaveLength(1);
    expect(await onDisk(device)).not.toMatch(/hvid|no-number/u);
    device.insides.tabs.delete(2);
    device.events.tabRemoved.fire(2, {});
    await until(() => expect(JSON.stringify([...device.insides.session.held])).not.toContain('no-number'));
    device.openTab(3, { private: true });
    await device.visit(SHOP, { tab: 3, answer: [HVID_LINE.replace(HVID, NEXT)] });
    await untilReport(device, ({ numbers }) => expect(numbers).toMatchObject([{ number: NEXT }]), 3);
  });
});

describe('what is said of web storage', () => {
  const DRAFT = 'Dear Anna';
  const place = { area: 'local-storage', key: 'draft' } as const;
  const judged = (kind: Verdict['kind']): Verdict => ({
    kind,
    purpose: 'functional',
    confidence: 0.8,
    reasons: [{ says: 'notRandom', args: [], basis: 'inferred' }],
    token: kind === 'random-id' ? HVID : null,
    vendor: null,
  });
  const stored = async (value: string, kind: Verdict['kind']) =>
    await device.watcher({ type: 'stored', items: [{ ...place, value, verdict: judged(kind) }], keys: ['draft'] });

  /** What the page's scripts were asked. */
  const asked: { readonly type: string; readonly value?: string }[] = [];

  beforeEach(async () => {
    await start(false);
    asked.length = 0;
    device.insides.frames.set(1, (message) => {
      const told = message as (typeof asked)[number];
      asked.push(told);
      if (told.type === 'tell-whole') return { ...place, value: DRAFT, verdict: judged('unknown') };
      return told.type === 'put-back' ? true : undefined;
    });
    await device.visit(SHOP);
  });

  it('asks an open page for all of what is a number by the person’s word, now and whenever it changes', async () => {
    await stored('', 'unknown');
    await untilReport(device, ({ leftAlone }) => expect(leftAlone).toHaveLength(1));
    await say(await placeOf('draft'), 'number');
    expect((await reportOf(device)).numbers).toMatchObject([{ number: DRAFT, kind: 'random-id' }]);
    await stored('', 'unknown');
    await settled(device);
    expect((await reportOf(device)).numbers).toMatchObject([{ number: DRAFT, ended: null }]);
    expect(asked.filter(({ type }) => type === 'tell-whole')).toHaveLength(2);
  });

  it('keeps nothing of a number that is said to be none', async () => {
    await stored(HVID, 'random-id');
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    await say(await placeOf('draft'), 'no-number');
    expect((await reportOf(device)).numbers).toEqual([]);
    await stored(NEXT, 'random-id');
    await settled(device);
    expect((await reportOf(device)).leftAlone).toMatchObject([{ kind: 'unknown', preview: null }]);
    expect(await onDisk(device)).not.toContain(NEXT);
  });

  it('lets what a page holds be kept, and puts back what its guard took by itself', async () => {
    await stored(HVID, 'random-id');
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    await say(await placeOf('draft'), 'no-number');
    await choose(device, BLOCK);
    const { area, key: name } = place;
    const written = { area, name, value: HVID, line: null, script: null, verdict: judged('random-id'), stored: false };
    expect(await device.watcher({ type: 'held', items: [written] })).toEqual({ keep: [0] });
    const item = { ...place, value: HVID, verdict: judged('random-id'), still: false };
    await device.watcher({ type: 'forgotten', items: [item] });
    await until(() => expect(asked.at(-1)).toMatchObject({ type: 'put-back', key: 'draft', value: HVID }));
  });
});
