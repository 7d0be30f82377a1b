/** For each letter, those that commonly follow it in European languages' words: names, words and slugs are made of these. */
const FOLLOWERS =
  'bcdfgiklmnprstuvwxyz abeiloruy acehikloqrtuy adegiloruvy abcdefgilmnpqrstuvwxyz aefilorty aehilnorstu aeiortuy abcdefgklmnoprstvz aeou aeilnosy abcdefgiklmopstuvy abeilmopsuy acdefgikmnostuvz abcdefgiklmnoprstuvwyz aehiloprstu u abcdefgiklmnoprstuvy acehiklmnopqrstuwy acehilmorstuwyz abcdefgilmnprst aeio aehinors aceipt abceilmnops aeioz'.split(
    ' ',
  );

const LETTERS = /[A-Z]?[a-z]+|[A-Z]+/gu;
const TIMESTAMP = /^(?:1[4-9]\d{8}|1[4-9]\d{11})$/u;
const DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u;

/** Whether a run of letters reads as words do: at least four of five neighbouring pairs are common ones. */
export function readsAsWord(letters: string): boolean {
  if (letters.length < 3) return false;
  const lower = letters.toLowerCase();
  let common = 0;
  for (let at = 1; at < lower.length; at += 1) {
    if (FOLLOWERS[lower.charCodeAt(at - 1) - 97]?.includes(lower.charAt(at)) === true) common += 1;
  }
  return common * 5 >= (lower.length - 1) * 4;
}

/** Whether digits are a time in seconds or milliseconds, or a date (`20260801`). */
export function isTime(part: string): boolean {
  return TIMESTAMP.test(part) || DATE.test(part);
}

function bitsPerCharacter(text: string): number {
  if (/^\d*$/u.test(text)) return 3.3;
  if (/^(?:[\da-f-]*|[\dA-F-]*)$/u.test(text)) return 4;
  return /[a-z]/u.test(text) && /[A-Z]/u.test(text) ? 6 : 5.1;
}

/** The share of a text's characters that differ from one before: a repeated pattern tells nothing new. */
function variety(text: string): number {
  const expected = Math.min(text.length, 8);
  return Math.min(1, new Set(text).size / expected);
}

/**
 * How many bits of chance a part of a value may hold: by its alphabet and length, where what reads as a word and what
 * repeats count little and times nothing. An estimate for telling `4f3c2b1a9d8e7f60` from `summer-sale`, no more.
 */
export function bitsOf(part: string): number {
  if (isTime(part)) return 0;
  const isHex = /^[\da-f-]+$|^[\dA-F-]+$/u.test(part) && /\d/u.test(part);
  let worded = 0;
  if (!isHex) {
    for (const [run] of part.matchAll(LETTERS)) if (run.length > 3 && readsAsWord(run)) worded += run.length;
  }
  const rest = part.replace(/[-_+/=]/gu, '').length - worded;
  return Math.round(Math.max(0, rest) * bitsPerCharacter(part) * variety(part) + worded * 0.5);
}
