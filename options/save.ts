import type { Domain } from '#core/site.ts';
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

/** `2026-11-22`, by the person's own date. */
function dateOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** `known-as-2026-11-22.json`. */
export function fileName(at: number): string {
  return `known-as-${dateOf(at)}.json`;
}

/** Asks for one part of a file of receipts, after a place; `null` for the first. */
type AskReceipts = (after: string | null) => Promise<ViewRequests['receiptsFile']['answer']>;

/** A file of receipts, in parts to be joined. */
export async function receiptParts(askPart: AskReceipts): Promise<readonly string[]> {
  const parts: string[] = [];
  let after: string | null = null;
  do {
    const { text, next } = await askPart(after);
    parts.push(text);
    after = next;
  } while (after !== null);
  return parts;
}

/** `known-as-receipts-shop.example-2026-11-22.json`; without a site for those of all (`null`). */
export function receiptsName(domain: Domain | null, at: number): string {
  // A host may be an address with colons and brackets, which file names may not have.
  const site = domain === null ? '' : `${domain.replaceAll(/[^\p{L}\p{N}.-]/gu, '_')}-`;
  return `known-as-receipts-${site}${dateOf(at)}.json`;
}
