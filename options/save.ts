import type { ViewRequests } from '#messages/protocol.ts';

type ExportCursor = NonNullable<ViewRequests['exportSlice']['ask']['cursor']>;
type Slice = ViewRequests['exportSlice']['answer'];

/** Asks for one slice of the ledger; `null` for the first. */
type AskSlice = (cursor: ExportCursor | null) => Promise<Slice>;

/**
 * The whole ledger as one JSON document, in parts to be joined: `{"savedAt": …, "tables": {"events": […], …}}`.
 * Slices of one table come one after the other; only one slice is held at a time besides what is already text.
 */
export async function exportParts(askSlice: AskSlice, savedAt: number): Promise<readonly string[]> {
  const parts = [`{"savedAt":${JSON.stringify(new Date(savedAt).toISOString())},"tables":{`];
  let table: string | null = null;
  let first = true;
  let cursor: ExportCursor | null = null;
  do {
    const slice: Slice = await askSlice(cursor);
    if (slice.table !== table) {
      parts.push(`${table === null ? '' : '],'}${JSON.stringify(slice.table)}:[`);
      table = slice.table;
      first = true;
    }
    if (slice.rows.length > 0) parts.push((first ? '' : ',') + slice.rows.map((row) => JSON.stringify(row)).join(','));
    first = first && slice.rows.length === 0;
    ({ cursor } = slice);
  } while (cursor !== null);
  return [...parts, ']}}'];
}

/** `known-as-2026-11-22.json`, by the person's own date. */
export function fileName(at: number): string {
  const date = new Date(at);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `known-as-${parts.join('-')}.json`;
}
