import { type SetCookie, parseSetCookie, type Received } from '#core/set-cookie.ts';

/** One header as a browser hands it to be edited; a value of bytes alone is none of ours. */
export interface Header {
  readonly name: string;
  readonly value?: string;
}

/** A response's headers without the cookies that may not be kept, and those cookies. */
export interface EditedHeaders<One extends Header> {
  readonly headers: readonly One[];
  readonly withheld: readonly SetCookie[];
}

/** What came in, and whether the cookie of a line may be kept. */
export interface SetCookieEdit extends Received {
  readonly mayKeep: (cookie: SetCookie) => boolean;
}

/** Firefox joins a response's `Set-Cookie` lines into one header, a line each. */
const BETWEEN = '\n';

/**
 * Takes out of a response the `Set-Cookie` lines of cookies that may not be kept. Everything else stays as it came, to
 * the byte and in its order; so does a line that a browser would not store.
 */
export function editSetCookie<One extends Header>(headers: readonly One[], edit: SetCookieEdit): EditedHeaders<One> {
  const withheld: SetCookie[] = [];
  const stays = (line: string): boolean => {
    const parsed = parseSetCookie(line, edit);
    if (!parsed.ok || edit.mayKeep(parsed.cookie)) return true;
    withheld.push(parsed.cookie);
    return false;
  };
  const edited = headers.flatMap((header) => {
    if (header.name.toLowerCase() !== 'set-cookie' || header.value === undefined) return [header];
    const lines = header.value.split(BETWEEN);
    const kept = lines.filter((line) => stays(line));
    if (kept.length === lines.length) return [header];
    return kept.length === 0 ? [] : [{ ...header, value: kept.join(BETWEEN) }];
  });
  return { headers: edited, withheld };
}

/** One cookie of a request; without a name where it was stored without one. */
export interface CookiePair {
  readonly name: string;
  readonly value: string;
}

function pairOf(text: string): CookiePair {
  const equals = text.indexOf('=');
  return equals === -1 ? { name: '', value: text } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

/**
 * A request's `Cookie` header without some of its pairs, the others to the byte; `null` where none is left.
 * @see https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.8.3
 */
export function editCookie(header: string, keepPair: (pair: CookiePair) => boolean): string | null {
  const pairs = header.split('; ');
  const kept = pairs.filter((pair) => keepPair(pairOf(pair)));
  return kept.length === 0 ? null : kept.join('; ');
}
