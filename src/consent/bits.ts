import type { NumberRange } from '#core/consent.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PLACES: ReadonlyMap<string, number> = new Map(Array.from(SIGNS, (sign, place) => [sign, place]));
const BASE64URL = /^[\w-]*$/u;
/** Longer numbers in Fibonacci coding are beyond any list. */
const LONGEST_FIBONACCI = 24;

/**
 * Bits in base64url, read from the left, six to a sign. What is read beyond the end is 0, and `over` says so: a reader
 * looks once, at its end. Text that is no base64url is `over` at once.
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
export class Bits {
  readonly #text: string;
  readonly #end: number;
  #at = 0;
  #over: boolean;

  constructor(text: string) {
    this.#over = !BASE64URL.test(text);
    this.#text = this.#over ? '' : text;
    this.#end = this.#text.length * 6;
  }

  /** Whether more was asked for than there is. */
  get over(): boolean {
    return this.#over;
  }

  /** How many bits are left. */
  get left(): number {
    return this.#end - this.#at;
  }

  bit(): boolean {
    if (this.#at >= this.#end) {
      this.#over = true;
      return false;
    }
    const place = PLACES.get(this.#text.charAt(Math.floor(this.#at / 6))) ?? 0;
    const set = ((place >> (5 - (this.#at % 6))) & 1) === 1;
    this.#at += 1;
    return set;
  }

  /** A whole number of so many bits, the highest first; at most 53. */
  number(length: number): number {
    let value = 0;
    for (let index = 0; index < length; index += 1) value = value * 2 + (this.bit() ? 1 : 0);
    return value;
  }

  /** For so many bits, from 1, which are set. */
  set(length: number): ReadonlySet<number> {
    const set = new Set<number>();
    for (let number = 1; number <= length && !this.#over; number += 1) if (this.bit()) set.add(number);
    return set;
  }

  /** Letters of six bits each, `A` being 0; `null` where one is no letter. */
  letters(length: number): string | null {
    const places = Array.from({ length }, () => this.number(6));
    return places.some((place) => place > 25) ? null : places.map((place) => String.fromCodePoint(65 + place)).join('');
  }

  /** A moment in tenths of a second since the epoch, as ms. */
  moment(): number {
    return this.number(36) * 100;
  }

  /**
   * A number in Fibonacci coding, which ends with two set bits.
   * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform/blob/main/Core/Consent%20String%20Specification.md
   */
  fibonacci(): number {
    let [worth, next, value, before] = [1, 2, 0, false];
    for (let index = 0; index < LONGEST_FIBONACCI && !this.#over; index += 1) {
      const set = this.bit();
      if (set && before) return value;
      if (set) value += worth;
      before = set;
      [worth, next] = [next, worth + next];
    }
    this.#over = true;
    return 0;
  }

  /** Whether nothing follows but zeros, as encoders fill the last sign or byte, and some more than that. */
  endsHere(): boolean {
    let set = false;
    while (this.left > 0) set = this.bit() || set;
    return !set;
  }

  /** Marks what was read as not in its form. */
  refuse(): void {
    this.#over = true;
  }
}

/** How the numbers of a range are written: 16 bits each, or Fibonacci-coded and each from the one before. */
export type RangeCoding = 'fixed' | 'fibonacci';

/**
 * Entries of single numbers and of ranges, as many as 12 bits say. Ranges stay ranges: text of some hundred signs can
 * name millions of numbers.
 */
export function readRanges(bits: Bits, coding: RangeCoding = 'fixed'): readonly NumberRange[] {
  const ranges: NumberRange[] = [];
  const entries = bits.number(12);
  let last = 0;
  for (let entry = 0; entry < entries && !bits.over; entry += 1) {
    const isRange = bits.bit();
    const first: number = coding === 'fixed' ? bits.number(16) : last + bits.fibonacci();
    last = isRange ? (coding === 'fixed' ? bits.number(16) : first + bits.fibonacci()) : first;
    if (first < 1 || last < first || last > 65_535) bits.refuse();
    ranges.push([first, last]);
  }
  return bits.over ? [] : ranges;
}

/** Vendors: the highest number, and then either a bit for each number or ranges. */
export function readVendors(bits: Bits, coding: RangeCoding = 'fixed'): readonly NumberRange[] {
  const highest = bits.number(16);
  if (bits.bit()) return readRanges(bits, coding);
  const ranges: [number, number][] = [];
  for (let number = 1; number <= highest && !bits.over; number += 1) {
    if (!bits.bit()) continue;
    const before = ranges.at(-1);
    if (before?.[1] === number - 1) before[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
