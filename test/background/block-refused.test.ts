import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PressMeaning } from '#core/press.ts';
import type { Device } from '../support/fakes/device.ts';
import { type AskingSite, askingSite, GRANTED, REFUSED } from './asking-site.ts';
import { ALLOW, expectNoFailures, names } from './controlling.ts';
import { reportOf, settled, startedDevice, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const GA = '_ga=GA1.1.1093514417.1795356054; Path=/; Max-Age=63072000';
const SESSION = 'session_token=8c1d77aa-93d2-4d0e-8a6b-0e8b2f6d1a44; Path=/; HttpOnly; Secure';

let device: Device;
let site: AskingSite;

beforeEach(async () => {
  device = await startedDevice();
  site = askingSite(device);
  await site.begin({ answer: [GA, SESSION] });
});
afterEach(() => expectNoFailures(device));

/** The person presses, the site stores, and there are so many receipts. */
async function presses(label: string, means: PressMeaning, value: string, receipts: number): Promise<void> {
  await site.presses(label, means);
  await site.writes(value);
  await until(async () => {
    const { events } = await reportOf(device);
    expect(events.filter(({ type }) => type === 'banner')).toHaveLength(receipts);
  });
  await settled(device);
}

const BOTH = ['_ga', 'session_token'];

describe('a refusal', () => {
  it('does nothing to numbers unless the person wants that', async () => {
    await presses('Reject all', 'refuse', REFUSED, 1);
    expect(names(device)).toEqual(BOTH);
  });

  it('blocks the numbers that are for what was refused, and nothing else, where they want that', async () => {
    await device.view('changeRefusalBlocks', { blocks: true });
    await presses('Reject all', 'refuse', REFUSED, 1);
    await until(() => expect(names(device)).toEqual(['session_token']));
    // Also when the site gives it again.
    device.setCookie(GA, site.url);
    await until(() => expect(names(device)).toEqual(['session_token']));
  });

  it('that is taken back lets them go', async () => {
    await device.view('changeRefusalBlocks', { blocks: true });
    await presses('Reject all', 'refuse', REFUSED, 1);
    await until(() => expect(names(device)).toEqual(['session_token']));
    await presses('Accept all', 'accept', GRANTED, 2);
    device.setCookie(GA, site.url);
    await settled(device);
    await until(async () => expect((await reportOf(device)).numbers).toMatchObject([{ purpose: 'analytics' }]));
    expect(names(device)).toEqual(BOTH);
  });

  it('of some purposes blocks those alone', async () => {
    await device.view('changeRefusalBlocks', { blocks: true });
    await presses('Save', 'choose', '{"matomo":true,"adsense":false}', 1);
    expect(names(device)).toEqual(BOTH);
  });

  it('goes after what the person chose for the site', async () => {
    await device.view('choose', { domain: site.domain, choice: ALLOW });
    await device.view('changeRefusalBlocks', { blocks: true });
    await presses('Reject all', 'refuse', REFUSED, 1);
    expect(names(device)).toEqual(BOTH);
    expect((await reportOf(device)).control.chosen?.choice).toEqual(ALLOW);
  });
});
