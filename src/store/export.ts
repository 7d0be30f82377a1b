import type { ExportCursor } from '#core/report.ts';
import { TABLES, type TableName } from './rows.ts';
import type { Tables } from './tables.ts';

const ROWS = 1000;

/** The ledger as rows, a slice at a time, table after table; a `null` cursor begins, a `null` answer ends. */
export async function exportSlice(
  tables: Tables,
  cursor: ExportCursor | null,
): Promise<{ readonly table: TableName; readonly rows: readonly unknown[]; readonly cursor: ExportCursor | null }> {
  const at = cursor ?? { table: 0, after: null };
  const table = TABLES[at.table] ?? 'meta';
  const rows = await tables.slice(table, at.after, ROWS);
  const last = rows.at(-1);
  const next = at.table + 1 < TABLES.length ? { table: at.table + 1, after: null } : null;
  return { table, rows, cursor: rows.length === ROWS && last ? { table: at.table, after: last.key } : next };
}
