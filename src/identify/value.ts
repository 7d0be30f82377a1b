import { decodePercent } from '#core/percent.ts';
import { bitsOf } from './bits.ts';
import { outOfBase64, unsigned, untimed } from './unwrap.ts';

/** Values are read up to here: a number stands at the beginning, and hostile ones are megabytes long. */
export const VALUE_LENGTH = 8192;
const PARTS = 64;
/** Longer runs are sealed state rather than a number. */
const NUMBER_LENGTH = 200;

/** A part of a value that may identify. */
export interface Part {
  readonly text: string;
  /** The name before it (`uid=…`, `"uid":"…"`), or an empty text. */
  readonly key: string;
  readonly bits: number;
  readonly uuid: boolean;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu;
const PIECE =
  /(?:([\w$-]{1,40})["']?\s{0,3}[=:]\s{0,3}["']?)?([\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}|[A-Za-z\d][\w+/-]*={0,2})/gu;
const ADDRESS = /\bhttps?:\/\/[^\s"'|;,]*/giu;
const DATE_TIME =
  /\b(?:19|20)\d\d(?:-\d\d-\d\d(?:[T +]\d\d:\d\d(?::\d\d)?[\d.]*(?:Z|[+-]\d\d:?\d\d)?)?\b|\d{4}T\d{4,6}Z?\b)/gu;
const NUMBERED = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b\d{3,5}x\d{3,5}\b/gu;
/** A word before a number of its own (`user-4f3c2b1a`). */
const PREFIXED = /^[A-Za-z]{1,12}[-_]([\da-fA-F]{8,})$/u;

/** @see https://www.rfc-editor.org/rfc/rfc9562 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** All but version and variant; an empty one (`00000000-0000-…`) and its like hold nothing. */
function bitsOfUuid(uuid: string): number {
  return new Set(uuid).size > 6 ? 122 : 0;
}

function bitsOfPart(part: string): number {
  return part.length > NUMBER_LENGTH ? 0 : bitsOf(part);
}

function unquoted(text: string): string {
  return text.replace(/^"([^"]*)"$/u, '$1');
}

/** A value made readable: unquoted, percent-decoded up to twice, out of base64 and out of JSON within JSON. */
export function readable(value: string): string {
  let text = value.slice(0, VALUE_LENGTH).trim();
  for (let layer = 0; layer < 2 && /%[\da-f]{2}/iu.test(text); layer += 1) text = decodePercent(text);
  text = unquoted(text).replace(/^(?:v3_RudderEncrypt:|RS_ENC_v3_|base64-)/u, '');
  text = unquoted(outOfBase64(text) ?? text);
  return text.includes('\\"') ? text.replaceAll('\\"', '"') : text;
}

/**
 * The parts of a readable value that could hold a number, in order; addresses, dates, times, sizes and a signature left
 * out. A list of objects is a queue or a cache: the numbers in it come and go.
 */
export function partsOf(text: string, depth = 0): readonly Part[] {
  if (/^\[\s*\{/u.test(text)) return [];
  const bare = unsigned(text).replace(ADDRESS, ' ').replace(DATE_TIME, ' ').replace(NUMBERED, ' ');
  const parts: Part[] = [];
  for (const [, key = '', piece = ''] of bare.matchAll(PIECE)) {
    if (parts.length >= PARTS) break;
    const within = depth === 0 ? outOfBase64(piece) : null;
    if (within !== null) {
      parts.push(...partsOf(within, 1).slice(0, PARTS - parts.length));
      continue;
    }
    const own = PREFIXED.exec(piece)?.[1] ?? untimed(piece);
    const uuid = isUuid(own);
    parts.push({ text: own, key, uuid, bits: uuid ? bitsOfUuid(own) : bitsOfPart(own) });
  }
  return parts;
}
