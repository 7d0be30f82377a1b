import Dexie, { type Collection, type Table } from 'dexie';
import type { Domain } from '#core/site.ts';
import type { Rows, TableName } from './rows.ts';
import { TABLES } from './rows.ts';
import type { Database } from './schema.ts';
import type { Changes, Removals, Tables } from './tables.ts';

/** Tables in IndexedDB. */
export function diskTables(database: Database): Tables {
  const table = <Name extends TableName>(name: Name): Table<Rows[Name], string> => database.table(name);
  return {
    get: async (name, key) => await table(name).get(key),
    getMany: async (name, keys) => await table(name).bulkGet([...keys]),
    all: async (name) => await table(name).toArray(),
    ofDomain: async (name, domain) =>
      name === 'events'
        ? await table(name).where('[domain+rank+at]').between([domain, Dexie.minKey], [domain, Dexie.maxKey]).toArray()
        : await table(name)
            .where(name === 'sites' || name === 'meta' ? 'key' : 'domain')
            .equals(domain)
            .toArray(),
    ofIdentifier: async (key) => await table('stored').where('identifierKey').equals(key).toArray(),
    ofNumber: async (number) => await table('numbers').where('number').equals(number).toArray(),
    lines: async ({ domain, type, before, since, limit }) => {
      const [index, lead] = type === undefined ? ['[domain+rank+at]', 1] : ['[domain+type+at]', type];
      const lines = table('events')
        .where(index)
        .between([domain, lead, since ?? Dexie.minKey], [domain, lead, before]);
      return await newestFirst(lines).limit(limit).toArray();
    },
    acts: async ({ domain, before, limit }) => {
      const acts =
        domain === null
          ? table('acts').where('at').below(before)
          : table('acts').where('[domain+at]').between([domain, Dexie.minKey], [domain, before]);
      return await newestFirst(acts).limit(limit).toArray();
    },
    slice: async (name, after, limit) => {
      const rows = after === null ? table(name).toCollection() : table(name).where(':id').above(after);
      return await rows.limit(limit).toArray();
    },
    write: async (changes, removals = {}) => await write(database, changes, removals),
    trim: async (domain, keep) => await trim(database, domain, keep),
    removeKeys: async (name, keys) => await table(name).bulkDelete([...keys]),
    prune: async ({ events, taken, date }) => {
      await database.transaction('rw', [...TABLES], async () => {
        await table('events').where('at').below(events).delete();
        await table('pages').where('at').below(events).delete();
        await table('acts').where('at').below(events).delete();
        await table('visits')
          .filter(({ last }) => last < events)
          .delete();
        await table('taken').where('at').below(taken).delete();
        await table('days').where('date').below(date).delete();
        await table('months').where('month').below(date.slice(0, 7)).delete();
      });
    },
    wipe: async (domain) => await wipe(database, domain),
  };
}

/** A collection in Dexie is a question, not an array. */
function newestFirst<Row>(lines: Collection<Row, string>): Collection<Row, string> {
  // oxlint-disable-next-line unicorn/no-array-reverse
  return lines.reverse();
}

async function write(database: Database, changes: Changes, removals: Removals): Promise<void> {
  const touched = TABLES.filter((name) => (changes[name]?.length ?? 0) + (removals[name]?.length ?? 0) > 0);
  if (touched.length === 0) return;
  await database.transaction('rw', touched, async () => {
    await Promise.all(
      touched.map(async (name) => {
        await database.table(name).bulkDelete([...(removals[name] ?? [])]);
        await database.table(name).bulkPut([...(changes[name] ?? [])]);
      }),
    );
  });
}

async function trim(database: Database, domain: Domain, keep: number): ReturnType<Tables['trim']> {
  const linesOf = (rank: 0 | 1): Collection<Rows['events'], string> =>
    database.events.where('[domain+rank+at]').between([domain, rank, Dexie.minKey], [domain, rank, Dexie.maxKey]);
  const [remembered, shown] = await Promise.all([linesOf(0).count(), linesOf(1).count()]);
  const excess = remembered + shown - keep;
  if (excess <= 0) return { removed: 0, left: remembered + shown };
  const oldest = await Promise.all([linesOf(0).limit(excess).toArray(), linesOf(1).limit(excess).toArray()]);
  const doomed = oldest
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .slice(0, excess);
  await database.events.bulkDelete(doomed.map((row) => row.key));
  return { removed: excess, left: keep };
}

async function wipe(database: Database, domain: Domain | null): Promise<void> {
  await database.transaction('rw', [...TABLES], async () => {
    await Promise.all(
      TABLES.map(async (name) => {
        const table = database.table(name);
        if (domain === null) return await table.clear();
        if (name === 'events') {
          return await table.where('[domain+rank+at]').between([domain, Dexie.minKey], [domain, Dexie.maxKey]).delete();
        }
        return await table
          .where(name === 'sites' || name === 'meta' ? 'key' : 'domain')
          .equals(domain)
          .delete();
      }),
    );
  });
}
