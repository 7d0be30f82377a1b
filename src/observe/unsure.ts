import type { Cookie } from '#core/cookie.ts';
import { type IdentifierKey, identifierKey } from '#core/identifier.ts';
import { printOf, type Sameness } from '#core/noticed.ts';
import type { Domain } from '#core/site.ts';

/** A value that may be a number: what becomes of it is watched. */
export interface UnsureNumber {
  readonly cookie: Cookie;
  readonly number: string;
}

/** Which cookies of which site may be numbers and are not known to be, in this life of the background. */
export interface Unsure {
  readonly has: (domain: Domain, cookie: Cookie) => boolean;
  readonly note: (domain: Domain, unsure: UnsureNumber) => void;
  readonly drop: (domain: Domain, cookie: Cookie) => void;
  readonly of: (domain: Domain) => readonly UnsureNumber[];
}

/** As many of one site, and as many sites. */
const MOST = 50;

function dropOldest(of: Map<unknown, unknown>): void {
  if (of.size > MOST) of.delete(of.keys().next().value);
}

/** Nothing is unsure yet. The latest are remembered. */
export function noneUnsure(): Unsure {
  const byDomain = new Map<Domain, Map<IdentifierKey, UnsureNumber>>();
  return {
    has: (domain, cookie) => byDomain.get(domain)?.get(identifierKey(cookie.identifier))?.cookie === cookie,
    note: (domain, unsure) => {
      const here = byDomain.get(domain) ?? new Map<IdentifierKey, UnsureNumber>();
      byDomain.set(domain, here.set(identifierKey(unsure.cookie.identifier), unsure));
      dropOldest(here);
      dropOldest(byDomain);
    },
    drop: (domain, { identifier }) => void byDomain.get(domain)?.delete(identifierKey(identifier)),
    of: (domain) => [...(byDomain.get(domain)?.values() ?? [])],
  };
}

/** What changes more often than that is not followed, in ms. */
const SETTLES = 600_000;

/** Since when a number has been the same, given what was known; `null` where there is nothing new to remember. */
export function samenessOf(number: string, before: Sameness | null, now: number): Sameness | null {
  const print = printOf(number);
  if (before !== null && (before.print === print || now - before.since < SETTLES)) return null;
  return { print, since: now };
}
