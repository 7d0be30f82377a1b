import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import type { ExportCursor } from '#core/export-cursor.ts';
import type { SiteReport } from '#core/report.ts';
import { type Device, newDevice } from '../support/fakes/device.ts';

export const HVID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
export const UID = '5d1f0c7e9a3b4c288e6f2b7d90a1c4e3';
export const HVID_LINE = `hvid=${HVID}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
export const UID_LINE = `uid=${UID}; Path=/; Max-Age=31536000; SameSite=None; Secure`;
export const SHOP = 'https://shop.example/';
export const NEWS = 'https://news.example/';
export const PIXEL = 'https://metrics.example/pixel.gif';

/** The report of the page in a tab, as the popup asks for it. */
export async function reportOf(device: Device, tab = 1): Promise<SiteReport> {
  const report = await device.view('tabReport', { tabId: tab });
  if (report.state !== 'seen') throw new Error(`the tab is ${report.state}`);
  return report.site;
}

/** Waits for a state, however busy the machine. */
export async function until(says: () => unknown): Promise<void> {
  await vi.waitFor(says, { interval: 5, timeout: 15_000 });
}

/** Waits until the report of a tab says this. */
export async function untilReport(device: Device, says: (report: SiteReport) => void, tab = 1): Promise<void> {
  await until(async () => says(await reportOf(device, tab)));
}

/** Waits until all that was told so far has been recorded: a last, unmistakable page of another site has. */
export async function settled(device: Device): Promise<void> {
  device.openTab(99);
  const mark = `https://mark-${crypto.randomUUID()}.example/`;
  await device.visit(mark, { tab: 99, answer: [`mark=${crypto.randomUUID()}; Path=/; Max-Age=31536000`] });
  await untilReport(
    device,
    // Where numbers are held until the person decides, its number is.
    ({ numbers, control }) => expect([...numbers, ...control.held]).toHaveLength(1),
    99,
  );
}

/** Everything on the disk of a device, as text to search. */
export async function onDisk(device: Device): Promise<string> {
  const rows: unknown[] = [];
  let cursor: ExportCursor | null = null;
  do {
    const slice: { readonly rows: readonly unknown[]; readonly cursor: ExportCursor | null } = await device.view(
      'exportSlice',
      { cursor },
    );
    rows.push(...slice.rows);
    cursor = slice.cursor;
  } while (cursor !== null);
  return JSON.stringify([rows, [...device.insides.local.held]]);
}

/** An empty disk for the next device. One that still runs keeps its own, and writes to that what it has left to write. */
export async function newDisk(): Promise<void> {
  Dexie.dependencies.indexedDB = new IDBFactory();
  return await Promise.resolve();
}

/** A new device with an empty disk, one tab, and a background that runs. */
export async function startedDevice(...kind: Parameters<typeof newDevice>): Promise<Device> {
  await newDisk();
  const device = newDevice(...kind);
  device.openTab(1);
  await device.startBackground();
  return device;
}
