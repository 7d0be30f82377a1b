import type { Evidence, Reason, ReasonKey } from '#core/verdict.ts';

const DAY = 86_400;

/** How long a value was made to last, in the steps that matter. */
export type Lasting = 'session' | 'day' | 'month' | 'long';

export function lasting(lifetime: Evidence['lifetime']): Lasting {
  if (lifetime === 'never') return 'long';
  if (lifetime === null) return 'session';
  if (lifetime < DAY) return 'day';
  return lifetime < 29 * DAY ? 'month' : 'long';
}

/** Seconds for which a value was seen to stay, where that says more than what the browser was told; else 0. */
function stayedFor({ lifetime, httpOnly, experience }: Evidence): number {
  const sameFor = experience?.sameFor ?? 0;
  // People stay signed in for weeks: what no script can read may be their login.
  return httpOnly || lasting(lifetime) === 'long' || sameFor < 2 * DAY ? 0 : sameFor;
}

/** How long it lasts, as far as told or seen: a value for the browser session may stay for months all the same. */
export function lastingSeen(evidence: Evidence): Lasting {
  const { lifetime } = evidence;
  const sameFor = stayedFor(evidence);
  if (sameFor === 0) return lasting(lifetime);
  return lasting(Math.max(sameFor, typeof lifetime === 'number' ? lifetime : 0));
}

export function inferred(says: ReasonKey, ...args: readonly string[]): Reason {
  return { says, args, basis: 'inferred' };
}

const ORDINALS = ['1st', '2nd', '3rd'];
const NAMED = /([\w$-]{1,40})["']?\s{0,3}[=:]\s{0,3}["']?$|([A-Z]{4,12})\|$/u;
/** What looks like a name and is none: a count, and the mark before a signed value. */
const NO_NAME = /^(?:\d+|s)$/u;
const SEPARATORS = /[.|:^&,;~#]/gu;

function separators(text: string): number {
  return text.match(SEPARATORS)?.length ?? 0;
}

/** Where a number stands in its value: the name before it, or its place among the parts; `null` where it is all of it. */
export function placeIn(text: string, token: string, key: string): string | null {
  const at = text.indexOf(token);
  // What was in base64 within the value is found by its name alone.
  if (at === -1) return key === '' ? null : key;
  if (text.replace(/["'\s]/gu, '') === token) return null;
  const named = NAMED.exec(text.slice(Math.max(0, at - 60), at));
  const name = key === '' ? (named?.[1] ?? named?.[2]) : key;
  if (name !== undefined && !NO_NAME.test(name)) return name;
  if (at + token.length === text.length) return separators(token) === 1 ? 'last two parts' : 'last part';
  const place = separators(text.slice(0, at));
  return `${ORDINALS[place] ?? `${place + 1}th`} part`;
}

/** What became of the value since it came, as it was seen. */
export function seenReasons(evidence: Evidence): readonly Reason[] {
  if (evidence.experience === undefined) return [];
  const { sentOn, withoutCookies } = evidence.experience;
  const sameFor = stayedFor(evidence);
  const reasons: Reason[] = [];
  if (sentOn.length > 0) reasons.push({ says: 'sentOn', args: [sentOn.join(', ')], basis: 'verified' });
  if (withoutCookies === 'another') reasons.push({ says: 'anotherWithoutCookies', args: [], basis: 'verified' });
  if (withoutCookies === 'same') reasons.push({ says: 'sameWithoutCookies', args: [], basis: 'verified' });
  if (sameFor > 0) reasons.push({ says: 'stayedDays', args: [String(Math.floor(sameFor / DAY))], basis: 'verified' });
  return reasons;
}

/** What the browser was told about the value: how long to keep it, and from whom. */
export function statedReasons(evidence: Evidence): readonly Reason[] {
  const reasons: Reason[] = [];
  const { lifetime } = evidence;
  if (lifetime === 'never') reasons.push({ says: 'neverExpires', args: [], basis: 'stated' });
  else if (lifetime === null) reasons.push({ says: 'lastsSession', args: [], basis: 'stated' });
  else if (lasting(lifetime) === 'long') {
    reasons.push({ says: 'lastsLong', args: [String(Math.round(lifetime / DAY))], basis: 'stated' });
  }
  if (evidence.httpOnly) reasons.push({ says: 'httpOnly', args: [], basis: 'stated' });
  const prefix = /^__(?:Host|Secure)-/u.exec(evidence.name)?.[0];
  if (prefix !== undefined) reasons.push({ says: 'hostPrefix', args: [prefix], basis: 'stated' });
  return reasons;
}
