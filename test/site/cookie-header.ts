/**
 * The cookies of a request by name; of two with one name, the first (the more specific path) counts.
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-4.2
 */
export function parseCookieHeader(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals === -1) continue;
    const name = pair.slice(0, equals).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim());
  }
  return cookies;
}

/** What a demo site says of a cookie it sets; without `days` the cookie ends with the browser session. */
export interface CookieTerms {
  readonly days?: number;
  /** `null`: no `Path`, so that browsers take the folder of the address. */
  readonly path?: string | null;
  readonly domain?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  /** For third parties: `SameSite=None; Secure`. Otherwise `SameSite=Lax`. */
  readonly crossSite?: boolean;
  readonly partitioned?: boolean;
}

/** One `Set-Cookie` line. */
export function setCookieLine(name: string, value: string, terms: CookieTerms = {}): string {
  return [
    `${name}=${value}`,
    ...(terms.path === null ? [] : [`Path=${terms.path ?? '/'}`]),
    ...(terms.domain === undefined ? [] : [`Domain=${terms.domain}`]),
    ...(terms.days === undefined ? [] : [`Max-Age=${terms.days * 86_400}`]),
    ...(terms.httpOnly === true ? ['HttpOnly'] : []),
    ...(terms.secure === true ? ['Secure'] : []),
    ...(terms.crossSite === true ? ['SameSite=None', 'Secure'] : ['SameSite=Lax']),
    ...(terms.partitioned === true ? ['Partitioned'] : []),
  ].join('; ');
}
