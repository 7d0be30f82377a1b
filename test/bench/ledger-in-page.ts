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

/** What the page can be asked. */
export interface LedgerBench {
  /** Records a life in the ledger on disk, as the background does; returns how many events it was told. */
  readonly record: (life: Life, atOnce: number) => Promise<number>;
  /** Has the ledger on disk hold the same life on so many sites, from one that is told; returns its lines. */
  readonly fill: (life: Life, sites: number) => Promise<number>;
}

const ledgerBench: LedgerBench = {
  record: async (life, atOnce) => await tell(openLedger(diskTables(database), CALENDAR), life, atOnce),
  fill: async (life, sites) => {
    const told = openLedger(await memoryTables(NOWHERE), CALENDAR);
    await tell(told, life, 500);
    const rows = await allRows(told.tables);
    const disk = diskTables(database);
    for (let site = 0; site < sites; site += 1) {
      await disk.write(ofSite(rows, { from: life.domain, to: site === 0 ? life.domain : `site-${site}.example` }));
    }
    return await database.events.count();
  },
};

Object.assign(globalThis, { ledgerBench });
