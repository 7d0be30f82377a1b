import type { Policy } from '#core/policy.ts';
import type { ExportCursor } from '#core/export-cursor.ts';
import { TABLES, type TableName } from './rows.ts';
import type { Tables } from './tables.ts';

const ROWS = 1000;

/** One slice, and where the next begins; `null`: it was the last. */
interface Slice {
  readonly table: TableName | 'corrections';
  readonly rows: readonly unknown[];
  readonly cursor: ExportCursor | null;
}

/**
 * The ledger as rows, a slice at a time, table after table, and then what the person said that values are; a `null`
 * cursor begins, a `null` answer ends.
 */
export async function exportSlice(
  tables: Tables,
  { corrections }: Pick<Policy, 'corrections'>,
  cursor: ExportCursor | null,
): Promise<Slice> {
  const at = cursor ?? { table: 0, after: null };
  const table = TABLES[at.table];
  if (table === undefined) return { table: 'corrections', rows: Object.values(corrections), cursor: null };
  const rows = await tables.slice(table, at.after, ROWS);
  const last = rows.at(-1);
  const next = { table: at.table + 1, after: null };
  return { table, rows, cursor: rows.length === ROWS && last ? { table: at.table, after: last.key } : next };
}
