import type { GpcSupport } from '#core/gpc.ts';
import { fieldsOf } from '#core/fields.ts';
import { parseJson } from '#core/json.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/u;

/** The day of a date of ISO 8601, with or without its time; `null` where it is none. */
function dayOf(value: unknown): string | null {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (parts === null || typeof value !== 'string') return null;
  const [, year, month, day] = parts.map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const text = value.slice(0, 'YYYY-MM-DD'.length);
  // A day that no month has would be one of the next month.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/**
 * Reads what a site answers at `/.well-known/gpc.json`. Only a member `gpc` that is true or false states anything.
 * @see https://w3c.github.io/gpc/#the-gpc-support-resource
 */
export function readGpcSupport(text: string): GpcSupport {
  const { gpc, lastUpdate } = fieldsOf(parseJson(text.replace(/^\u{FEFF}/u, '')));
  return typeof gpc === 'boolean' ? { is: 'stated', gpc, lastUpdate: dayOf(lastUpdate) } : { is: 'unreadable' };
}
