import type { Form } from '#core/followed.ts';
import { DIGESTS, toBase64, toBase64Url, toHex, utf8 } from './digests.ts';

/** One text to look for. */
export interface Needle {
  readonly text: string;
  readonly form: Form;
  /**
   * `alone`: it must stand by itself, with no letter or digit beside it. Otherwise it is a part of base64, which must hold
   * this number, by itself, so many bytes into a group of three.
   */
  readonly must: 'alone' | { readonly hold: string; readonly into: number };
}

/** Fewer signs would be found by chance. */
export const SHORTEST = 8;
/** What is left of base64 in the middle of other base64 is found with fewer letters than that by chance. */
const SHORTEST_INSIDE = 10;
/** A number that is longer than this is none that anybody sends on whole. */
const LONGEST = 512;

/**
 * What stays the same of a text in base64 wherever it stands in a longer one: it may begin at the first, second or third
 * byte of a group, and the signs at both ends depend on what is beside it.
 */
function insideBase64(bytes: Uint8Array): readonly Needle[] {
  const hold = String.fromCodePoint(...bytes);
  return [0, 1, 2].flatMap((into) => {
    const shifted = new Uint8Array(into + bytes.length);
    shifted.set(bytes, into);
    const end = Math.floor((shifted.length * 8) / 6);
    const text = toBase64(shifted).slice(signsBefore(into), end);
    if (text.length < SHORTEST_INSIDE) return [];
    return inBothAlphabets(text).map((one): Needle => ({ text: one, form: 'base64', must: { hold, into } }));
  });
}

/** Of a group of four signs those that depend on so many bytes before. */
export function signsBefore(bytes: number): number {
  return Math.ceil((bytes * 8) / 6);
}

function inBothAlphabets(base64: string): readonly string[] {
  return [...new Set([base64, toBase64Url(base64)])];
}

function digestNeedles(bytes: Uint8Array): readonly Needle[] {
  return Object.entries(DIGESTS).flatMap(([form, digestOf]) => {
    const digest = digestOf(bytes);
    const hex = toHex(digest);
    return [hex, hex.toUpperCase(), ...inBothAlphabets(toBase64(digest))].map((text): Needle => ({
      text,
      form: form as Form,
      must: 'alone',
    }));
  });
}

/**
 * Every text that a number may turn into on its way: as such, in other case, percent-encoded, in base64 (also in the
 * middle of a longer text), in hexadecimal, and its digests in hexadecimal and base64. Each text once, the plainest
 * form first; none for what is too short or too long to be followed.
 */
export function needlesOf(number: string): readonly Needle[] {
  if (number.length < SHORTEST || number.length > LONGEST) return [];
  const bytes = utf8(number);
  const hex = toHex(bytes);
  const plain: readonly (readonly [Form, string])[] = [
    ['as-such', number],
    ['lower-case', number.toLowerCase()],
    ['upper-case', number.toUpperCase()],
    ['url-encoded', encodeURIComponent(number)],
    ['url-encoded', encodeURIComponent(number).replace(/%../gu, (escape) => escape.toLowerCase())],
    ['hex', hex],
    ['hex', hex.toUpperCase()],
  ];
  const all: readonly Needle[] = [
    ...plain.map(([form, text]): Needle => ({ text, form, must: 'alone' })),
    ...insideBase64(bytes),
    ...digestNeedles(bytes),
  ];
  const first = new Map<string, Needle>();
  for (const needle of all) if (!first.has(needle.text)) first.set(needle.text, needle);
  return [...first.values()];
}
