import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Form } from '#core/followed.ts';

/** Digests that trackers make of numbers, of the UTF-8 of a text. */
export const DIGESTS = { md5, sha1, sha256, sha512 } as const satisfies Readonly<
  Partial<Record<Form, (bytes: Uint8Array) => Uint8Array>>
>;

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes in hexadecimal, in lower case. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Bytes in base64, without padding.
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-4
 */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes)).replace(/=+$/u, '');
}

/** The same text in the alphabet that addresses may hold as it is. */
export function toBase64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

/** Salted digests are kept so long, in hexadecimal: nobody meets one by chance. */
const SALTED_LENGTH = 20;

/** What a text is told again by where it is not to be kept itself: of no use to anybody without the salt. */
export function digestOfSalted(salt: string, text: string): string {
  return toHex(sha256(utf8(`${salt} ${text}`))).slice(0, SALTED_LENGTH);
}
