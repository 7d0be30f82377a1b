import type { Form } from '#core/followed.ts';
import { type Needle, needlesOf, SHORTEST, signsBefore } from './forms.ts';

/** A needle, and what it is of. */
interface Known<What> extends Needle {
  readonly what: What;
  /** Where in its text the piece stands that it is found by. */
  readonly offset: number;
}

/** One place in a text where something stands, and in which form. */
export interface Hit<What> {
  readonly what: What;
  readonly form: Form;
}

/** Finds things in texts. */
export interface Finder<What> {
  /** All that stands in a text, in the order it does. */
  readonly in: (text: string) => readonly Hit<What>[];
}

/** Everything that is looked for, in one table, and looked for in one pass. */
export interface Needles<What> extends Finder<What> {
  /** Looks for a number from now on, in all its forms. */
  readonly add: (number: string, what: What) => void;
  /** No longer looks for anything of this. */
  readonly remove: (what: What) => void;
  readonly clear: () => void;
  /** How many texts are looked for. */
  readonly size: () => number;
}

const BASE = 0x01_00_01_93;
/** `BASE` to the power of the piece's length, for the sign that leaves it. */
const LEAVING = Array.from({ length: SHORTEST }).reduce<number>((power) => Math.imul(power, BASE), 1);
/** A bit for every piece that something is found by: most signs of a text end here. */
const BITS = 19;

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + SHORTEST; index += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(index)) | 0;
  return hash;
}

/** The piece of a needle with the most different signs, the last of them: numbers of one maker begin alike. */
function offsetOf(text: string): number {
  let best = 0;
  let most = 0;
  for (let at = 0; at + SHORTEST <= text.length; at += 1) {
    const different = new Set(text.slice(at, at + SHORTEST)).size;
    if (different < most) continue;
    best = at;
    most = different;
  }
  return best;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !isAlphanumeric(text.charCodeAt(start - 1)) && !isAlphanumeric(text.charCodeAt(end));
}

const BASE64 = /^[\w+/-]*$/u;

/** The bytes of some groups of four signs, a sign for each; the last group may be cut short. */
function bytesOf(groups: string): string {
  const whole = groups.length % 4 === 1 ? groups.slice(0, -1) : groups;
  return BASE64.test(whole) ? atob(whole.replaceAll('-', '+').replaceAll('_', '/')) : '';
}

/** The signs of base64 from here on. */
function signsFrom(text: string, start: number, most: number): string {
  return /^[\w+/-]*/u.exec(text.slice(start, start + most))?.[0] ?? '';
}

/** Whether base64 holds a number by itself: its signs at both ends say more than that number. */
function standsInside(
  text: string,
  start: number,
  { hold, into }: { readonly hold: string; readonly into: number },
): boolean {
  const group = start - signsBefore(into);
  const before = group < 4 ? '' : bytesOf(text.slice(group - 4, group));
  const bytes = bytesOf(signsFrom(text, group, Math.ceil((into + hold.length + 1) / 3) * 4));
  const all = `${before}${bytes}`;
  const at = before.length + into;
  return all.startsWith(hold, at) && standsAlone(all, at, at + hold.length);
}

/**
 * An empty table. A rolling hash over pieces of 8 signs, a bitmap, and only then a look at the text itself (after Rabin
 * and Karp): the cost of a text hardly depends on how many needles there are.
 */
export function createNeedles<What>(): Needles<What> {
  const table = new Map<number, Known<What>[]>();
  const hashes = new Map<What, Set<number>>();
  const bits = new Uint8Array(1 << (BITS - 3));
  let size = 0;
  const slot = (hash: number): number => hash >>> (32 - BITS);
  const found = (text: string, end: number, hash: number): readonly Hit<What>[] =>
    (table.get(hash) ?? []).flatMap((known) => {
      const start = end - SHORTEST - known.offset;
      if (start < 0 || !text.startsWith(known.text, start)) return [];
      const stands =
        known.must === 'alone'
          ? standsAlone(text, start, start + known.text.length)
          : standsInside(text, start, known.must);
      return stands ? [{ what: known.what, form: known.form }] : [];
    });
  return {
    add: (number, what) => {
      for (const needle of needlesOf(number)) {
        const offset = offsetOf(needle.text);
        const hash = hashOf(needle.text, offset);
        table.set(hash, [...(table.get(hash) ?? []), { ...needle, what, offset }]);
        hashes.set(what, (hashes.get(what) ?? new Set()).add(hash));
        const at = slot(hash);
        bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
        size += 1;
      }
    },
    remove: (what) => {
      for (const hash of hashes.get(what) ?? []) {
        const known = table.get(hash) ?? [];
        const left = known.filter((one) => one.what !== what);
        size -= known.length - left.length;
        // Its bit stays: it costs one look at the table.
        if (left.length > 0) table.set(hash, left);
        else table.delete(hash);
      }
      hashes.delete(what);
    },
    clear: () => {
      table.clear();
      hashes.clear();
      bits.fill(0);
      size = 0;
    },
    in: (text) => {
      if (size === 0 || text.length < SHORTEST) return [];
      let hits: Hit<What>[] | null = null;
      let hash = hashOf(text, 0);
      for (let end = SHORTEST; ; end += 1) {
        const at = hash >>> (32 - BITS);
        if (((bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0) {
          const more = found(text, end, hash);
          if (more.length > 0) hits = [...(hits ?? []), ...more];
        }
        if (end === text.length) return hits ?? [];
        hash = (Math.imul(hash, BASE) + text.charCodeAt(end) - Math.imul(text.charCodeAt(end - SHORTEST), LEAVING)) | 0;
      }
    },
    size: () => size,
  };
}
