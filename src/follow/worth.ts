import { SHORTEST } from './forms.ts';

/** Digits alone are found by chance sooner than letters are. */
const SHORTEST_DIGITS = 9;
const FEWEST_SIGNS = 4;
/** Seconds and milliseconds since the epoch, from 2001 to 2039. */
const EPOCH = [
  { from: 1e9, to: 2.2e9 },
  { from: 1e12, to: 2.2e12 },
] as const;

const NONE: readonly RegExp[] = [
  // Dates and times: a time that follows a date is one to its end, lest a number that begins like a date be taken for one.
  /^(?:19|20)\d\d[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12]\d|3[01])(?:[T _-]?[0-2]\d(?::?[0-5]\d(?::?[0-5]\d(?:[.,]\d{1,9})?)?)?(?:Z|[-+]\d\d:?\d\d)?)?$/iu,
  /^[0-3]?\d[-/.][01]?\d[-/.]\d{4}$/u,
  // Versions, and addresses of the network.
  /^v?\d{1,4}(?:\.\d{1,4}){1,5}(?:[-+.][a-z\d.]+)?$/iu,
  // Languages, resolutions, sizes.
  /^[a-z]{2,3}(?:[-_][a-z]{2,4}){1,2}$/iu,
  /^\d{2,5}[x×*]\d{2,5}(?:[x×*]\d{1,3})?$/iu,
  // Words: no digit, no more than the first letter in another case.
  /^[A-Za-z]?[a-z]+(?:[ _-][A-Za-z]?[a-z]+)*$/u,
  /^[A-Z]+(?:[ _-][A-Z]+)*$/u,
];

function isTime(value: string): boolean {
  if (!/^\d+$/u.test(value)) return false;
  return EPOCH.some(({ from, to }) => Number(value) >= from && Number(value) < to);
}

/**
 * Whether a value is one that can be followed: wherever it turns up it came from where it is stored. Not what is short, a
 * date or time, a version, a language, a size or a word, and not what stands in the page's own address.
 */
export function worthFollowing(value: string, pageAddress = ''): boolean {
  if (value.length < (/^\d+$/u.test(value) ? SHORTEST_DIGITS : SHORTEST)) return false;
  if (new Set(value).size < FEWEST_SIGNS || isTime(value)) return false;
  if (NONE.some((form) => form.test(value))) return false;
  return !pageAddress.includes(value);
}
