import { decodePercent } from '#core/percent.ts';
import { isTime } from './bits.ts';
import { decodeBase64 } from './takes.ts';

/** Shorter than this, random signs too often decode to something that can be read. */
const BASE64 = /^[\w+/-]{14,}={0,2}$/u;
/** JSON, or quoted text, as it begins. */
const JSON_BEGINS = /^(?:\{\s*["'}]|\[\s*["'{[\]\d]|")[\t\n\r\P{Cc}]*$/u;
/** Text as people and formats write it, and something in it that parts it. */
const PRINTABLE = /^[\t\n\r -~]*$/u;
const PARTED = /["&%,.:;=|~-]/u;

/** Bytes as the text they are in UTF-8; `null` for what is none. A value cut off amid a character still is. */
function inUtf8(bytes: string): string | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return decoder.decode(
      Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)),
      { stream: true },
    );
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What base64 holds where that is text of parts; `null` where it is no base64, or chance. */
export function outOfBase64(text: string): string | null {
  if (!BASE64.test(text)) return null;
  const bytes = decodeBase64(text);
  const decoded = bytes === undefined ? null : inUtf8(bytes);
  if (decoded === null) return null;
  const isText = PRINTABLE.test(decoded) ? PARTED.test(decoded) : JSON_BEGINS.test(decoded);
  return isText ? decodePercent(decoded) : null;
}

const SIGNED = /^(?:s:([^"{}]{4,200})\.[A-Za-z\d+/]{43}=?|([^"{}]{4,200}):[A-Za-z\d]{6}:[\w-]{27,43})$/u;

/** A value without what signs it: `s:<id>.<signature>` (cookie-signature), `<id>:<time>:<signature>` (Django). */
export function unsigned(text: string): string {
  const match = SIGNED.exec(text);
  return match?.[1] ?? match?.[2] ?? text;
}

const TIMED = /^(?:(\d{10}|\d{13})[-_])?(.{6,}?)(?:[-_](\d{10}|\d{13}))?$/u;

/** A part without the times at its ends (`4f3c2b1a-1772534112`): they change while the number stays. */
export function untimed(piece: string): string {
  const [, before, between, after] = TIMED.exec(piece) ?? [];
  const timed = [before, after].filter((time) => time !== undefined);
  return between !== undefined && timed.every(isTime) ? between : piece;
}
