import { receiptsPart } from '#consent/receipt-as-json.ts';
import { measuresOf } from '#consent/receipt-rules.ts';
import type { LatestReceipts, SiteReceipt } from '#core/site-receipt.ts';
import type { Domain } from '#core/site.ts';
import type { ReceiptRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** As many as a page shows of all sites, and as many signs of theirs as go to it at once. */
const LATEST = { receipts: 300, signs: 8_000_000 };

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

/** The latest receipts of all sites, as many as there is room for; one there always is. */
export async function latestReceipts(tables: Tables): Promise<LatestReceipts> {
  const rows: ReceiptRow[] = [];
  for (let after: string | null = null; ;) {
    const part: readonly ReceiptRow[] = await tables.slice('receipts', after, ROWS);
    rows.push(...part);
    after = part.at(-1)?.key ?? null;
    if (part.length < ROWS) break;
  }
  const receipts: SiteReceipt[] = [];
  let signs = 0;
  for (const row of rows.toSorted((a, b) => b.at - a.at).slice(0, LATEST.receipts)) {
    signs += JSON.stringify(row.receipt).length;
    if (signs > LATEST.signs && receipts.length > 0) break;
    receipts.push(siteReceipt(row));
  }
  return { receipts, left: rows.length - receipts.length };
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
