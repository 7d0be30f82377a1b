import type { Purpose } from './verdict.ts';

/** In which form a choice was stored, by the standard or the program (CMP) whose form it is. */
export type ConsentForm =
  | 'tcf'
  | 'gpp'
  | 'us-privacy'
  | 'google-additional-consent'
  | 'google-consent-mode'
  | 'microsoft-consent-mode'
  | 'onetrust'
  | 'cookiebot'
  | 'usercentrics'
  | 'didomi'
  | 'cookieyes'
  | 'complianz'
  | 'klaro'
  | 'orejime'
  | 'osano-cookieconsent'
  | 'vanilla-cookieconsent'
  | 'tarteaucitron';

/**
 * What a choice is about, in few plain words. The first four are the classes of verdicts; `storage`: to store and read
 * at all (TCF purpose 1); `sale`: sale or sharing of data; `sensitive`: exact place, scanning the device; `all`: the site
 * tells nothing apart; `other`: its name says nothing that is known.
 */
export type ConsentPurpose =
  | Purpose
  | 'storage'
  | 'personalisation'
  | 'social'
  | 'sale'
  | 'sensitive'
  | 'all'
  | 'other';

/**
 * What is stored about one purpose. `granted`, `refused`: consent. `legitimate-interest`: no consent, and claimed on
 * legitimate interest all the same. `objected`: opted out of what needs no consent; `not-objected`: could have been, and
 * was not. `not-asked`: the form says that nobody chose, or that it does not apply. `unknown`: stored, but not what it
 * means.
 */
export type PurposeState =
  | 'granted'
  | 'refused'
  | 'legitimate-interest'
  | 'objected'
  | 'not-objected'
  | 'not-asked'
  | 'unknown';

/** A purpose or special feature by its number in the Transparency & Consent Framework. */
export interface TcfNumber {
  readonly kind: 'purpose' | 'special-feature' | 'custom-purpose';
  readonly number: number;
}

/** What a site stored about one purpose. */
export interface PurposeSaid {
  readonly purpose: ConsentPurpose;
  /** As the form calls it: `C0004`, `marketing`, `gtag`, `purpose 3`. */
  readonly name: string;
  readonly is: PurposeState;
  /** Whether it is claimed on legitimate interest, beside consent or without; `null`: the form knows no such thing. */
  readonly legitimateInterest: boolean | null;
  readonly tcf: TcfNumber | null;
}

/** Numbers from the first to the last, both counted. */
export type NumberRange = readonly [first: number, last: number];

/** How many vendors, and which, by their numbers in the form's own list; no numbers where it names them otherwise. */
export interface VendorsCounted {
  readonly count: number;
  readonly numbers: readonly NumberRange[];
}

/** Vendors by what is stored about them; `null`: the form does not say. */
export interface VendorsSaid {
  readonly granted: VendorsCounted | null;
  readonly refused: VendorsCounted | null;
  readonly legitimateInterest: VendorsCounted | null;
  /** Shown to the person, whatever they chose. */
  readonly disclosed: VendorsCounted | null;
}

/** What a publisher changed for vendors at one TCF purpose. */
export interface PublisherRestriction {
  readonly purpose: number;
  readonly is: 'forbidden' | 'consent-only' | 'legitimate-interest-only';
  readonly vendors: VendorsCounted;
}

/** Opt-outs; `null`: not stated, or it does not apply. */
export interface ConsentSignals {
  /** Whether Global Privacy Control was noticed when the choice was stored. */
  readonly gpc: boolean | null;
  readonly saleOptOut: boolean | null;
  readonly sharingOptOut: boolean | null;
  readonly targetedAdvertisingOptOut: boolean | null;
}

/**
 * How the choice came to be, as far as the form states it. `person`: by something the person pressed. `default`: nobody
 * pressed anything. `unknown`: the form does not say.
 */
export type ChosenBy = 'person' | 'default' | 'unknown';

/**
 * Why there is less to read than there should be. `unreadable`: it is not in the form its name promises, or is cut off.
 * `too-long`: more than anybody's form needs, and not looked at. `old-version`: of a version that is no longer in force.
 * `no-reader`: known by its name alone. `incomplete`: what could be read is here, and something could not.
 */
export type ConsentProblem = 'unreadable' | 'too-long' | 'old-version' | 'no-reader' | 'incomplete';

/** Where a text of a choice stood: `live`, answered by the page's own interface; `request`, sent with a request. */
export type ConsentArea = 'cookie' | 'local-storage' | 'session-storage' | 'live' | 'request';

/** One text of a choice, byte for byte as it stood. `name`: of the cookie, key, interface or parameter. */
export interface ConsentText {
  readonly area: ConsentArea;
  readonly name: string;
  readonly value: string;
}

/** The program that asked. `id`: its number in the IAB's list of CMPs. */
export interface ConsentAsker {
  readonly name: string | null;
  readonly id: number | null;
  readonly version: string | null;
}

/** What a site stored about a person's choice, read from one form. */
export interface ConsentRecord {
  readonly form: ConsentForm;
  /** What it was read from; more than one where a form spreads over several cookies. */
  readonly texts: readonly ConsentText[];
  readonly problem: ConsentProblem | null;
  readonly cmp: ConsentAsker;
  readonly by: ChosenBy;
  readonly purposes: readonly PurposeSaid[];
  /** What holds for purposes that are not listed: a form that lists only what was accepted leaves out what was refused. */
  readonly unlisted: 'refused' | 'not-stated';
  readonly vendors: VendorsSaid;
  readonly restrictions: readonly PublisherRestriction[];
  /** When it was stored first, in ms since the epoch, by the form itself; `null`: it does not say. */
  readonly at: number | null;
  /** When it was stored last. */
  readonly updated: number | null;
  readonly signals: ConsentSignals;
  /** Whose rules it is made for, as the form calls them: a country (`DE`), a state (`US-CA`), a framework's section (`usnat`). */
  readonly jurisdictions: readonly string[];
}
