import type { LedgerEvent } from '#core/event.ts';
import { diskTables } from '#store/disk-tables.ts';
import { type Ledger, openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { TABLES } from '#store/rows.ts';
import { openDatabase } from '#store/schema.ts';
import type { Changes, Tables } from '#store/tables.ts';
import { eventsOf, type Life } from './life.ts';

const CALENDAR = { offset: (at: number): number => -new Date(at).getTimezoneOffset() };

const database = openDatabase();

/** Tells a ledger a whole life, so many events at once; returns how many events that were. */
async function tell(ledger: Ledger, life: Life, atOnce: number): Promise<number> {
  let batch: LedgerEvent[] = [];
  let told = 0;
  for (const event of eventsOf(life)) {
    batch.push(event);
    told += 1;
    if (batch.length < atOnce) continue;
    await ledger.append(batch);
    batch = [];
  }
  await ledger.append(batch);
  return told;
}

/** Mirrors nothing: what is in memory here is gone with the page. */
const NOWHERE = {
  get: async () => await Promise.resolve(undefined),
  under: async () => await Promise.resolve(new Map<string, unknown>()),
  set: async () => await Promise.resolve(),
  remove: async () => await Promise.resolve(),
};

async function allRows(tables: Tables): Promise<Changes> {
  return Object.fromEntries(await Promise.all(TABLES.map(async (name) => [name, await tables.all(name)] as const)));
}

/** The same rows as those of another site. */
function ofSite(rows: Changes, { from, to }: { readonly from: string; readonly to: string }): Changes {
  if (from === to) return rows;
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [
      name,
      list.map((row): unknown => JSON.parse(JSON.stringify(row).replaceAll(from, to))),
    ]),
  );
}

/** The rows that copies are made of, and whose they are. */
let prepared: { readonly rows: Changes; readonly from: string } | null = null;

async function prepare(life: Life): Promise<void> {
  const told = openLedger(await memoryTables(NOWHERE), CALENDAR);
  await tell(told, life, 500);
  prepared = { rows: await allRows(told.tables), from: life.domain };
}

async function write(to: string): Promise<number> {
  if (prepared === null) throw new Error('Nothing is prepared');
  await diskTables(database).write(ofSite(prepared.rows, { from: prepared.from, to }));
  return await database.events.count();
}

/** What the page can be asked. */
export interface LedgerBench {
  /** Records a life in the ledger on disk, as the background does; returns how many events it was told. */
  readonly record: (life: Life, atOnce: number) => Promise<number>;
  /** Tells a life to a ledger in memory, to be written to disk as often as is asked for. */
  readonly prepare: (life: Life) => Promise<void>;
  /** Puts what is prepared into the ledger on disk, as that of a site; returns how many lines are there now. */
  readonly write: (to: string) => Promise<number>;
}

const ledgerBench: LedgerBench = {
  record: async (life, atOnce) => await tell(openLedger(diskTables(database), CALENDAR), life, atOnce),
  prepare,
  write,
};

Object.assign(globalThis, { ledgerBench });
