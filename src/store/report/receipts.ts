import { receiptsPart } from '#consent/receipt-as-json.ts';
import { measuresOf } from '#consent/receipt-rules.ts';
import type { SiteReceipt } from '#core/site-receipt.ts';
import type { Domain } from '#core/site.ts';
import type { ReceiptRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** Receipts in one part of a file: each may hold texts of some hundred kB. */
const ROWS = 50;

function siteReceipt({ domain, receipt }: ReceiptRow): SiteReceipt {
  return { domain, receipt, measuredBy: measuresOf(receipt) };
}

/** The receipts kept of a site, newest first. */
export async function receiptsOf(tables: Tables, domain: Domain): Promise<readonly SiteReceipt[]> {
  const rows = await tables.ofDomain('receipts', domain);
  return rows.toSorted((a, b) => b.at - a.at).map(siteReceipt);
}

/** Which part of a file of receipts: of a site or of all (`null`), after a row's key; `null` begins. */
export interface ReceiptsAsked {
  readonly domain: Domain | null;
  readonly after: string | null;
  readonly savedAt: number;
}

/** A part of a file of receipts, and after which row the next begins; `null`: it was the last. */
export async function receiptsFile(
  tables: Tables,
  { domain, after, savedAt }: ReceiptsAsked,
): Promise<{ readonly text: string; readonly next: string | null }> {
  if (domain !== null) {
    const of = await receiptsOf(tables, domain);
    return { text: receiptsPart({ of, first: true, last: true, savedAt }), next: null };
  }
  const rows = await tables.slice('receipts', after, ROWS);
  const next = rows.length === ROWS ? (rows.at(-1)?.key ?? null) : null;
  const text = receiptsPart({ of: rows.map(siteReceipt), first: after === null, last: next === null, savedAt });
  return { text, next };
}
