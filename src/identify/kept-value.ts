import { parseJson } from '#core/json.ts';
import { readable } from './value.ts';

/** What stands in the place of words. */
const MASK = '…';
const EMAIL = /[^\s"'<>(),;:=&?/\\|{}[\]]{0,64}(?:@|%40)[^\s"'<>(),;:=&?/\\|{}[\]]{0,190}/gu;
const TIME = /^(?:19|20)\d\d-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d)?$/u;
const NUMBER = /^(?=.*[a-f])[\da-f-]{8,64}$/iu;
/** JSON deeper than that is masked as a whole. */
const DEEPEST = 8;

/** What JSON holds, with a mask for every text that is no number and no time; JSON in a text is opened. */
function masked(value: unknown, number: string, depth = 0): unknown {
  if (depth > DEEPEST) return MASK;
  if (Array.isArray(value)) return value.map((one: unknown) => masked(one, number, depth + 1));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key.replace(EMAIL, MASK), masked(one, number, depth + 1)]),
    );
  if (typeof value !== 'string') return value;
  if (value === '' || value === number || TIME.test(value) || NUMBER.test(value)) return value;
  const inside = /^\s*[[{]/u.test(value) ? parseJson(value) : undefined;
  return inside === undefined ? MASK : masked(inside, number, depth + 1);
}

/**
 * The whole value around a number as it is kept. Some trackers put a person's e-mail address, phone number or name beside
 * it: of what is written in JSON only numbers and times stay, and e-mail addresses stay nowhere. Everything else is kept
 * as it stands; of what begins as JSON and is none, the number alone.
 */
export function keptValue(value: string, number: string): string {
  if (value === number) return value;
  const outer = parseJson(value);
  const text = outer === undefined ? readable(value) : value;
  if (/^\s*[[{]/u.test(text)) {
    const json = outer ?? parseJson(text);
    return json === undefined ? number : JSON.stringify(masked(json, number));
  }
  return text.search(EMAIL) === -1 ? value : text.replace(EMAIL, MASK);
}
