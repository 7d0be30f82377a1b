import type { Evidence, Reason } from '#core/verdict.ts';
import { isTime } from './bits.ts';
import { type NameSays, wordsOf } from './names.ts';
import { inferred, type Lasting, lastingSeen } from './signs.ts';
import type { Part } from './value.ts';

/** Fewer bits are too few to tell visitors apart, or too likely a code of some sort. */
const LEAST_BITS = 24;
/** A value of more parts than this is a store of things, and a number in it must be named as one. */
const MANY_PARTS = 12;

const TELLS_APART = new Set(
  'id uid uuid guid user visitor vid device client anonymous anon distinct browser cid did'.split(' '),
);
const PASSES = new Set(
  'session sess sid ses token sig signature hash csrf nonce version ver etag build time ts timestamp expires exp crc checksum md5 sha key'.split(
    ' ',
  ),
);

function rank(part: Part): number {
  const words = part.key === '' ? [] : wordsOf(part.key);
  const tellsApart = words.some((word) => TELLS_APART.has(word)) ? 40 : 0;
  const passes = words.some((word) => PASSES.has(word)) ? -60 : 0;
  return Math.min(part.bits, 122) + tellsApart + passes;
}

/** The part most likely to be a number: random enough, and named as one where names are given. */
export function numberIn(parts: readonly Part[]): Part | null {
  const able = parts.filter((part) => part.bits >= LEAST_BITS && part.text.length >= 6);
  const told = parts.length <= MANY_PARTS ? able : able.filter((part) => rank(part) > part.bits);
  return told.reduce<Part | null>((best, part) => (best === null || rank(part) > rank(best) ? part : best), null);
}

const FOR_LASTING: Readonly<Record<Lasting, number>> = { session: -1.6, day: -1.2, month: -0.2, long: 1 };

function forBits(part: Part): number {
  if (part.uuid) return 1.4;
  return part.bits >= 90 ? 1.2 : part.bits >= 56 ? 0.9 : part.bits >= 40 ? 0.4 : 0;
}

/**
 * How sure it is, from 0 to 1, that a random part is a visitor's number: by how long it lasts, how much chance it
 * holds, whom it comes from and what its name hints at. The weights add up; 0.5 is where the signs are even.
 */
export function weigh(evidence: Evidence, part: Part, says: NameSays): number {
  const sum =
    -0.6 +
    FOR_LASTING[lastingSeen(evidence)] +
    (evidence.experience?.withoutCookies === 'another' ? 0.5 : 0) +
    forBits(part) +
    (evidence.party === 'third' ? 1.3 : 0) +
    (says.visitor ? 1.2 : says.id ? 0.5 : 0) +
    (says.kind === null || says.visitor ? 0 : -1) +
    (says.passing ? -1 : 0) +
    (evidence.httpOnly && evidence.party === 'first' ? -0.6 : 0) +
    (part.text.length > 64 ? -1 : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Why a value that holds no number holds none. */
export function dullness(text: string, parts: readonly Part[]): Reason {
  if (/^\p{L}[\p{L}\s_-]+$/u.test(text)) return inferred('plainWord');
  if (text.length < 6) return inferred('shortValue');
  if (/\d{8}/u.test(text) || /\d{4}-\d\d-\d\d/u.test(text)) {
    if (parts.every((part) => isTime(part.text) || part.text.length < 6)) return inferred('onlyTime');
  }
  return inferred('notRandom');
}
