import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '#core/receipt.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Domain } from '#core/site.ts';
import type { Wiped } from '#observe/wiped.ts';
import { type Ledgers, openLedgers } from '../../src/background/ledgers.ts';
import { newDevice } from '../support/fakes/device.ts';
import { newDisk } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const SHOP = 'shop.example' as Domain;
const NEWS = 'news.example' as Domain;
let now = 1000;
let wiped: Wiped;
let ledgers: Ledgers;

beforeEach(async () => {
  await newDisk();
  newDevice();
  now = 1000;
  ledgers = openLedgers(
    () => now,
    () => undefined,
  );
  ({ wiped } = ledgers);
});

function banner(domain: Domain, at: number): LedgerEvent {
  const receipt: Receipt = {
    id: `${domain} ${at}`,
    at,
    store: '0',
    by: 'known-as',
    wanted: { is: 'tell' },
    cmp: null,
    clicks: 0,
    cosmetic: false,
    before: [],
    after: [],
    outcome: { is: 'left' },
  };
  return { id: receipt.id, at, domain, store: '0', type: 'banner', receipt };
}

async function kept(): Promise<readonly string[]> {
  return (await ledgers.disk.tables.all('receipts')).map(({ key }) => key);
}

describe('what the person had forgotten', () => {
  it.each([
    ['a site', SHOP, [`${SHOP} 1000`, `${SHOP} 1001`, `${NEWS} 999`]],
    ['everything', null, [`${SHOP} 1000`, `${SHOP} 1001`]],
  ])('is one note for whoever observes and for what is written: %s', async (_what, domain, left) => {
    // Noted where the observers look; what was told before it and comes to be written after it is dropped.
    wiped.note(domain, 1000);
    await ledgers.take([banner(SHOP, 999), banner(SHOP, 1000), banner(SHOP, 1001), banner(NEWS, 999)]);
    expect((await kept()).toSorted()).toEqual([...left].toSorted());
  });

  it('is dropped although it was waiting to be written, and what was written is wiped', async () => {
    await ledgers.take([banner(SHOP, 10)]);
    const waiting = ledgers.take([banner(SHOP, 20), banner(NEWS, 20)]);
    now = 1500;
    wiped.note(SHOP, now);
    await ledgers.wipe(SHOP);
    await waiting;
    await ledgers.take([banner(SHOP, 30), banner(SHOP, 1600)]);
    expect(await kept()).toEqual([`${NEWS} 20`, `${SHOP} 1600`]);
  });
});
