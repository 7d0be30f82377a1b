import { domainMatches } from './carried.ts';
import type { Cookie } from './cookie.ts';
import { parseCookieDate } from './cookie-date.ts';
import { isPublicSuffix, isTrustworthy } from './site.ts';
import { parseUrl } from './url.ts';

/** What a `Set-Cookie` line asks a browser to store, and where. */
export interface SetCookie {
  /** May be empty: a line without `=` is a value without a name. */
  readonly name: string;
  readonly value: string;
  /** Without a leading dot. */
  readonly host: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: Cookie['sameSite'];
  /** ms since the epoch, in the past for a line that removes a cookie; `null` for a session cookie. */
  readonly expires: number | null;
  readonly partitioned: boolean;
}

/** A line parsed, or why a browser stores nothing of it. */
export type SetCookieResult =
  | { readonly ok: true; readonly cookie: SetCookie }
  | { readonly ok: false; readonly error: string };

/** The response a line came with. `now` is in ms since the epoch. */
export interface Received {
  readonly url: string;
  readonly now: number;
}

/** Octets of name and value together. */
const LONGEST_PAIR = 4096;
/** Octets of one attribute's value; a longer attribute is ignored. */
const LONGEST_ATTRIBUTE = 1024;
/** ms; no cookie lasts longer. */
const LONGEST_LIFE = 400 * 86_400_000;

/** Every control character but the tab. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/u;

function failure(error: string): SetCookieResult {
  return { ok: false, error };
}

/** Browsers hand headers over with a character for each octet; any other text is taken for UTF-8. */
// oxlint-disable-next-line no-control-regex -- octets are any
const OCTETS = /^[\u0000-\u00ff]*$/u;

function octets(text: string): number {
  return OCTETS.test(text) ? text.length : new TextEncoder().encode(text).length;
}

/** Without the spaces and tabs around; other white space is part of a name. */
function bare(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/gu, '');
}

function cut(text: string): readonly [name: string, value: string | null] {
  const equals = text.indexOf('=');
  return equals === -1 ? [bare(text), null] : [bare(text.slice(0, equals)), bare(text.slice(equals + 1))];
}

/** Attributes by lower-case name; of two alike the last counts, and what is not understood is as if it were not there. */
function attributesOf(parts: readonly string[]): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const part of parts) {
    const [name, value] = cut(part);
    const key = name.toLowerCase();
    const taken = octets(value ?? '') <= LONGEST_ATTRIBUTE && understood(key, value ?? '');
    if (taken) attributes.set(key, value ?? '');
  }
  return attributes;
}

function understood(key: string, value: string): boolean {
  if (key === 'max-age') return /^-?\d+$/u.test(value);
  if (key === 'expires') return parseCookieDate(value) !== undefined;
  return true;
}

function expiryOf(attributes: ReadonlyMap<string, string>, now: number): number | null {
  const maxAge = attributes.get('max-age');
  const latest = now + LONGEST_LIFE;
  if (maxAge !== undefined) return Number(maxAge) <= 0 ? 0 : Math.min(now + Number(maxAge) * 1000, latest);
  const expires = parseCookieDate(attributes.get('expires') ?? '');
  return expires === undefined ? null : Math.min(expires, latest);
}

/** @see https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.1.4 */
function pathOf(attributes: ReadonlyMap<string, string>, url: URL): string {
  const path = attributes.get('path') ?? '';
  if (path.startsWith('/')) return path;
  const last = url.pathname.lastIndexOf('/');
  return last <= 0 ? '/' : url.pathname.slice(0, last);
}

const ADDRESS = /^[\d.]+$|^\[/u;

/** Where a line with this `Domain` is stored; an error where that host may not set it. */
function placeOf(domain: string, host: string): { readonly host: string; readonly hostOnly: boolean } | string {
  const asked = domain.replace(/^\./u, '').toLowerCase();
  if (asked === '') return { host, hostOnly: true };
  if (asked === host && (ADDRESS.test(host) || isPublicSuffix(host))) return { host, hostOnly: true };
  if (isPublicSuffix(asked)) return `the domain ${asked} is a public suffix`;
  const matches = !ADDRESS.test(host) && domainMatches(host, { host: asked, hostOnly: false });
  return matches ? { host: asked, hostOnly: false } : `${host} may not set a cookie for ${asked}`;
}

const SAME_SITE: Readonly<Record<string, Cookie['sameSite']>> = {
  none: 'no_restriction',
  lax: 'lax',
  strict: 'strict',
};

function sameSiteOf(text: string): Cookie['sameSite'] {
  const key = text.toLowerCase();
  return Object.hasOwn(SAME_SITE, key) ? (SAME_SITE[key] ?? 'unspecified') : 'unspecified';
}

/** What the prefix of a name demands and the line does not give. */
function broken(cookie: SetCookie, saysPath: boolean): string | undefined {
  const name = cookie.name === '' ? cookie.value.toLowerCase() : cookie.name.toLowerCase();
  if (!name.startsWith('__secure-') && !name.startsWith('__host-')) return undefined;
  if (cookie.name === '') return 'a value without a name looks like a name with a prefix';
  if (!cookie.secure) return 'the prefix of its name demands Secure';
  if (name.startsWith('__host-') && !(cookie.hostOnly && saysPath && cookie.path === '/'))
    return 'its prefix __Host- demands Path=/ and no Domain';
  return undefined;
}

/**
 * Parses the value of one `Set-Cookie` header line as browsers do, down to where the cookie would be stored. Whether a
 * context lets it be stored (third party, SameSite) is not told here, nor is `SameSite=None` without Secure refused:
 * browsers differ there.
 * @see https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.7
 */
export function parseSetCookie(line: string, { url, now }: Received): SetCookieResult {
  const from = parseUrl(url);
  if (from === undefined || from.hostname === '') return failure('the address of the response has no host');
  if (CONTROL.test(line)) return failure('a control character');
  const [pair = '', ...rest] = line.split(';');
  const [left, right] = cut(pair);
  const [name, value] = right === null ? ['', left] : [left, right];
  if (name === '' && value === '') return failure('neither name nor value');
  if (octets(name) + octets(value) > LONGEST_PAIR) return failure(`name and value are over ${LONGEST_PAIR} octets`);

  const attributes = attributesOf(rest);
  const place = placeOf(attributes.get('domain') ?? '', from.hostname);
  if (typeof place === 'string') return failure(place);
  const secure = attributes.has('secure');
  if (secure && !isTrustworthy(from)) return failure('Secure from a host that is not');
  const partitioned = attributes.has('partitioned');
  if (partitioned && !secure) return failure('Partitioned demands Secure');
  const cookie: SetCookie = {
    name,
    value,
    ...place,
    path: pathOf(attributes, from),
    secure,
    httpOnly: attributes.has('httponly'),
    sameSite: sameSiteOf(attributes.get('samesite') ?? ''),
    expires: expiryOf(attributes, now),
    partitioned,
  };
  const error = broken(cookie, attributes.has('path'));
  return error === undefined ? { ok: true, cookie } : failure(error);
}
