import type { Receipt } from '#core/receipt.ts';

/** What a file of a receipt says it is, so that it can be read when receipts have come to look otherwise. */
const FORMAT = 'known-as/consent-receipt';
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

/**
 * A receipt as JSON: its form and version, the time in words (ISO 8601), and the receipt with all that was read, texts as
 * they stood. The same receipt is the same text.
 */
export function receiptAsJson(receipt: Receipt): string {
  const time = Math.abs(receipt.at) <= LAST_DATE ? new Date(receipt.at).toISOString() : null;
  return JSON.stringify({ format: FORMAT, version: VERSION, time, receipt: inOrder(receipt) }, null, 2);
}
