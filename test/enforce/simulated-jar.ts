import { domainMatches } from '#core/carried.ts';
import type { HeaderRule } from '#core/header-rule.ts';
import { parseSetCookie, type SetCookie } from '#core/set-cookie.ts';
import { domainOf, type Domain } from '#core/site.ts';

/** A response, and the page in the tab. */
export interface SimulatedResponse {
  readonly url: string;
  readonly lines: readonly string[];
  readonly page: Domain;
}

/** A stored cookie, and the page its partition is of. */
export interface Stored extends SetCookie {
  readonly page: Domain | null;
}

const NOW = Date.UTC(2026, 10, 24);

function placeOf({ name, host, hostOnly, path, page }: Stored): string {
  return JSON.stringify([name, host, hostOnly, path, page]);
}

/**
 * What a browser holds after a response, by RFC 6265bis: later lines replace earlier ones, one that has ended removes,
 * and without TLS none touches a Secure cookie.
 */
export function storeAll(before: readonly Stored[], { url, lines, page }: SimulatedResponse): readonly Stored[] {
  const jar = new Map(before.map((cookie) => [placeOf(cookie), cookie]));
  for (const line of lines) {
    const parsed = parseSetCookie(line, { url, now: NOW });
    if (!parsed.ok) continue;
    const cookie: Stored = { ...parsed.cookie, page: parsed.cookie.partitioned ? page : null };
    const place = placeOf(cookie);
    if (jar.get(place)?.secure === true && url.startsWith('http:')) continue;
    if (cookie.expires !== null && cookie.expires <= NOW) jar.delete(place);
    else jar.set(place, cookie);
  }
  return [...jar.values()];
}

/** A pattern of declarativeNetRequest against a header's value: `*`, `?` and what is escaped. */
function patternMatches(pattern: string, value: string): boolean {
  const source = pattern.replace(/\\?[\s\S]/gu, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.?';
    return part.replace(/^\\(?=.)/u, '').replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
  });
  return new RegExp(`^${source}$`, 'isu').test(value);
}

/** `|beginning`, with `^` for a delimiter or the end. */
function filterMatches(filter: string, url: string): boolean {
  const text = filter.replace(/^\|/u, '');
  if (!text.endsWith('^')) return url.startsWith(text);
  const rest = url.startsWith(text.slice(0, -1)) ? url.slice(text.length - 1) : null;
  return rest !== null && (rest === '' || /^[^\w.%-]/u.test(rest));
}

function ruleMatches({ condition }: HeaderRule, { url, lines, page }: SimulatedResponse): boolean {
  const { requestDomains, urlFilter, topDomains, responseHeaders } = condition;
  const { hostname } = new URL(url);
  const within = (domains: readonly string[], host: string): boolean =>
    domains.some((domain) => domainMatches(host, { host: domain, hostOnly: false }));
  const headers = responseHeaders.flatMap(({ values }) => values);
  return (
    within(requestDomains, hostname) &&
    (urlFilter === undefined || filterMatches(urlFilter, url)) &&
    (topDomains === undefined || within(topDomains, page)) &&
    lines.some((line) => headers.some((pattern) => patternMatches(pattern, line.trim())))
  );
}

/** The response as it is after the rules: their lines follow its own. */
export function withRules(rules: readonly HeaderRule[], response: SimulatedResponse): SimulatedResponse {
  const appended = rules
    .filter((rule) => ruleMatches(rule, response))
    .flatMap(({ action }) => action.responseHeaders.map(({ value }) => value));
  return { ...response, lines: [...response.lines, ...appended] };
}

/** The registrable domain of an address of the web. */
export function pageOf(url: string): Domain {
  const domain = domainOf(url);
  if (domain === undefined) throw new Error(`${url} is not of the web`);
  return domain;
}
