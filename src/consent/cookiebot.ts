import type { ConsentPurpose, ConsentRecord, ConsentText } from '#core/consent.ts';
import { decodePercent } from '#core/percent.ts';
import { LONGEST_STRING, moment, recordOf, said, unread } from './record.ts';

const CATEGORIES: readonly (readonly [name: string, purpose: ConsentPurpose])[] = [
  ['necessary', 'necessary'],
  ['preferences', 'functional'],
  ['statistics', 'analytics'],
  ['marketing', 'advertising'],
];

/** One entry of an object written as JavaScript has it: `method:'explicit'`, `utc:1724770548958`. */
const ENTRY = /([a-z]\w{0,30}):(?:'([^']*)'|([^',}]*))/giu;

/** What stands in braces, by its names. */
function entriesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(ENTRY)].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}

/** Whether a value is of Cookiebot's form; others have cookies of the same name. */
export function looksLikeCookiebot(value: string): boolean {
  return value === '-1' || value === '0' || /^(?:\{|%7B)stamp(?::|%3A)/iu.test(value);
}

/**
 * Cookiebot's cookie. `method` says whether the choice was `explicit`, a person's press, or `implied`. `-1` is stored
 * where the site needs no consent, and everything goes; `0` by old versions, for none but what is necessary.
 * @see https://www.cookiebot.com/en/developer/
 */
export function readCookiebot(text: ConsentText): ConsentRecord {
  const cmp = { name: 'Cookiebot' };
  if (text.value.length > LONGEST_STRING) return unread('cookiebot', [text], 'too-long');
  const value = decodePercent(text.value);
  if (value === '-1') {
    return recordOf('cookiebot', [text], { cmp, by: 'default', purposes: [said('all', '-1', 'granted')] });
  }
  if (value === '0') {
    return recordOf('cookiebot', [text], { cmp, purposes: [said('all', '0', 'refused')] });
  }
  const entries = value.endsWith('}') ? entriesOf(value) : new Map<string, string>();
  const purposes = CATEGORIES.flatMap(([name, purpose]) => {
    const is = entries.get(name);
    return is === 'true' || is === 'false' ? [said(purpose, name, is === 'true' ? 'granted' : 'refused')] : [];
  });
  if (purposes.length === 0) return unread('cookiebot', [text]);
  const method = entries.get('method');
  const utc = entries.get('utc');
  const region = entries.get('region');
  const stored = utc !== undefined && /^\d{13}$/u.test(utc) ? moment(Number(utc)) : null;
  return recordOf('cookiebot', [text], {
    problem: purposes.length < CATEGORIES.length ? 'incomplete' : null,
    cmp: { ...cmp, version: entries.get('ver') ?? null },
    by: method === 'explicit' ? 'person' : method === 'implied' ? 'default' : 'unknown',
    purposes,
    at: stored,
    updated: stored,
    jurisdictions: region !== undefined && /^[a-z]{2}(?:-\w{1,3})?$/iu.test(region) ? [region.toUpperCase()] : [],
  });
}
