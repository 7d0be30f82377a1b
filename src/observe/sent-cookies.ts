import { carriedCookies, sendsCookies } from '#core/carried.ts';
import type { Cookie } from '#core/cookie.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOfHost } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import type { Watching } from './watching.ts';

/** What was sent was allowed to be: only which of two partitions' cookies it was is left to the rules. */
export const SENT = { thirdPartyCookies: true, unspecifiedIsLax: false } as const;

/** Those in the Cookie header where the browser shows it; else those the jar and the standard's rules say. */
export function sentCookies(watching: Watching, request: WebRequest, header: string | null): readonly Cookie[] {
  if (header === null) return sendsCookies(request) ? cookiesOf(watching, request) : [];
  if (header === '') return [];
  const asked = parseUrl(request.url);
  const names = new Set(header.split('; ').map((pair) => pair.slice(0, Math.max(0, pair.indexOf('=')))));
  const jar = asked === undefined ? [] : watching.jar.ofDomain(domainOfHost(asked.hostname));
  return carriedCookies(request, jar, SENT).filter(({ identifier }) => names.has(identifier.name));
}

/** The cookies a request carries, as the jar was when it began. */
export function cookiesOf(watching: Watching, request: WebRequest): readonly Cookie[] {
  const asked = parseUrl(request.url);
  if (asked === undefined) return [];
  const jar = watching.jar.ofDomain(domainOfHost(asked.hostname));
  const crossing = { store: request.store, top: request.topDomain, asked: domainOfHost(asked.hostname) };
  return carriedCookies(request, jar, watching.crossSite.rules(crossing)).filter(
    ({ expires }) => expires === null || expires > request.at,
  );
}
