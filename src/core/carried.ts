import type { Cookie } from './cookie.ts';
import type { WebRequest } from './request.ts';
import { isTrustworthy, siteOf } from './site.ts';
import { parseUrl } from './url.ts';

/** What a browser's settings and defaults add to the standard. */
export interface CookieRules {
  /** Whether unpartitioned cookies go with requests to other sites than the page's. */
  readonly thirdPartyCookies: boolean;
  /** Chromium treats a cookie without SameSite as Lax; Firefox as None. */
  readonly unspecifiedIsLax: boolean;
}

/** @see https://www.rfc-editor.org/rfc/rfc6265#section-5.1.3 */
export function domainMatches(host: string, cookie: { readonly host: string; readonly hostOnly: boolean }): boolean {
  return host === cookie.host || (!cookie.hostOnly && host.endsWith(`.${cookie.host}`));
}

/** @see https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4 */
export function pathMatches(path: string, cookiePath: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * How near the asker is to the asked: `same` site; `navigation`, the tab going to another site by a safe method; `cross`.
 * @see https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.2
 */
function nearness(request: WebRequest): 'same' | 'navigation' | 'cross' {
  const asked = siteOf(request.url);
  if (request.resource === 'main_frame') {
    if (request.initiator === null || request.initiator === asked) return 'same';
    return SAFE.has(request.method) ? 'navigation' : 'cross';
  }
  const same = request.topSite === asked && !request.inCrossSiteFrame && (request.initiator ?? asked) === asked;
  return same ? 'same' : 'cross';
}

function sameSiteAllows(cookie: Cookie, near: 'same' | 'navigation' | 'cross', rules: CookieRules): boolean {
  if (near === 'same') return true;
  switch (cookie.sameSite) {
    case 'no_restriction':
      return true;
    case 'strict':
      return false;
    case 'lax':
      return near === 'navigation';
    case 'unspecified':
      return !rules.unspecifiedIsLax || near === 'navigation';
  }
}

/** A partitioned cookie goes only under its own page; an unpartitioned one crosses sites only where the browser lets it. */
function partitionAllows(cookie: Cookie, request: WebRequest, rules: CookieRules): boolean {
  const { partition } = cookie.identifier;
  const asked = siteOf(request.url);
  const crossed = request.resource !== 'main_frame' && (request.inCrossSiteFrame || request.topSite !== asked);
  if (partition === null) return request.topSite === asked || rules.thirdPartyCookies;
  if (partition.topLevelSite !== request.topSite) return false;
  return partition.hasCrossSiteAncestor === undefined || partition.hasCrossSiteAncestor === crossed;
}

/**
 * The cookies of a jar that a request carries: by store, domain, path, Secure, SameSite and partition. Whether the page
 * asked for none (a request without credentials) is not told here.
 */
export function carriedCookies(request: WebRequest, jar: Iterable<Cookie>, rules: CookieRules): readonly Cookie[] {
  const url = parseUrl(request.url);
  if (url === undefined) return [];
  const near = nearness(request);
  return [...jar].filter(
    (cookie) =>
      cookie.identifier.store === request.store &&
      domainMatches(url.hostname, cookie.identifier) &&
      pathMatches(url.pathname, cookie.identifier.path) &&
      (!cookie.secure || isTrustworthy(url)) &&
      sameSiteAllows(cookie, near, rules) &&
      partitionAllows(cookie, request, rules),
  );
}

/**
 * Whether a request of this kind sends cookies by default. Across origins a font never does, and `fetch` and XHR only
 * where the page asked for it, which the page guard sees.
 * @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode
 */
export function sendsCookies(request: WebRequest): boolean {
  if (request.resource !== 'font' && request.resource !== 'xmlhttprequest') return true;
  const url = parseUrl(request.url);
  return url !== undefined && request.initiatorOrigin === url.origin;
}
