import type { ConsentPurpose, ConsentRecord, ConsentText, PurposeState } from './consent.ts';
import type { Carriage, Expiry, Party, SetBy } from './event.ts';
import type { BannerWish } from './receipt.ts';
import type { Domain } from './site.ts';
import type { Basis, Verdict } from './verdict.ts';

interface At {
  /** ms since the epoch. */
  readonly at: number;
}

/** A page of the site was asked for. */
export interface PageAskedFor extends At {
  readonly type: 'page';
  /** Whether `Sec-GPC: 1` went with it. */
  readonly gpc: boolean;
}

/**
 * A stored value was seen. `found`: it was there before the visit. `renewed`: it was there, and was stored again with the
 * same number.
 */
export interface NumberStored extends At {
  readonly type: 'number';
  readonly how: 'assigned' | 'renewed' | 'found';
  /** The key of the number. */
  readonly number: string;
  /** Of the cookie, or the key of web storage. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly party: Party;
  readonly setBy: SetBy;
  /** When the browser may drop it, as it was set. */
  readonly expires: Expiry;
}

/** How long a site says, in its banner or its policy, that something is kept. */
export interface Declared {
  readonly name: string;
  /** In seconds; `unlimited`: no end is named. */
  readonly lasts: number | 'session' | 'unlimited';
}

/** The site says how long something is kept. */
export interface DurationDeclared extends At, Declared {
  readonly type: 'declared';
}

/** A request left. */
export interface RequestSent extends At {
  readonly type: 'request';
  readonly recipient: Domain;
  /** Keys of the numbers it carried, and where. */
  readonly carried: readonly { readonly number: string; readonly as: Carriage }[];
  /** What the request itself says of consent; none where nothing of it can be read. */
  readonly states: readonly ConsentRecord[];
  /** Whether `Sec-GPC: 1` went with it. */
  readonly gpc: boolean;
}

/** A banner was there to be answered; `cmp`: the name of its program, where it is known. */
export interface BannerSeen extends At {
  readonly type: 'banner';
  readonly cmp: string | null;
}

/** What the site had stored about a choice when the visit began. */
export interface ChoiceFound extends At {
  readonly type: 'choice-found';
  readonly records: readonly ConsentRecord[];
}

/** Something was stored about a choice. A withdrawal is a later one that takes back what an earlier one granted. */
export interface ChoiceStored extends At {
  readonly type: 'choice';
  readonly records: readonly ConsentRecord[];
  /** Who pressed something; `nobody`: no press was seen. */
  readonly by: 'person' | 'known-as' | 'nobody';
  /** `null`: not known. */
  readonly wanted: BannerWish | null;
  /** When it was pressed, which is before it is stored; `null`: not known. */
  readonly pressed: number | null;
}

/** One moment of a visit to a site. */
export type VisitMoment =
  | PageAskedFor
  | NumberStored
  | DurationDeclared
  | RequestSent
  | BannerSeen
  | ChoiceFound
  | ChoiceStored;

/** What a finding may be about; where each comes from stands in `consent/rules`. */
export type RuleId =
  | 'before-choice'
  | 'after-refusal'
  | 'after-withdrawal'
  | 'longer-than-declared'
  | 'consent-without-press'
  | 'refusal-stored-as-consent'
  | 'legitimate-interest-left-on'
  | 'gpc-not-honoured'
  | 'hit-contradicts-choice';

/** A law, judgment or standard that says what a finding is measured by. */
export interface RuleSource {
  readonly name: string;
  /** The article, section or paragraph. */
  readonly part: string;
  readonly url: string;
}

/** One thing that shows it. Times: ms since the epoch. */
export type FindingEvidence =
  | {
      readonly type: 'number';
      readonly at: number;
      readonly number: string;
      readonly name: string;
      readonly purpose: Verdict['purpose'];
      readonly expires: Expiry;
    }
  | { readonly type: 'recipient'; readonly at: number; readonly recipient: Domain }
  | {
      readonly type: 'choice';
      readonly at: number;
      readonly by: ChoiceStored['by'] | 'earlier-visit';
      readonly wanted: BannerWish | null;
    }
  | {
      readonly type: 'purpose';
      readonly purpose: ConsentPurpose;
      readonly name: string;
      readonly is: PurposeState;
    }
  | { readonly type: 'text'; readonly text: ConsentText }
  | { readonly type: 'declared'; readonly at: number; readonly lasts: number | 'session' }
  | { readonly type: 'gpc'; readonly at: number };

/** Something in a visit that is not as a rule has it, and has no innocent reading that is known. */
export interface Finding {
  readonly rule: RuleId;
  /** When it came to be: ms since the epoch. */
  readonly at: number;
  /** `stated`: by what the site stored, sent or declared alone; `inferred`: a judgement of ours is part of it. */
  readonly basis: Extract<Basis, 'stated' | 'inferred'>;
  readonly evidence: readonly FindingEvidence[];
}

/** A site's latest visit, with what was found in it. */
export interface VisitReport {
  /** When its first page was opened, and when something was seen last: ms since the epoch. */
  readonly start: number;
  readonly last: number;
  /** In the order in which they were told. */
  readonly moments: readonly VisitMoment[];
  readonly findings: readonly Finding[];
  /** Where the rules come from by which something was found. */
  readonly rules: Readonly<Partial<Record<RuleId, readonly RuleSource[]>>>;
  /** What is stored of a choice now, by purpose, where several records say several things by what lets a site do most. */
  readonly stored: readonly { readonly purpose: ConsentPurpose; readonly is: PurposeState }[];
  /** Whether more happened than is kept. */
  readonly overflowed: boolean;
}
