import type { IdentifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import type { Rows, StoredRow, TableName } from './rows.ts';
import { TABLES } from './rows.ts';
import type { Changes, Removals, Tables } from './tables.ts';

/**
 * Rows as they will be once a batch is recorded. Reads see what the batch has put so far; `changes` is then written at
 * once, so that a batch is in the ledger whole or not at all.
 */
export interface Draft {
  readonly tables: Tables;
  readonly get: <Name extends TableName>(table: Name, key: string) => Promise<Rows[Name] | undefined>;
  readonly ofDomain: <Name extends 'numbers' | 'stored' | 'receipts'>(
    table: Name,
    domain: Domain,
  ) => Promise<readonly Rows[Name][]>;
  /** Every site's row of one identifier, those of this batch included. */
  readonly ofIdentifier: (key: IdentifierKey) => Promise<readonly StoredRow[]>;
  readonly put: <Name extends TableName>(table: Name, row: Rows[Name]) => void;
  readonly remove: (table: TableName, key: string) => void;
  readonly changes: () => Changes;
  readonly removals: () => Removals;
}

type Cache = { readonly [Name in TableName]: Map<string, Rows[Name] | undefined> };

function emptyCache(): Cache {
  return Object.fromEntries(TABLES.map((name) => [name, new Map()])) as unknown as Cache;
}

/** Begins a draft over tables. */
export function beginDraft(tables: Tables): Draft {
  const cache = emptyCache();
  const dirty = new Map<TableName, Set<string>>();
  const loaded = new Set<string>();

  const touch = (name: TableName, key: string): void => {
    const keys = dirty.get(name) ?? new Set();
    dirty.set(name, keys.add(key));
  };
  const touched = <What>(of: (name: TableName, keys: readonly string[]) => What): Partial<Record<TableName, What>> =>
    Object.fromEntries([...dirty].map(([name, keys]) => [name, of(name, [...keys])]));
  const cacheOf = <Name extends TableName>(name: Name): Map<string, Rows[Name] | undefined> => cache[name];

  return {
    tables,
    get: async (name, key) => {
      const rows = cacheOf(name);
      if (!rows.has(key)) rows.set(key, await tables.get(name, key));
      return rows.get(key);
    },
    ofDomain: async (name, domain) => {
      const rows = cacheOf(name);
      const mark = `${name}/${domain}`;
      if (!loaded.has(mark)) {
        for (const row of await tables.ofDomain(name, domain)) if (!rows.has(row.key)) rows.set(row.key, row);
        loaded.add(mark);
      }
      return [...rows.values()].filter((row) => row !== undefined && row.domain === domain) as Rows[typeof name][];
    },
    ofIdentifier: async (key) => {
      const rows = cacheOf('stored');
      for (const row of await tables.ofIdentifier(key)) if (!rows.has(row.key)) rows.set(row.key, row);
      return [...rows.values()].filter((row) => row?.identifierKey === key) as StoredRow[];
    },
    put: (name, row) => {
      cacheOf(name).set(row.key, row);
      touch(name, row.key);
    },
    remove: (name, key) => {
      cacheOf(name).set(key, undefined);
      touch(name, key);
    },
    changes: () =>
      touched((name, keys) => keys.map((key) => cacheOf(name).get(key)).filter((row) => row !== undefined)) as Changes,
    removals: () => touched((name, keys) => keys.filter((key) => cacheOf(name).get(key) === undefined)),
  };
}
