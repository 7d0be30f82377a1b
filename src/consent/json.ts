import { decodePercent } from '#core/percent.ts';
import { LONGEST_JSON } from './record.ts';

/** A page's object: ask only what is its own. */
type Objectlike = Readonly<Record<string, unknown>>;

const BASE64 = /^[\w+/-]+={0,2}$/u;

function tried(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Sites store anything under any name.
    return undefined;
  }
}

/** JSON, as it is or percent-encoded, wholly or in part, as cookies have it; `undefined` for what is none, or too long. */
export function parseJson(text: string): unknown {
  return text.length > LONGEST_JSON ? undefined : (tried(text) ?? tried(decodePercent(text)));
}

/** Text in base64 or base64url; `null` for what is none. */
export function fromBase64(text: string): string | null {
  const plain = text.replace(/=+$/u, '').replaceAll('-', '+').replaceAll('_', '/');
  if (text.length > LONGEST_JSON || !BASE64.test(text) || plain.length % 4 === 1) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(plain), (sign) => sign.codePointAt(0) ?? 0));
}

/** Whether it is an object, and no list. */
export function isObject(value: unknown): value is Objectlike {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object has of its own under this name. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The same for a text, a number, a list of texts, and what an object has under names: empty where it is none. */
export function ownText(value: unknown, name: string): string | undefined {
  const found = own(value, name);
  return typeof found === 'string' ? found : undefined;
}

export function ownNumber(value: unknown, name: string): number | undefined {
  const found = own(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function ownTexts(value: unknown, name: string): readonly string[] {
  const found = own(value, name);
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

export function ownEntries(value: unknown, name: string): readonly (readonly [string, unknown])[] {
  const found = own(value, name);
  return isObject(found) ? Object.entries(found) : [];
}
