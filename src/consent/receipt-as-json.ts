import type { Receipt } from '#core/receipt.ts';
import type { SiteReceipt } from '#core/site-receipt.ts';

/** What a file of receipts says it is, so that it can be read when receipts have come to look otherwise. */
const FORMAT = 'known-as/consent-receipt';
const FORMAT_OF_MANY = 'known-as/consent-receipts';
const VERSION = 1;

/** The latest moment that a date can have. @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_DATE = 8.64e15;

/** The same value with the names of each object in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, is]) => [name, inOrder(is)]));
}

/** A moment in words (ISO 8601); `null`: it is none that a date can have. */
function timeOf(at: number): string | null {
  return Math.abs(at) <= LAST_DATE ? new Date(at).toISOString() : null;
}

/**
 * A receipt as JSON: its form and version, the time in words (ISO 8601), and the receipt with all that was read, texts as
 * they stood. The same receipt is the same text.
 */
export function receiptAsJson(receipt: Receipt): string {
  const time = timeOf(receipt.at);
  return JSON.stringify({ format: FORMAT, version: VERSION, time, receipt: inOrder(receipt) }, null, 2);
}

/** A part of a file of receipts: those at its beginning and at its end say so. Only the last one may be empty. */
export interface ReceiptsPart {
  readonly of: readonly SiteReceipt[];
  readonly first: boolean;
  readonly last: boolean;
  /** When the file is made, in ms since the epoch. */
  readonly savedAt: number;
}

/**
 * A part of a file of receipts; all of them, one after the other, are one JSON document: its form and version, when it was
 * made, and each receipt with its site, its time in words and what its outcome is measured by. A receipt has a line of its own.
 */
export function receiptsPart({ of, first, last, savedAt }: ReceiptsPart): string {
  const lines = of.map(({ domain, measuredBy, receipt }) =>
    JSON.stringify({ site: domain, time: timeOf(receipt.at), measuredBy, receipt: inOrder(receipt) }),
  );
  const saved = JSON.stringify(timeOf(savedAt));
  const head = `{"format":"${FORMAT_OF_MANY}","version":${VERSION},"savedAt":${saved},"receipts":[`;
  const body = lines.map((line, at) => `${first && at === 0 ? '' : ','}\n${line}`).join('');
  return `${first ? head : ''}${body}${last ? '\n]}\n' : ''}`;
}
