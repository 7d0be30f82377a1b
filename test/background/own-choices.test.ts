import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PressMeaning } from '#core/press.ts';
import type { Receipt } from '#core/receipt.ts';
import type { VisitMoment } from '#core/visit.ts';
import type { Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { onDisk, reportOf, settled, startedDevice, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const GRANTED = '{"matomo":true,"adsense":true}';
const REFUSED = '{"matomo":false,"adsense":false}';

let device: Device;
/** Another site in each test: a background that was stopped still looks at the page that it was to look at. */
let site: string;
let sites = 0;
/** What stands in web storage there, and in tables of the page. */
let stored: (readonly [area: string, name: string, value: string])[];
let rows: string[][];

beforeEach(async () => {
  device = await startedDevice();
  sites += 1;
  site = `https://shop-${sites}.example/`;
  stored = [];
  rows = [];
  device.insides.functions.set('webStorage', () => stored);
  device.insides.functions.set('liveAnswers', () => [null, null, null]);
  device.insides.functions.set('tableRows', () => rows);
});
afterEach(() => expectNoFailures(device));

/** A page is opened, and what stands there has been looked at. */
async function begin(): Promise<void> {
  await device.visit(site);
  await until(() => expect(JSON.stringify([...device.insides.session.held])).toContain(`domain\\":\\"${domain()}`));
}

function domain(): string {
  return new URL(site).hostname;
}

function keep(value: string): void {
  stored = [['local', 'klaro', value]];
}

/** The site writes it, as the guard sees. */
async function writes(value: string): Promise<void> {
  keep(value);
  await device.watcher({ type: 'wrote', writes: [{ name: 'klaro', script: null }] });
}

async function presses(label: string, means: PressMeaning): Promise<void> {
  await device.watcher({ type: 'pressed', press: { at: Date.now(), label, means, ofBanner: true } });
}

async function receipts(tab = 1): Promise<readonly Receipt[]> {
  const { events } = await reportOf(device, tab);
  return events.flatMap((line) => (line.type === 'banner' ? [line.receipt] : []));
}

async function moments(): Promise<readonly VisitMoment[]> {
  return (await reportOf(device)).visit?.moments ?? [];
}

async function untilMoment(type: VisitMoment['type'], times = 1): Promise<void> {
  await until(async () => expect((await moments()).filter((one) => one.type === type)).toHaveLength(times));
}

describe('what the person presses', () => {
  it('becomes a receipt, with what stood on it, as soon as the site stores a choice', async () => {
    await begin();
    await presses('Accept all', 'accept');
    await writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    const [receipt] = await receipts();
    expect(receipt).toMatchObject({
      by: 'person',
      wanted: { is: 'accept' },
      pressed: 'Accept all',
      clicks: 1,
      before: [],
      outcome: { is: 'accepted' },
    });
    expect(receipt?.after[0]?.texts).toEqual([{ area: 'local-storage', name: 'klaro', value: GRANTED }]);
    expect((await moments()).map(({ type }) => type)).toEqual(['page', 'choice']);
  });

  it('and is withdrawn later, is a second one', async () => {
    await begin();
    await presses('Accept all', 'accept');
    await writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    await presses('Reject all', 'refuse');
    await writes(REFUSED);
    await until(async () => expect(await receipts()).toHaveLength(2));
    expect((await receipts())[0]?.outcome).toMatchObject({ is: 'refused', takenBack: ['analytics', 'advertising'] });
  });

  it('counts where it was no button of a banner, too: that frame is asked, and what stood on it is not told', async () => {
    await begin();
    device.insides.frames.set(1, (message) =>
      (message as { type: string }).type === 'last-press'
        ? { at: Date.now(), label: null, means: null, ofBanner: false }
        : undefined,
    );
    await writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    const [receipt] = await receipts();
    expect(receipt).toMatchObject({ by: 'person', wanted: null, outcome: { is: 'answered' } });
    expect(receipt?.pressed).toBeUndefined();
  });

  it('and is stored in two steps, is one receipt', async () => {
    await begin();
    await presses('Accept all', 'accept');
    await writes('{"matomo":true}');
    await until(async () => expect(await receipts()).toHaveLength(1));
    await writes(GRANTED);
    await until(async () => expect((await receipts())[0]?.after[0]?.texts[0]?.value).toBe(GRANTED));
    expect(await receipts()).toHaveLength(1);
    expect((await receipts())[0]?.before).toEqual([]);
    expect((await moments()).filter(({ type }) => type === 'choice')).toHaveLength(1);
  });

  it('in a banner, and changes nothing that is stored, is a receipt of that', async () => {
    keep(GRANTED);
    await begin();
    await presses('Reject all', 'refuse');
    await until(async () => expect(await receipts()).toHaveLength(1));
    const [receipt] = await receipts();
    expect(receipt).toMatchObject({ wanted: { is: 'refuse' }, outcome: { is: 'refused-but-stored' } });
    expect(receipt?.before).toEqual(receipt?.after);
  });

  it('elsewhere, and changes nothing, is nobody’s business', async () => {
    keep(GRANTED);
    await begin();
    const press = { at: Date.now(), label: 'Decline', means: 'refuse', ofBanner: false } as const;
    await device.watcher({ type: 'pressed', press });
    // The last look of the one comes before that of the other.
    await new Promise((resolve) => void setTimeout(resolve, 5));
    await presses('Reject all', 'refuse');
    await until(async () => expect(await receipts()).toHaveLength(1));
    expect((await receipts())[0]?.pressed).toBe('Reject all');
  });

  it('is nobody’s business where the site stores nothing of a choice', async () => {
    await begin();
    const press = { at: Date.now(), label: 'Accept', means: 'accept', ofBanner: false } as const;
    await device.watcher({ type: 'pressed', press });
    await device.watcher({ type: 'wrote', writes: [{ name: 'theme', script: null }] });
    await settled(device);
    expect(await receipts()).toEqual([]);
    // What it does store later is the first that is told.
    await writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
  });
});

describe('what a site stores of a choice', () => {
  it('without a press is no receipt, but a moment of the visit, and found', async () => {
    await begin();
    await writes(GRANTED);
    await untilMoment('choice');
    expect(await receipts()).toEqual([]);
    expect((await moments()).at(-1)).toMatchObject({ by: 'nobody', wanted: null, pressed: null });
  });

  it('before the visit began is found, and told once', async () => {
    keep(GRANTED);
    await device.visit(site);
    await untilMoment('choice-found');
    await device.visit(site);
    await settled(device);
    expect((await moments()).map(({ type }) => type)).toEqual(['page', 'choice-found', 'page']);
  });

  it('in a cookie that comes with the first page was not there before', async () => {
    await device.visit(site, { answer: [`klaro=${encodeURIComponent(GRANTED)}; Path=/`] });
    await untilMoment('choice');
    expect((await moments()).filter(({ type }) => type === 'choice-found')).toEqual([]);
  });

  it('and writes again with other words that say the same is no choice', async () => {
    keep(GRANTED);
    await device.visit(site);
    await untilMoment('choice-found');
    await writes('{"adsense":true,"matomo":true}');
    await until(() => expect(JSON.stringify([...device.insides.session.held])).toContain('{\\\\\\"adsense'));
    await writes(REFUSED);
    await untilMoment('choice');
    const choices = (await moments()).filter(({ type }) => type === 'choice');
    expect(choices).toMatchObject([{ records: [{ texts: [{ value: REFUSED }] }] }]);
  });

  it('comes with how long the site says that it keeps what', async () => {
    rows = [
      ['Name', 'Purpose', 'Lifetime'],
      ['_ga', 'Statistics', '2 years'],
    ];
    await begin();
    await presses('Accept all', 'accept');
    await writes(GRANTED);
    await untilMoment('declared');
    expect((await moments()).at(-1)).toMatchObject({ name: '_ga', lasts: 63_113_904 });
  });

  it('in a private window leaves nothing on disk', async () => {
    device.openTab(2, { private: true });
    await device.visit('https://secret.example/', { tab: 2 });
    await device.watcher(
      { type: 'pressed', press: { at: Date.now(), label: 'Accept all', means: 'accept', ofBanner: true } },
      { tab: 2 },
    );
    keep(GRANTED);
    await device.watcher({ type: 'wrote', writes: [{ name: 'klaro', script: null }] }, { tab: 2 });
    await until(async () => expect(await receipts(2)).toHaveLength(1));
    expect(await onDisk(device)).not.toContain('secret');
  });

  it('is forgotten with its site', async () => {
    await begin();
    await presses('Accept all', 'accept');
    await writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    await device.view('wipeSite', { domain: domain() as never });
    expect(JSON.stringify([...device.insides.session.held])).not.toContain('matomo');
    expect(await onDisk(device)).not.toContain('matomo');
  });
});

describe('Global Privacy Control', () => {
  it('is noted in a visit where the person wants it sent', async () => {
    await device.visit(site);
    await settled(device);
    expect(await moments()).toMatchObject([{ type: 'page', gpc: false }]);
    await device.view('changeGpc', { domain: null, on: true });
    await device.visit(site);
    await until(async () => expect((await moments()).at(-1)).toMatchObject({ type: 'page', gpc: true }));
  });
});
