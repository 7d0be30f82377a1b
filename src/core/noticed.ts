import type { Identifier, IdentifierKey } from './identifier.ts';
import type { Domain } from './site.ts';

/** What became of a stored value after it came, which a look at it alone does not tell. All of it was seen. */
export interface Experience {
  /** It was set by the answer to a sign-in. */
  readonly signIn: boolean;
  /** Domains that the site's pages sent it on to in an address, at most 3. */
  readonly sentOn: readonly Domain[];
  /** What two visits without cookies got under its name: another value each, or the same; `null`: nobody tried. */
  readonly withoutCookies: 'another' | 'same' | null;
  /** For how long it has been the same, in seconds; 0 where that was not watched. */
  readonly sameFor: number;
}

/** How a value is recognised without being kept. */
export interface Sameness {
  /** Too short to tell what it was; another value has the same by chance once in some million. */
  readonly print: string;
  /** When it was first seen, in ms since the epoch. */
  readonly since: number;
}

/** What was noticed of one stored value. It holds no value. */
export interface Noticed {
  readonly identifier: Identifier;
  /** The site it was noticed on, with which it is wiped. */
  readonly domain: Domain;
  /** When something was noticed last, in ms since the epoch. */
  readonly at: number;
  readonly signIn: boolean;
  readonly sentOn: readonly Domain[];
  readonly withoutCookies: Experience['withoutCookies'];
  readonly same: Sameness | null;
}

/** All that was noticed, by where it stands. */
export type AllNoticed = Readonly<Record<IdentifierKey, Noticed>>;

/** So many domains are named. */
export const NAMED_DOMAINS = 3;

/** What changes when something is noticed; what is left out stays. */
export type News = Partial<Pick<Noticed, 'signIn' | 'withoutCookies' | 'same'>> & {
  /** One more domain that got it. */
  readonly sentTo?: Domain;
};

/** Nothing noticed yet. */
export function nothingNoticed(identifier: Identifier, domain: Domain): Noticed {
  return { identifier, domain, at: 0, signIn: false, sentOn: [], withoutCookies: null, same: null };
}

/** The same with what is new; the very same object where nothing is. */
export function withNews(noticed: Noticed, { sentTo, ...news }: News, at: number): Noticed {
  const sentOn = sentTo === undefined ? noticed.sentOn : [...new Set([...noticed.sentOn, sentTo])];
  const next = { ...noticed, ...news, sentOn: sentOn.slice(0, NAMED_DOMAINS) };
  return JSON.stringify(next) === JSON.stringify(noticed) ? noticed : { ...next, at };
}

/** What it means for the verdict on a number now (ms since the epoch); `null`: there is none in the value. */
export function experienceOf(
  { signIn, sentOn, withoutCookies, same }: Noticed,
  { number, now }: { readonly number: string | null; readonly now: number },
): Experience {
  const isSame = same !== null && number !== null && printOf(number) === same.print;
  const sameFor = isSame ? Math.max(0, Math.floor((now - same.since) / 1000)) : 0;
  return { signIn, sentOn, withoutCookies, sameFor };
}

/**
 * What a value is recognised by: 24 bits of its FNV-1a hash.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function printOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return ((hash ^ (hash >>> 24)) & 0xff_ff_ff).toString(36);
}
