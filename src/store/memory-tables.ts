import type { KeyedStorage } from '#browser/storage.ts';
import type { Rows, TableName } from './rows.ts';
import { TABLES } from './rows.ts';
import type { Tables } from './tables.ts';

type Held = { readonly [Name in TableName]: Map<string, Rows[Name]> };

const PREFIX = 'private/';

function emptyTables(): Held {
  return Object.fromEntries(TABLES.map((name) => [name, new Map()])) as unknown as Held;
}

/** The key of a row in session storage. */
function rowKey(table: TableName, key: string): string {
  return `${PREFIX}${table}/${key}`;
}

/**
 * Tables in memory, for private windows. Each row is mirrored to the browser's session storage, which is memory too and
 * outlives the background, but not the browser.
 */
export async function memoryTables(storage: KeyedStorage): Promise<Tables> {
  const held = emptyTables();
  for (const [key, row] of await storage.under(PREFIX)) {
    const [table = '', ...rest] = key.slice(PREFIX.length).split('/');
    if (isTable(table)) (held[table] as Map<string, unknown>).set(rest.join('/'), row);
  }
  const map = <Name extends TableName>(name: Name): Map<string, Rows[Name]> => held[name];
  const remove = async (doomed: readonly (readonly [TableName, string])[]): Promise<void> => {
    for (const [table, key] of doomed) held[table].delete(key);
    await storage.remove(doomed.map(([table, key]) => rowKey(table, key)));
  };
  const where = (
    keep: (row: Rows[TableName], table: TableName) => boolean,
  ): readonly (readonly [TableName, string])[] =>
    TABLES.flatMap((table) =>
      [...held[table].values()].filter((row) => keep(row, table)).map((row) => [table, row.key] as const),
    );

  return {
    get: async (name, key) => map(name).get(key),
    getMany: async (name, keys) => keys.map((key) => map(name).get(key)),
    all: async (name) => [...map(name).values()],
    ofDomain: async (name, domain) => [...map(name).values()].filter((row) => row.domain === domain),
    ofIdentifier: async (key) => [...held.stored.values()].filter((row) => row.identifierKey === key),
    ofNumber: async (number) => [...held.numbers.values()].filter((row) => row.number === number),
    lines: async ({ domain, type, before, since = -Infinity, limit }) =>
      [...held.events.values()]
        .filter((row) => row.domain === domain && row.at < before && row.at >= since)
        .filter((row) => (type === undefined ? row.rank === 1 : row.type === type))
        .toSorted(newestFirst)
        .slice(0, limit),
    acts: async ({ domain, before, limit }) =>
      [...held.acts.values()]
        .filter((row) => (domain === null || row.domain === domain) && row.at < before)
        .toSorted(newestFirst)
        .slice(0, limit),
    slice: async (name, after, limit) =>
      [...map(name).values()]
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .filter((row) => after === null || row.key > after)
        .slice(0, limit),
    write: async (changes, removals = {}) => {
      const mirrored: Record<string, unknown> = {};
      for (const name of TABLES) {
        for (const row of changes[name] ?? []) {
          mirrored[rowKey(name, row.key)] = row;
        }
      }
      // First there, where it can be refused: then nothing of it is here either.
      await storage.set(mirrored);
      for (const name of TABLES) {
        for (const row of changes[name] ?? []) (held[name] as Map<string, unknown>).set(row.key, row);
      }
      await remove(TABLES.flatMap((name) => (removals[name] ?? []).map((key) => [name, key] as const)));
    },
    trim: async (domain, keep) => {
      const rows = [...held.events.values()].filter((row) => row.domain === domain).toSorted(newestFirst);
      const doomed = rows.slice(keep).map((row) => ['events', row.key] as const);
      await remove(doomed);
      return { removed: doomed.length, left: rows.length - doomed.length };
    },
    removeKeys: async (name, keys) => await remove(keys.map((key) => [name, key] as const)),
    prune: async ({ events, taken, date }) =>
      await remove(
        where((row, table) => {
          if (table === 'events' || table === 'pages' || table === 'acts') return 'at' in row && row.at < events;
          if (table === 'visits') return 'last' in row && row.last < events;
          if (table === 'taken') return 'at' in row && row.at < taken;
          return (
            (table === 'days' && 'date' in row && row.date < date) || ('month' in row && row.month < date.slice(0, 7))
          );
        }),
      ),
    wipe: async (domain) => await remove(where((row) => domain === null || row.domain === domain)),
  };
}

function newestFirst<Row extends { readonly at: number; readonly key: string }>(a: Row, b: Row): number {
  return b.at - a.at || (a.key < b.key ? 1 : -1);
}

function isTable(name: string): name is TableName {
  return TABLES.some((table) => table === name);
}
