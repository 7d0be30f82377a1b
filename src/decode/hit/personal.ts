import type { Personal } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { find, type Layers } from './layers.ts';
import { asText, type At } from './take.ts';
import type { HitKind } from './vendor.ts';

/** md5, sha1, sha256, sha512 in hex; sha256 in base64 or base64url, as Google sends it. */
const HASH = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128}|[\w+/-]{43}=?)$/iu;
const EMAIL = /^[^\s@"<>]{1,64}@[^\s@"<>.][^\s@"<>]*\.[\p{L}\d-]{2,24}$/u;
const PHONE = /^\+?\(?\d[\d\s()./-]{5,20}\d$/u;
const MASKED = /^[\s*•x.]+$/iu;

type What = Personal['what'];

/** Whether what stands there is something personal of this sort in clear, its hash, or neither. */
export function formOf(what: What, found: Json): Personal['form'] | undefined {
  const text = asText(isList(found) ? (found[0] ?? null) : found);
  if (text === undefined || MASKED.test(text)) return undefined;
  if (HASH.test(text)) return 'hashed';
  if (what === 'email') return EMAIL.test(text) ? 'clear' : undefined;
  if (what === 'phone') return PHONE.test(text) ? 'clear' : undefined;
  return text.length <= 200 && /[\p{L}\d]/u.test(text) ? 'clear' : undefined;
}

/** Names under which anybody sends an e-mail address, compared without case and signs. */
const EMAIL_NAMES = new Set(
  'email emailaddress useremail customeremail mail em hem emailhash hashedemail emailsha256 sha256email sha256emailaddress emailmd5 hashedemailaddress'.split(
    ' ',
  ),
);
const PHONE_NAMES = new Set('phone phonenumber telephone mobile sha256phonenumber hashedphone phonehash'.split(' '));
/** How far and how deep a request is looked through. */
const DEEPEST = 8;
const MOST_LOOKED_AT = 2000;

function whatIs(name: string, value: string): What | null {
  const plain = name.toLowerCase().replace(/[^a-z\d]/gu, '');
  const last = /[a-z\d]+\]?$/iu.exec(name)?.[0].toLowerCase().replace(']', '') ?? plain;
  if (EMAIL_NAMES.has(plain) || EMAIL_NAMES.has(last)) return 'email';
  if (PHONE_NAMES.has(plain) || PHONE_NAMES.has(last)) return 'phone';
  return EMAIL.test(value) ? 'email' : null;
}

interface Depth {
  /** Lists of what an event came in hold its neighbours, which are not its own. */
  readonly lists: boolean;
  readonly depth: number;
}

interface Leaf {
  readonly name: string;
  readonly way: string;
  readonly text: string;
}

function* leavesOf(value: Json, way: string, { lists, depth }: Depth): Generator<Leaf> {
  if (depth > DEEPEST || typeof value !== 'object' || value === null || (!lists && isList(value))) return;
  for (const name of Object.keys(value)) {
    const inside = own(value, name);
    const on = way === '' ? name : `${way}.${name}`;
    if (typeof inside === 'string') {
      yield { name, way: on, text: inside.trim() };
      // JSON in a field, as tags and forms put it.
      const opened = /^\s*[[{]/u.test(inside) ? openText(inside) : undefined;
      if (opened !== undefined) yield* leavesOf(opened, on, { lists, depth: depth + 1 });
    }
    if (isObject(inside) || (lists && isList(inside))) yield* leavesOf(inside, on, { lists, depth: depth + 1 });
  }
}

/** An e-mail address or phone number in a field that says so, whoever the vendor is; and an e-mail address in any field. */
function byName(layers: Layers): readonly Personal[] {
  const all: Personal[] = [];
  let looked = 0;
  for (const [nth, { part, at, value }] of layers.entries()) {
    if (part === 'header') continue;
    for (const { name, way, text } of leavesOf(value, at, { lists: nth === 0, depth: 0 })) {
      looked += 1;
      if (looked > MOST_LOOKED_AT) return all;
      const what = text === '' || text.length > 300 ? null : whatIs(name, text);
      const form = what === null ? undefined : formOf(what, text);
      if (what !== null && form !== undefined) all.push({ what, form, place: { part, name: way } });
    }
  }
  return all;
}

function said(layers: Layers, what: What, at: At<Personal['form']>): Personal | null {
  const found = find(layers, typeof at === 'string' ? at : at.at);
  if (found === undefined) return null;
  const form = typeof at === 'string' ? formOf(what, found.value) : at.take(found.value);
  return form === undefined ? null : { what, form, place: found.place };
}

function sameness({ what, form, place }: Personal): string {
  return `${what} ${form} ${place.part} ${place.name}`;
}

/** What is personal in an event: where, and whether in clear. The values themselves stay where they are. */
export function personalOf(layers: Layers, { personal }: Pick<HitKind, 'personal'>): readonly Personal[] {
  const stated = Object.entries(personal ?? {}).flatMap(([what, ats]) =>
    ats.map((at) => said(layers, what as What, at)).filter((one) => one !== null),
  );
  const all = [...stated, ...byName(layers)];
  return [...new Map(all.map((one) => [sameness(one), one])).values()].slice(0, 50);
}
