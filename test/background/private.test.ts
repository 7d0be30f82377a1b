import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Device } from '../support/fakes/device.ts';
import {
  HVID,
  HVID_LINE,
  NEWS,
  PIXEL,
  SHOP,
  UID,
  UID_LINE,
  onDisk,
  reportOf,
  settled,
  untilReport,
  startedDevice,
} from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;

async function start(kind: { readonly firefox?: boolean } = {}): Promise<void> {
  device = await startedDevice(kind);
}

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('a private window in %s', (_browser, firefox) => {
  beforeEach(async () => await start({ firefox }));

  it('is watched, and leaves nothing on disk', async () => {
    device.openTab(2, { private: true });
    await device.visit(`${SHOP}search?q=valves`, { tab: 2, answer: [HVID_LINE] });
    device.ask(PIXEL, { tab: 2, answer: [UID_LINE] });
    device.ask(`https://ads.example/sync?visitor=${HVID}`, { tab: 2 });
    await untilReport(
      device,
      (report) => {
        expect(report.private).toBe(true);
        expect(report.numbers.map(({ number }) => number)).toEqual([HVID, UID]);
        expect(report.numbers[0]?.recipients).toMatchObject([{ domain: 'ads.example' }]);
      },
      2,
    );
    await device.visit(NEWS, { answer: [HVID_LINE.replace(HVID, '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86')] });
    await settled(device);
    const disk = await onDisk(device);
    expect(disk).toContain('news.example');
    expect(disk).not.toMatch(new RegExp(`shop|metrics|ads\\.example|valves|${HVID}|${UID}`, 'u'));
  });

  it('keeps off the disk also what its page says last, when its tab is closed already', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1), 2);
    const page = (await reportOf(device, 2)).events.find(({ type }) => type === 'visit')?.id ?? '';
    const last = { id: 't1', page, at: Date.now(), url: SHOP, milliseconds: 9000, title: '', over: true };
    await device.watcher({ type: 'time-spent', ...last }, { tab: 2, closed: true });
    expect((await reportOf(device, 2)).numbers[0]?.total.milliseconds).toBe(9000);
    expect(await onDisk(device)).not.toContain('shop');
  });

  it('has a record of its own, which ordinary windows do not see', async () => {
    await device.visit(SHOP, { answer: [HVID_LINE] });
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE.replace(HVID, UID)] });
    await untilReport(device, (report) => expect(report.numbers.map(({ number }) => number)).toEqual([UID]), 2);
    await settled(device);
    expect((await reportOf(device, 1)).numbers.map(({ number }) => number)).toEqual([HVID]);
  });

  it('keeps its record while the background is stopped, and loses it on a wipe', async () => {
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE] });
    await untilReport(device, (report) => expect(report.numbers).toHaveLength(1), 2);
    await device.startBackground();
    expect((await reportOf(device, 2)).numbers).toMatchObject([{ number: HVID }]);
    await device.view('wipeEverything', null);
    expect((await reportOf(device, 2)).numbers).toEqual([]);
    expect(JSON.stringify([...device.insides.session.held])).not.toContain(HVID);
  });
});

/** Whether a service worker's request, made while a page is open, is recorded. */
async function askedByNoTab(): Promise<boolean> {
  await device.visit(SHOP, { answer: [HVID_LINE] });
  device.ask(PIXEL, { tab: -1, initiator: 'https://news.example/', resource: 'xmlhttprequest' });
  await settled(device);
  return (await onDisk(device)).includes('metrics.example');
}

describe('a request that no tab made', () => {
  beforeEach(async () => await start());

  it('is recorded by who asked', async () => {
    expect(await askedByNoTab()).toBe(true);
  });

  it('is not while a private window is open, for nobody says whose it is', async () => {
    device.openTab(2, { private: true });
    await device.visit(NEWS, { tab: 2 });
    expect(await askedByNoTab()).toBe(false);
  });

  it('is not either where the background has only just started and heard nothing of that window yet', async () => {
    device.openTab(2, { private: true }).url = NEWS;
    await device.startBackground();
    expect(await askedByNoTab()).toBe(false);
  });
});

describe('containers in Firefox', () => {
  it('are recorded apart', async () => {
    await start({ firefox: true });
    device.openTab(2, { store: 'firefox-container-1' });
    await device.visit(SHOP, { answer: [HVID_LINE] });
    await device.visit(SHOP, { tab: 2, answer: [HVID_LINE.replace(HVID, UID)] });
    await untilReport(device, (report) => {
      const pages = report.numbers.map(({ number, identifier, total }) => [number, identifier.store, total.pages]);
      expect(pages).toEqual([
        [HVID, 'firefox-default', 1],
        [UID, 'firefox-container-1', 1],
      ]);
    });
  });
});
