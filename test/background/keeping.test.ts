import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { identifierKey } from '#core/identifier.ts';
import { DEFAULT_SETTINGS } from '#core/report.ts';
import { type Device, newDevice, siteOfPage } from '../support/fakes/device.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';
import {
  HVID,
  HVID_LINE,
  NEWS,
  PIXEL,
  SHOP,
  UID,
  UID_LINE,
  newDisk,
  onDisk,
  reportOf,
  settled,
  until,
  untilReport,
} from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const MINUTE = 60_000;
let device: Device;

beforeEach(async () => {
  await newDisk();
  device = newDevice();
  device.openTab(1);
});

/** As a page's watcher leaves it before the background answers. */
async function leaveInJournal(
  ...entries: readonly { readonly id: string; readonly [field: string]: unknown }[]
): Promise<void> {
  await device.insides.local.set(Object.fromEntries(entries.map((entry) => [`journal/${entry.id}`, entry])));
}

function journal(): readonly string[] {
  return [...device.insides.local.held.keys()].filter((key) => key.startsWith('journal/'));
}

describe('at install', () => {
  it('what is in the jar is found, each on its own site or its partition’s', async () => {
    const found = [
      cookieOf(HVID_LINE, { url: SHOP, at: Date.now() }),
      cookieOf(UID_LINE, { url: PIXEL, at: Date.now(), partition: { topLevelSite: 'https://shop.example' } }),
    ];
    for (const cookie of found) device.insides.jar.set(identifierKey(cookie.identifier), cookie);
    await device.startBackground();
    device.events.installed.fire();
    device.openTab(1).url = SHOP;
    await untilReport(device, (report) => {
      expect(report.numbers.map(({ number, setBy }) => [number, setBy.how])).toEqual([
        [HVID, 'found'],
        [UID, 'found'],
      ]);
    });
  });

  it('watching begins once; an update finds nothing again', async () => {
    await device.startBackground();
    device.events.installed.fire();
    await until(async () => expect(await onDisk(device)).toContain('"since"'));
    const cookie = cookieOf(HVID_LINE, { url: SHOP, at: Date.now() });
    device.insides.jar.set(identifierKey(cookie.identifier), cookie);
    await device.startBackground();
    device.events.installed.fire();
    await settled(device);
    expect(await device.view('siteReport', { domain: siteOfPage(SHOP) })).toBeNull();
  });
});

describe('a new browser session', () => {
  it('ends what went with the last one, and keeps what is in the jar', async () => {
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE, `visitor=${UID}; Path=/; Max-Age=31536000`] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(2));
    for (const [key, { identifier }] of device.insides.jar)
      if (identifier.name === 'visitor') device.insides.jar.delete(key);
    await device.startBrowser();
    await untilReport(device, (report) => {
      expect(report.numbers.map(({ number }) => number)).toEqual([HVID]);
      expect(report.past).toMatchObject([{ number: UID, ended: { how: 'expired' } }]);
    });
  });
});

function opened(id: string, at: number, url = SHOP) {
  return { type: 'page-opened', id, page: id, at, url, how: 'load' };
}

/** Time on the page that `opened('p1', …)` opened. */
function spent(id: string, at: number, milliseconds: number) {
  return { type: 'time-spent', id, page: 'p1', at, url: SHOP, milliseconds, title: 'Hi-fi', over: true };
}

