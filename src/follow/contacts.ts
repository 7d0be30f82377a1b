import { type Form, isDigest } from '#core/followed.ts';
import { toHex } from './digests.ts';
import type { Finder } from './needles.ts';
import { plainWriting } from './writings.ts';

/** Whether a text, as `follow/writings` makes them, is of something that the person typed. */
export type KnownWriting<What> = (text: string) => { readonly what: What; readonly form: Form } | undefined;

/** What ends an e-mail address on either side. */
const ENDS_EMAIL = /[\s"'<>(),;:=&?/\\|{}[\]@%]/u;
const LONGEST_LOCAL = 64;
const LONGEST_HOST = 190;
/** Texts of one request that are looked up; a hostile one holds more. */
const MOST = 2000;

/** Bytes of the digests that are told, in hexadecimal and base64. */
const DIGEST_BYTES = new Set([16, 20, 32, 64]);
const DIGEST = /(?<![\w+/-])[\w+/-]{22,128}(?:={0,2})(?![\w+/=-])/gu;
/** Also beside other signs that base64 may hold: `em~HASH`, `sha256-HASH`, `a/HASH/b`. */
const HEX = /(?<![\da-z])(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})(?![\da-z])/giu;
const PHONE = /(?<![\w.])\+?\d(?:[ ().+-]{0,2}\d){6,14}(?![\w])/gu;

function* emailsIn(text: string): Generator<string> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let [start, end] = [at, at + 1];
    while (start > 0 && at - start < LONGEST_LOCAL && !ENDS_EMAIL.test(text[start - 1] ?? '')) start -= 1;
    while (end < text.length && end - at < LONGEST_HOST && !ENDS_EMAIL.test(text[end] ?? '')) end += 1;
    const email = text.slice(start, end).replace(/\.+$/u, '');
    if (start < at && email.includes('.', at - start)) yield email;
  }
}

/** The bytes of a digest in base64, of either alphabet, in hexadecimal; `null` where it can be none. */
function fromBase64(text: string): string | null {
  const plain = text.replace(/[=]+$/u, '').replaceAll('-', '+').replaceAll('_', '/');
  if (plain.length % 4 === 1 || !DIGEST_BYTES.has(Math.floor((plain.length * 3) / 4))) return null;
  return toHex(Uint8Array.from(atob(plain), (byte) => byte.codePointAt(0) ?? 0));
}

function* writingsIn(text: string): Generator<string> {
  for (const email of emailsIn(text)) yield plainWriting('email', email);
  for (const [phone] of text.matchAll(PHONE)) yield plainWriting('phone', phone);
  for (const [hex] of text.matchAll(HEX)) yield hex.toLowerCase();
  for (const [word] of text.matchAll(DIGEST)) {
    // In a path the digest stands between signs that base64 itself may hold.
    for (const piece of word.includes('/') ? [word, ...word.split('/')] : [word]) {
      const hex = fromBase64(piece);
      if (hex !== null) yield hex;
    }
  }
}

/**
 * Finds what a person typed in whatever is sent: e-mail addresses and phone numbers in clear, and their digests in
 * hexadecimal and base64. What stands in a text is worked out and asked for, so that nobody has to keep what was typed.
 */
export function findsContacts<What>(known: KnownWriting<What>): Finder<What> {
  return {
    in: (text) => {
      const found: { readonly what: What; readonly form: Form }[] = [];
      const seen = new Set<string>();
      for (const writing of writingsIn(text)) {
        if (seen.has(writing)) continue;
        if (seen.size >= MOST) break;
        seen.add(writing);
        const one = known(writing);
        if (one !== undefined) found.push(one);
      }
      return found;
    },
  };
}

/** The form by which something is told that stood in clear in base64. */
export function formIn(form: Form, packed: readonly string[]): Form {
  return !isDigest(form) && packed.includes('base64') ? 'base64' : form;
}
