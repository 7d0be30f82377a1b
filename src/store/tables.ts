import type { IdentifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import type { ActRow, EventRow, NumberRow, Rows, StoredRow, TableName } from './rows.ts';

/** Rows to put, by table. */
export type Changes = { readonly [Name in TableName]?: readonly Rows[Name][] };

/** Keys of rows to remove, by table. */
export type Removals = { readonly [Name in TableName]?: readonly string[] };

/** Which lines of a site's record: the newest before `before` (ms, exclusive), none from before `since`. */
export interface EventQuery {
  readonly domain: Domain;
  /** Only one type of line. */
  readonly type?: EventRow['type'];
  readonly before: number;
  readonly since?: number;
  readonly limit: number;
}

/**
 * Where rows are kept: on disk for ordinary windows (IndexedDB), in memory for private ones. One writer at a time.
 * Both are held to the same contract (test/store/tables.contract.ts).
 */
export interface Tables {
  readonly get: <Name extends TableName>(table: Name, key: string) => Promise<Rows[Name] | undefined>;
  readonly getMany: <Name extends TableName>(
    table: Name,
    keys: readonly string[],
  ) => Promise<readonly (Rows[Name] | undefined)[]>;
  readonly all: <Name extends TableName>(table: Name) => Promise<readonly Rows[Name][]>;
  readonly ofDomain: <Name extends TableName>(table: Name, domain: Domain) => Promise<readonly Rows[Name][]>;
  /** Every site's row of one identifier. */
  readonly ofIdentifier: (key: IdentifierKey) => Promise<readonly StoredRow[]>;
  /** Every site's row of one number, under whatever identifier. */
  readonly ofNumber: (number: string) => Promise<readonly NumberRow[]>;
  /** Lines that are shown (rank 1), newest first; of one moment, the greater key first. */
  readonly lines: (query: EventQuery) => Promise<readonly EventRow[]>;
  /** What was done on a site (`null`: on all), newest first, before `before` (ms, exclusive). */
  readonly acts: (query: {
    readonly domain: Domain | null;
    readonly before: number;
    readonly limit: number;
  }) => Promise<readonly ActRow[]>;
  /** A slice of a table in order of its keys, after `after`. */
  readonly slice: <Name extends TableName>(
    table: Name,
    after: string | null,
    limit: number,
  ) => Promise<readonly Rows[Name][]>;
  /** All of it is written, or none. */
  readonly write: (changes: Changes, removals?: Removals) => Promise<void>;
  /** Removes the oldest events of a site beyond `keep`, shown or not; tells how many, and how many are left. */
  readonly trim: (domain: Domain, keep: number) => Promise<{ readonly removed: number; readonly left: number }>;
  readonly removeKeys: (table: TableName, keys: readonly string[]) => Promise<void>;
  /** Removes events, pages, acts and visits from before `events` (ms), what was taken before `taken`, and sums of days before `date`. */
  readonly prune: (before: { readonly events: number; readonly taken: number; readonly date: string }) => Promise<void>;
  /** Removes every row of a site; `null`: every row. */
  readonly wipe: (domain: Domain | null) => Promise<void>;
}