describe('the journal', () => {
  it('is taken in when the background starts: what a page could not tell is not lost', async () => {
    await device.startBackground();
    device.setCookie(HVID_LINE, SHOP);
    device.openTab(1).url = SHOP;
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    const at = Date.now() - MINUTE;
    await leaveInJournal(spent('t1', at + 40_000, 40_000), opened('p1', at));
    await device.startBackground();
    await untilReport(device, (report) => {
      expect(report.numbers[0]?.total).toMatchObject({ pages: 1, milliseconds: 40_000 });
    });
    await until(() => expect(journal()).toEqual([]));
  });

  it('leaves what is just now being told to the page that tells it', async () => {
    await leaveInJournal(opened('p1', Date.now()), opened('p0', Date.now() - MINUTE));
    await device.startBackground();
    await until(() => expect(journal()).toEqual(['journal/p1']));
  });

  it('counts a note that was taken in and then told in full by its page, once and whole', async () => {
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    const page = (await reportOf(device)).events.find(({ type }) => type === 'visit')?.id ?? '';
    const note = { ...spent('t1', Date.now() - MINUTE, 30_000), page, over: false };
    await leaveInJournal(note);
    await device.startBackground();
    await untilReport(device, (report) => expect(report.numbers[0]?.total.milliseconds).toBe(30_000));
    await device.watcher({ ...note, type: 'time-spent', at: Date.now(), milliseconds: 75_000 });
    await untilReport(device, (report) => expect(report.numbers[0]?.total.milliseconds).toBe(75_000));
  });

  it('of a clock that was set back is taken in too', async () => {
    await leaveInJournal(opened('p1', Date.now() + 24 * 60 * MINUTE));
    await device.startBackground();
    await until(() => expect(journal()).toEqual([]));
  });

  it('goes on behind entries that are damaged, and drops those', async () => {
    const at = Date.now() - MINUTE;
    await leaveInJournal(
      { id: 'no fields' },
      { ...spent('no title', at, 5), title: undefined },
      { ...opened('no time', at), at: 'yesterday' },
      { ...opened('no such time', at), at: 1e300 },
      { ...opened('another type', at), type: 'page-closed' },
      { ...opened('no address', at), url: 'not a URL' },
      opened('p1', at, NEWS),
    );
    await device.startBackground();
    await until(() => expect(journal()).toEqual([]));
    expect(await device.view('siteReport', { domain: siteOfPage(NEWS) })).toMatchObject({ visits: 1 });
  });

  it('gives out a page’s opening before its time, where the opening could not be told first', async () => {
    await device.startBackground();
    device.setCookie(HVID_LINE, SHOP);
    device.openTab(1).url = SHOP;
    await untilReport(device, ({ numbers }) => expect(numbers).toHaveLength(1));
    await leaveInJournal(opened('p1', Date.now()));
    await device.watcher({ ...spent('t1', Date.now(), 12_000), type: 'time-spent' });
    expect((await reportOf(device)).numbers[0]?.total).toMatchObject({ pages: 1, milliseconds: 12_000 });
    expect(journal()).toEqual([]);
  });

  it('empties as pages are acknowledged', async () => {
    await device.startBackground();
    await leaveInJournal(opened('p1', Date.now()));
    device.openTab(1).url = SHOP;
    expect(
      await device.watcher({ type: 'page-opened', id: 'p1', page: 'p1', at: Date.now(), url: SHOP, how: 'load' }),
    ).toBe(true);
    expect(journal()).toEqual([]);
  });

  it('forgets a site with the ledger', async () => {
    await device.startBackground();
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await settled(device);
    await leaveInJournal(opened('p8', Date.now()), opened('p9', Date.now(), NEWS));
    await device.view('wipeSite', { domain: siteOfPage(SHOP) });
    expect(journal()).toEqual(['journal/p9']);
    expect(await onDisk(device)).not.toMatch(new RegExp(`shop|${HVID}`, 'u'));
  });
});

describe('settings', () => {
  it('are kept, and take effect at once', async () => {
    await device.startBackground();
    expect(await device.view('settings', null)).toEqual(DEFAULT_SETTINGS);
    await device.visit(SHOP, { answer: [HVID_LINE] });
    const old = Date.now() - 40 * 24 * 60 * MINUTE;
    await device.watcher({ type: 'page-opened', id: 'old', page: 'old', at: old, url: `${SHOP}old-page`, how: 'load' });
    await settled(device);
    expect(await onDisk(device)).toContain('old-page');
    expect(await device.view('changeSettings', { eventDays: 30, sumDays: 365 })).toEqual({
      eventDays: 30,
      sumDays: 365,
    });
    expect(await onDisk(device)).not.toContain('old-page');
    await device.startBackground();
    expect(await device.view('settings', null)).toEqual({ eventDays: 30, sumDays: 365 });
  });
});
