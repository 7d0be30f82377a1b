import { call, indexOf, lower, originals, slice } from './originals.ts';

/** A cookie as a script wrote it. Read in the page's world too, so it is made of nothing a page can replace. */
export interface CookieLine {
  readonly name: string;
  readonly value: string;
  /** In lower case, without a leading dot; empty: for this host only. */
  readonly domain: string;
  /** Empty where none that counts was given: then it is the document's own. */
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** ms since the epoch; `null`: with the browser session. */
  readonly expires: number | null;
}

/** Longest name and value together, and longest attribute, in UTF-16 units. @see RFC 6265bis, section 5.6 */
const LONGEST = 4096;
const LONGEST_ATTRIBUTE = 1024;

function strip(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === ' ' || text[from] === '\t')) from += 1;
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\t')) to -= 1;
  return slice(text, from, to);
}

/** Browsers take a line up to here, or not at all. */
function firstLine(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\0' || text[at] === '\r' || text[at] === '\n') return slice(text, 0, at);
  }
  return text;
}

/** What stands before and after the first `=`, stripped; `null` for what stands before none. */
function pairIn(text: string): { readonly before: string | null; readonly after: string } {
  const equals = indexOf(text, '=');
  if (equals === -1) return { before: null, after: strip(text) };
  return { before: strip(slice(text, 0, equals)), after: strip(slice(text, equals + 1)) };
}

/** Whole seconds, perhaps negative; `null` for what is none. */
function secondsIn(text: string): number | null {
  for (let at = text[0] === '-' ? 1 : 0; at < text.length; at += 1) {
    const digit = text[at] as string;
    if (digit < '0' || digit > '9') return null;
  }
  return text === '' || text === '-' ? null : +text;
}

interface Attributes {
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  expires: number | null;
  maxAge: number | null;
}

function takeAttribute(into: Attributes, text: string): void {
  const { before, after } = pairIn(text);
  const name = lower(before ?? after);
  const value = before === null ? '' : after;
  if (value.length > LONGEST_ATTRIBUTE) return;
  if (name === 'secure') into.secure = true;
  else if (name === 'httponly') into.httpOnly = true;
  else if (name === 'path') into.path = value[0] === '/' ? value : '';
  else if (name === 'domain') into.domain = lower(value[0] === '.' ? slice(value, 1) : value);
  else if (name === 'max-age') into.maxAge = secondsIn(value) ?? into.maxAge;
  else if (name === 'expires') {
    const at = originals.parseDate(value);
    // Not a number is the only value that is not equal to itself.
    if (at === at) into.expires = at;
  }
}

/** Reads a line as `document.cookie` takes it, at a time (ms since the epoch). @see RFC 6265bis, section 5.6 */
export function parseCookieLine(text: string, at: number): CookieLine {
  const line = firstLine(text);
  const into = { __proto__: null, domain: '', path: '', secure: false, httpOnly: false, expires: null, maxAge: null };
  const attributes = into as unknown as Attributes;
  let end = indexOf(line, ';');
  const { before, after } = pairIn(end === -1 ? line : slice(line, 0, end));
  while (end !== -1) {
    const next = indexOf(line, ';', end + 1);
    takeAttribute(attributes, slice(line, end + 1, next === -1 ? line.length : next));
    end = next;
  }
  const { domain, path, secure, httpOnly, maxAge } = attributes;
  const expires = maxAge === null ? attributes.expires : maxAge <= 0 ? 0 : at + maxAge * 1000;
  return { name: before ?? '', value: after, domain, path, secure, httpOnly, expires };
}

/** Where a document stands, as cookies see it. */
export interface CookiePlace {
  /** Empty in documents without a host of their own (`about:blank`). */
  readonly host: string;
  readonly path: string;
  readonly secure: boolean;
}

/** Whether browsers refuse such a line here whatever it holds. Where it is not sure, it is no. */
export function isRefused(cookie: CookieLine, place: CookiePlace): boolean {
  const name = lower(cookie.name === '' ? cookie.value : cookie.name);
  if (cookie.httpOnly || (cookie.secure && !place.secure)) return true;
  if (cookie.name.length + cookie.value.length > LONGEST || (cookie.name === '' && cookie.value === '')) return true;
  if (indexOf(name, '__secure-') === 0) return !cookie.secure;
  return indexOf(name, '__host-') === 0 && (!cookie.secure || cookie.path !== '/' || cookie.domain !== '');
}

/** @see RFC 6265bis, section 5.1.4 (default-path) */
export function defaultPath(path: string): string {
  let end = 0;
  for (let at = 0; at < path.length; at += 1) if (path[at] === '/') end = at;
  return path[0] !== '/' || end === 0 ? '/' : slice(path, 0, end);
}

/** Whether a document at a place is shown a cookie of this domain and path. @see RFC 6265bis, sections 5.1.3 and 5.1.4 */
export function isShown({ domain, path }: Pick<CookieLine, 'domain' | 'path'>, place: CookiePlace): boolean {
  if (domain !== '' && place.host !== '' && domain !== place.host) {
    const from = place.host.length - domain.length;
    if (from < 1 || place.host[from - 1] !== '.' || slice(place.host, from) !== domain) return false;
  }
  if (place.path[0] !== '/' || path === '/' || path === place.path) return true;
  if (indexOf(place.path, path) !== 0) return false;
  return path[path.length - 1] === '/' || place.path[path.length] === '/';
}

/** The time now on the machine's clock, whatever the page made of it. */
export function now(): number {
  return call(originals.now, undefined, []) as number;
}
