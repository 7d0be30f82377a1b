import { isObject, own, parseJson } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import { LONGEST_JSON } from './record.ts';

const BASE64 = /^[\w+/-]+={0,2}$/u;

/** JSON, as it is or percent-encoded, wholly or in part, as cookies have it; `undefined` for what is none, or too long. */
export function parseStored(text: string): unknown {
  return text.length > LONGEST_JSON ? undefined : (parseJson(text) ?? parseJson(decodePercent(text)));
}

/** Text in base64 or base64url; `null` for what is none. */
export function fromBase64(text: string): string | null {
  const plain = text.replace(/=+$/u, '').replaceAll('-', '+').replaceAll('_', '/');
  if (text.length > LONGEST_JSON || !BASE64.test(text) || plain.length % 4 === 1) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(plain), (sign) => sign.codePointAt(0) ?? 0));
}

/** A text that something has of its own under a name; `undefined` where it is none. */
export function ownText(value: unknown, name: string): string | undefined {
  const found = own(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** The same for a number that is finite. */
export function ownNumber(value: unknown, name: string): number | undefined {
  const found = own(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** The same for a list, of which the texts count; empty where it is none. */
export function ownTexts(value: unknown, name: string): readonly string[] {
  const found = own(value, name);
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

/** What an object has that something has of its own under a name; empty where it is none. */
export function ownEntries(value: unknown, name: string): readonly (readonly [string, unknown])[] {
  const found = own(value, name);
  return isObject(found) ? Object.entries(found) : [];
}
