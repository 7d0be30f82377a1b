import Dexie, { type Table } from 'dexie';
import type { Rows, TableName } from './rows.ts';

/** The database's name on disk. */
export const DATABASE = 'known-as';

/** Tables that a version does not have yet are left out. */
type Schema = Readonly<Partial<Record<TableName, string>>>;

/**
 * The schema by version, oldest first. A version that shipped is never edited: a change is a new entry, with a migration
 * where rows must change (`test/store/migrations.test.ts` opens each older version with today's code).
 */
export const VERSIONS: readonly { readonly version: number; readonly schema: Schema }[] = [
  {
    version: 1,
    schema: {
      sites: 'key',
      numbers: 'key, domain',
      stored: 'key, domain, identifierKey',
      pages: 'key, domain, at',
      events: 'key, [domain+rank+at], [domain+type+at], at',
      days: 'key, domain, date',
      months: 'key, domain, month',
      recipients: 'key, domain',
      meta: 'key',
    },
  },
  {
    version: 2,
    schema: {
      sites: 'key',
      numbers: 'key, domain',
      stored: 'key, domain, identifierKey',
      pages: 'key, domain, at',
      events: 'key, [domain+rank+at], [domain+type+at], at',
      days: 'key, domain, date',
      months: 'key, domain, month',
      recipients: 'key, domain',
      acts: 'key, domain, [domain+at], at',
      taken: 'key, domain, at',
      controls: 'key, domain',
      meta: 'key',
    },
  },
  {
    version: 3,
    schema: {
      sites: 'key',
      numbers: 'key, domain, number',
      stored: 'key, domain, identifierKey',
      pages: 'key, domain, at',
      events: 'key, [domain+rank+at], [domain+type+at], at',
      days: 'key, domain, date',
      months: 'key, domain, month',
      recipients: 'key, domain',
      acts: 'key, domain, [domain+at], at',
      taken: 'key, domain, at',
      controls: 'key, domain',
      meta: 'key',
    },
  },
  {
    version: 4,
    schema: {
      sites: 'key',
      numbers: 'key, domain, number',
      stored: 'key, domain, identifierKey',
      pages: 'key, domain, at',
      events: 'key, [domain+rank+at], [domain+type+at], at',
      days: 'key, domain, date',
      months: 'key, domain, month',
      recipients: 'key, domain',
      acts: 'key, domain, [domain+at], at',
      taken: 'key, domain, at',
      controls: 'key, domain',
      receipts: 'key, domain',
      visits: 'key, domain',
      meta: 'key',
    },
  },
];

/** Where a database is opened: the browser's IndexedDB unless a test brings its own. */
export interface Engine {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

export type Database = Dexie & { readonly [Name in TableName]: Table<Rows[Name], string> };

/** Opens (and migrates) the ledger's database lazily: the first query opens it. */
export function openDatabase(engine?: Engine, versions = VERSIONS): Database {
  const database = new Dexie(DATABASE, engine);
  for (const { version, schema } of versions) database.version(version).stores({ ...schema });
  return database as Database;
}
