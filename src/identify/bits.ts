/** For each letter, those that commonly follow it in European languages' words: names, words and slugs are made of these. */
const FOLLOWERS =
  'bcdfgiklmnprstuvwxyz abeiloruy acehikloqrtuy adegiloruvy abcdefgilmnpqrstuvwxyz aefilorty aehilnorstu aeiortuy abcdefgklmnoprstvz aeou aeilnosy abcdefgiklmopstuvy abeilmopsuy acdefgikmnostuvz abcdefgiklmnoprstuvwyz aehiloprstu u abcdefgiklmnoprstuvy acehiklmnopqrstuwy acehilmorstuwyz abcdefgilmnprst aeio aehinors aceipt abceilmnops aeioz'.split(
    ' ',
  );

/** Letters as words write them: `Small`, `small`, `SMALL`. */
const RUN = /[A-Z]?[a-z]+|[A-Z]+/gu;
const LETTERS_ONLY = /^[a-z]+$/iu;
const YEAR = /^(?:19|20)\d\d$/u;
const TIMESTAMP = /^(?:1[4-9]\d{8}|1[4-9]\d{11})$/u;
const DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u;

/** Whether a run of letters reads as words do: at least four of five neighbouring pairs are common ones. */
function readsAsWord(letters: string): boolean {
  if (letters.length < 3) return false;
  const lower = letters.toLowerCase();
  let common = 0;
  for (let at = 1; at < lower.length; at += 1) {
    if (FOLLOWERS[lower.charCodeAt(at - 1) - 97]?.includes(lower.charAt(at)) === true) common += 1;
  }
  return common * 5 >= (lower.length - 1) * 4;
}

/** Whether digits are a time in seconds or milliseconds from 2014 on, or a date (`20260801`). */
export function isTime(part: string): boolean {
  return TIMESTAMP.test(part) || DATE.test(part);
}

/** The size of the alphabet a text is written in. */
function alphabetOf(text: string): number {
  if (/^\d*$/u.test(text)) return 10;
  if (/^(?:[\da-f-]*|[\dA-F-]*)$/u.test(text) && /\d/u.test(text)) return 16;
  const letters = /[a-z]/u.test(text) && /[A-Z]/u.test(text) ? 52 : 26;
  return /\d/u.test(text) ? letters + 10 : letters;
}

/** From 0 to 1: how far a text is from repeating itself and from counting (`aaaa`, `12345678`, `abcdef`). */
function variety(text: string, alphabet: number): number {
  let counted = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) counted += 1;
  }
  if (counted * 2 > text.length) return 0.1;
  const expected = alphabet * (1 - (1 - 1 / alphabet) ** text.length);
  return Math.min(1, ((1.3 * new Set(text).size) / expected) ** 2);
}

/** What a piece between hyphens and underscores holds: words, years and times hold next to nothing. */
function bitsOfPiece(piece: string): number {
  if (isTime(piece) || YEAR.test(piece)) return 1;
  if (piece.length <= 3 && LETTERS_ONLY.test(piece)) return 2;
  let worded = 0;
  for (const [run] of piece.matchAll(RUN)) if (run.length > 3 && readsAsWord(run)) worded += run.length;
  const alphabet = alphabetOf(piece);
  return (piece.length - worded) * Math.log2(alphabet) * variety(piece, alphabet) + worded * 0.5;
}

/**
 * How many bits of chance a part of a value may hold, by its alphabet and length: what reads as a word and what repeats
 * count little, times nothing. An estimate for telling `4f3c2b1a9d8e7f60` from `summer-sale`, no more.
 */
export function bitsOf(part: string): number {
  const bare = part.replace(/[-_+/=]/gu, '');
  if (alphabetOf(bare) === 16) return Math.round(bare.length * 4 * variety(bare, 16));
  const pieces = part.split(/[-_+/=]+/u).filter((piece) => piece !== '');
  return Math.round(pieces.reduce((bits, piece) => bits + bitsOfPiece(piece), 0));
}
