import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { onDisk, reportOf, settled, SHOP, startedDevice } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;

beforeEach(async () => {
  device = await startedDevice();
  await device.visit(SHOP);
});
afterEach(() => expectNoFailures(device));

const GIVEN = {
  type: 'given',
  id: 'given 1',
  how: 'submitted',
  kinds: ['email', 'card'],
  target: null,
  emails: [],
  phones: [],
} as const;

async function lines(): Promise<readonly unknown[]> {
  await settled(device);
  return (await reportOf(device)).events.filter(({ type }) => type === 'given');
}

describe('what a page’s watcher says was given', () => {
  it('is recorded once, however often it is told', async () => {
    await device.watcher(GIVEN);
    await device.watcher(GIVEN);
    expect(await lines()).toMatchObject([{ how: 'submitted', kinds: ['email', 'card'], target: null }]);
    expect((await reportOf(device)).given.map(({ kind }) => kind)).toEqual(['email', 'card']);
  });

  it('names the other site that a form goes to, and whose frame it stands in', async () => {
    await device.watcher({ ...GIVEN, target: 'https://letters.example' });
    await device.watcher({ ...GIVEN, id: 'given 2' }, { url: 'https://pay.example/card' });
    await device.watcher({ ...GIVEN, id: 'given 3', target: 'https://www.shop.example' });
    expect(await lines()).toMatchObject([{ target: null }, { target: 'pay.example' }, { target: 'letters.example' }]);
  });

  it('is heard for nothing more than kinds that there are', async () => {
    const more = { ...GIVEN, emails: ['ada@post.example', 7], kinds: ['email', 'ada@post.example', '__proto__'] };
    await device.watcher(more as unknown as typeof GIVEN);
    expect(await lines()).toMatchObject([{ kinds: ['email'] }]);
    expect(await onDisk(device)).not.toContain('ada@post.example');
    await device.watcher({ ...GIVEN, id: 'given 2', how: 'stolen' } as unknown as typeof GIVEN);
    await device.watcher({ ...GIVEN, id: 'given 3', kinds: [] });
    expect(await lines()).toHaveLength(1);
  });
});
