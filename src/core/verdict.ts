import type { Experience } from './noticed.ts';

/** What kind of thing a stored value is. Kind, not randomness, decides what may be touched: a login is random too. */
export type Kind = 'random-id' | 'login' | 'security' | 'consent' | 'preference' | 'cart' | 'unknown';

/** What it is for, in the four classes that consent notices use. */
export type Purpose = 'necessary' | 'functional' | 'analytics' | 'advertising';

/** How a claim is known: stated by the payload itself, worked out by us, looked up afterwards, or said by the person. */
export type Basis = 'stated' | 'inferred' | 'verified' | 'said';

/** Why a verdict is what it is. `says` names a text in `_locales`, `args` fill its places. */
export interface Reason {
  readonly says: ReasonKey;
  readonly args: readonly string[];
  readonly basis: Basis;
}

/** Every reason a verdict can give; each has a text `reason_<key>` in `_locales`. */
export type ReasonKey =
  | 'knownName'
  | 'knownFormat'
  | 'uuid'
  | 'randomBits'
  | 'lastsLong'
  | 'lastsSession'
  | 'neverExpires'
  | 'partOfValue'
  | 'httpOnly'
  | 'nameSaysLogin'
  | 'nameSaysSecurity'
  | 'nameSaysConsent'
  | 'nameSaysPreference'
  | 'nameSaysCart'
  | 'consentString'
  | 'hostPrefix'
  | 'shortValue'
  | 'plainWord'
  | 'onlyTime'
  | 'notRandom'
  | 'signedToken'
  | 'listedNecessary'
  | 'listedFunctional'
  | 'listedAnalytics'
  | 'listedAdvertising'
  | 'ofCompany'
  | 'resemblesNecessary'
  | 'resemblesAnalytics'
  | 'resemblesAdvertising'
  | 'byName'
  | 'byValue'
  | 'byLifetime'
  | 'byAttributes'
  | 'byHistory'
  | 'byCompany'
  | 'sentOn'
  | 'anotherAfterReset'
  | 'sameAfterReset'
  | 'workedOutOrKept'
  | 'stayedSame'
  | 'stayedDays'
  | 'bornInSignIn'
  | 'anotherWithoutCookies'
  | 'sameWithoutCookies'
  | 'writtenByScriptOf'
  | 'saidNumber'
  | 'saidNoNumber';

export interface Verdict {
  readonly kind: Kind;
  readonly purpose: Purpose;
  /** From 0 (a guess) to 1 (certain). */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** For a `random-id`: the part of the value that identifies, decoded; constant while the rest may change. */
  readonly token: string | null;
  /** The company whose known format or name this is, where there is one. */
  readonly vendor: string | null;
  /** What we made of it ourselves, where the person says otherwise. */
  readonly ours?: Verdict;
}

/** What is known about a stored value when it is judged. */
export interface Evidence {
  readonly area: 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db';
  readonly name: string;
  readonly value: string;
  readonly host: string;
  /** Seconds it was made to last when set; `null`: for the browser session; `Infinity` has no place in JSON, so web storage that never expires is `'never'`. */
  readonly lifetime: number | null | 'never';
  readonly httpOnly: boolean;
  readonly party: 'first' | 'third';
  /** What became of it so far; absent where it was not watched before. */
  readonly history?: History;
  /** What was noticed of it since; absent where nothing was. */
  readonly experience?: Experience;
}

/** How often a value was written again, and how many different ones there were. */
export interface History {
  readonly updates: number;
  readonly values: number;
}
