import { isPrivateStore } from '#browser/cookies.ts';
import { inMemory } from '#browser/storage.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Domain } from '#core/site.ts';
import { type Intake, openIntake } from '#observe/intake.ts';
import type { KnownNumber } from '#observe/known.ts';
import { startQueue } from '#observe/queue.ts';
import { nothingWiped, type Wiped } from '#observe/wiped.ts';
import { diskTables } from '#store/disk-tables.ts';
import { type Ledger, openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { numbersOf } from '#store/report/numbers.ts';
import { openDatabase } from '#store/schema.ts';

/** The two memories: one on disk, and one for private windows that never reaches it. */
export interface Ledgers extends Intake {
  readonly disk: Ledger;
  readonly private: Promise<Ledger>;
  /** The numbers at work on a site, in both. */
  readonly numbersAtWork: (domain: Domain) => Promise<readonly KnownNumber[]>;
  readonly countAtWork: (domain: Domain, isPrivate: boolean) => Promise<number>;
  /** What the person had forgotten: one note, which the observers share. */
  readonly wiped: Wiped;
  /** Forgets a site, or everything; what still waits is dropped by the note of it, which is made before. */
  readonly wipe: (domain: Domain | null) => Promise<void>;
}

function isPrivate(event: LedgerEvent): boolean {
  return isPrivateStore(event.store);
}

/** The person's own time zone, as it is at that moment. */
export const CALENDAR = { offset: (at: number): number => -new Date(at).getTimezoneOffset() };

/** Opens both; `changed` is told the sites of every batch that was kept. */
export function openLedgers(now: () => number, changed: (domains: readonly Domain[] | null) => void): Ledgers {
  const wiped = nothingWiped();
  // What is being written as the person wipes is written first, and then wiped.
  const turns = startQueue();
  const disk = openLedger(diskTables(openDatabase()), CALENDAR);
  const inPrivate = memoryTables(inMemory).then((tables) => openLedger(tables, CALENDAR));
  const appendTo =
    (ledger: Ledger | Promise<Ledger>) =>
    async (events: readonly LedgerEvent[]): Promise<void> => {
      await turns.add(async () => {
        // What waited to be written meanwhile is not to come back. Of the very moment it may be of after it.
        const left = events.filter(({ domain, at }) => !wiped.covers(domain, at + 1));
        if (left.length > 0) await (await ledger).append(left);
      });
      changed([...new Set(events.map((event) => event.domain))]);
    };
  const intakes = { disk: openIntake(appendTo(disk)), private: openIntake(appendTo(inPrivate)) };
  const atWork = async (ledger: Ledger, domain: Domain): Promise<readonly KnownNumber[]> =>
    (await numbersOf(ledger.tables, domain, now())).atWork;

  return {
    disk,
    private: inPrivate,
    wiped,
    take: async (events) => {
      await Promise.all([
        intakes.private.take(events.filter((event) => isPrivate(event))),
        intakes.disk.take(events.filter((event) => !isPrivate(event))),
      ]);
    },
    numbersAtWork: async (domain) => [...(await atWork(disk, domain)), ...(await atWork(await inPrivate, domain))],
    countAtWork: async (domain, ofPrivate) => {
      const numbers = await atWork(ofPrivate ? await inPrivate : disk, domain);
      // One number may be stored in several places.
      return new Set(numbers.map(({ number }) => number)).size;
    },
    wipe: async (domain) => {
      await turns.add(async () => {
        await disk.tables.wipe(domain);
        await (await inPrivate).tables.wipe(domain);
        if (domain === null) await disk.begin(now());
      });
      changed(domain === null ? null : [domain]);
    },
  };
}
