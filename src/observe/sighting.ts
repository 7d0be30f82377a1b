import type { Cookie } from '#core/cookie.ts';
import { corrected, type Said } from '#core/correction.ts';
import type { LedgerEvent, SetBy, Sighting } from '#core/event.ts';
import { experienceOf, type Noticed } from '#core/noticed.ts';
import { type Domain, domainOfHost } from '#core/site.ts';
import type { Evidence, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { likeliestNumber } from '#identify/may-be.ts';
import { preview } from '#identify/preview.ts';
import { withPurpose } from '#identify/purpose.ts';

/** Longest value that is kept; cookies end at 4 KB anyway. */
const LONGEST = 4096;

/** What is known about a cookie, for its verdict. */
export function evidenceOf(cookie: Cookie, domain: Domain, now: number): Evidence {
  const { identifier } = cookie;
  return {
    area: 'cookie',
    name: identifier.name,
    value: cookie.value,
    host: identifier.host,
    lifetime: cookie.expires === null ? null : Math.max(0, (cookie.expires - now) / 1000),
    httpOnly: cookie.httpOnly,
    party: domainOfHost(identifier.host) === domain ? 'first' : 'third',
  };
}

/** What is known of a stored value beyond itself. */
export interface About {
  /** What the person says it is; `null`: nothing. */
  readonly said: Said | null;
  /** What was noticed of it before; `null`: nothing. */
  readonly noticed: Noticed | null;
}

/** Nothing is known beyond it. */
export const UNKNOWN: About = { said: null, noticed: null };

/** What a cookie itself does not say. */
interface Circumstances {
  readonly domain: Domain;
  /** ms since the epoch. */
  readonly now: number;
  readonly setBy: SetBy;
  readonly about: About;
}

/**
 * A cookie seen on a site. Its value is kept only where it is a number; a login's or a form token's is nobody's business,
 * ours included.
 */
export function sightingOf(cookie: Cookie, { domain, now, setBy, about }: Circumstances): Sighting {
  const evidence = evidenceOf(cookie, domain, now);
  const verdict = corrected(judged(cookie, evidence, { noticed: about.noticed, now }), about.said);
  return {
    identifier: cookie.identifier,
    value: keptValue(evidence, verdict),
    verdict,
    party: evidence.party,
    setBy,
    expires: cookie.expires ?? 'session',
  };
}

/** What a cookie was judged to be, and what was known of it then. */
interface Judged {
  readonly party: Evidence['party'];
  readonly noticed: Noticed | null;
  /** In ms since the epoch. */
  readonly at: number;
  readonly verdict: Verdict;
}

/** Every request carries the same cookies again: they are judged once in so many ms, or when more is noticed. */
const AGAIN = 3_600_000;
const judgedBefore = new WeakMap<Cookie, Judged>();

function judged(
  cookie: Cookie,
  evidence: Evidence,
  { noticed, now }: { readonly noticed: Noticed | null; readonly now: number },
): Verdict {
  const { party } = evidence;
  const before = judgedBefore.get(cookie);
  if (before?.party === party && before.noticed === noticed && Math.abs(now - before.at) < AGAIN) return before.verdict;
  const number = noticed === null ? null : likeliestNumber(cookie.value);
  const all = noticed === null ? evidence : { ...evidence, experience: experienceOf(noticed, { number, now }) };
  const verdict = withPurpose(identify(all), all);
  judgedBefore.set(cookie, { party, noticed, at: now, verdict });
  return verdict;
}

function keptValue(evidence: Evidence, verdict: Verdict): string {
  return verdict.kind === 'random-id' ? evidence.value.slice(0, LONGEST) : (preview(evidence, verdict) ?? '');
}

/** The event of a sighting. */
export function seenEvent(
  sighting: Sighting,
  { id, at, domain }: { readonly id: string; readonly at: number; readonly domain: Domain },
): Extract<LedgerEvent, { type: 'number-seen' }> {
  return { type: 'number-seen', id, at, domain, store: sighting.identifier.store, sighting };
}
