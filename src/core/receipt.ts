import type { ConsentForm, ConsentPurpose, ConsentRecord } from './consent.ts';

/**
 * What a person wants done with a banner. `leave`: nothing, nobody looks for one. `tell`: it is noted, and left to the
 * person. `refuse`: everything that can be refused is. `some`: everything but the purposes named; to store at all (the
 * framework's purpose 1) goes with them, unnamed. `accept`: everything is accepted, on that site alone.
 */
export type BannerWish =
  | { readonly is: 'leave' | 'tell' | 'refuse' | 'accept' }
  | { readonly is: 'some'; readonly purposes: readonly ConsentPurpose[] };

/**
 * Why a banner could not be answered. `no-way-to-refuse`: it offers none that is known. `press-failed`: what was to be
 * pressed was not there, or did nothing. `did-not-end`: it took too long. `page-gone`: the page went away meanwhile. `stood-again`: it was answered a moment ago, and stands there again.
 */
export type AnswerFailure = 'no-way-to-refuse' | 'press-failed' | 'did-not-end' | 'page-gone' | 'stood-again' | 'error';

/** What was done about a banner, as far as who did it can tell: that something was pressed, not what came of it. */
export type Answered =
  | { readonly type: 'clicked' }
  /** It was taken from sight, and nothing was answered. */
  | { readonly type: 'hidden' }
  /** It offers to pay or to accept, and is left to the person. */
  | { readonly type: 'pay-or-accept' }
  | { readonly type: 'no-banner' }
  /** There was one, and it was left alone, as was wanted. */
  | { readonly type: 'left' }
  | { readonly type: 'failed'; readonly why: AnswerFailure };

/** One purpose that lets a site do something, as a form of its has it. */
export interface PurposeStored {
  readonly form: ConsentForm;
  readonly purpose: ConsentPurpose;
  /** As the form calls it. */
  readonly name: string;
  readonly is: 'granted' | 'not-objected' | 'legitimate-interest';
}

/** How many vendors a form lets do something; `null`: it does not say. */
export interface VendorsStored {
  readonly form: ConsentForm;
  readonly granted: number | null;
  readonly legitimateInterest: number | null;
}

/**
 * Why nothing can be said of what a site stored. `nothing-stored`: no form that is known. `unreadable`: it stands there
 * and cannot be read. `says-nothing`: what can be read says nothing of what was wanted. `by-default`: the site says that
 * nobody pressed anything.
 */
export type NotReadBack = 'nothing-stored' | 'unreadable' | 'says-nothing' | 'by-default';

/** Purposes that were granted before and are no longer: a withdrawal. */
interface TookBack {
  readonly takenBack: readonly ConsentPurpose[];
}

/**
 * What came of an answer to a banner, by what the site stored. What a site needs to work is never counted. `unclear`:
 * what is let do something under a name that does not say what it is for, and may be what the site needs.
 */
export type ReceiptOutcome =
  /** Refused, and stored as refused. */
  | (TookBack & { readonly is: 'refused'; readonly unclear: readonly string[] })
  /** Refused, but the site stored something that lets it do these. */
  | (TookBack & {
      readonly is: 'refused-but-stored';
      readonly stored: readonly PurposeStored[];
      readonly vendors: readonly VendorsStored[];
    })
  /** All refused but some purposes, and stored so. */
  | (TookBack & { readonly is: 'as-chosen'; readonly unclear: readonly string[] })
  /** Some purposes chosen, and stored otherwise: `more` than was chosen, `missing`: chosen, and not stored as granted. */
  | (TookBack & {
      readonly is: 'chosen-but-stored';
      readonly more: readonly PurposeStored[];
      readonly missing: readonly ConsentPurpose[];
      readonly vendors: readonly VendorsStored[];
    })
  | { readonly is: 'accepted' }
  /** Accepted, and these are stored as refused all the same. */
  | { readonly is: 'accepted-but-stored'; readonly missing: readonly ConsentPurpose[] }
  /** Somebody pressed something, and what they wanted is not known: what is stored now. */
  | (TookBack & {
      readonly is: 'answered';
      readonly stored: readonly PurposeStored[];
      readonly refused: readonly ConsentPurpose[];
    })
  /** Something was pressed; what the site made of it could not be read back. */
  | { readonly is: 'not-read-back'; readonly why: NotReadBack }
  /** Hidden only: nothing was refused. */
  | { readonly is: 'hidden' }
  /** Pay or accept: left to you. */
  | { readonly is: 'pay-or-accept' }
  /** Left alone, as was wanted. */
  | { readonly is: 'left' }
  | { readonly is: 'no-banner' }
  | { readonly is: 'could-not'; readonly why: AnswerFailure };

/** One answer to a banner, with what was stored before and after. */
export interface Receipt {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  /** The browser's cookie store. */
  readonly store: string;
  readonly by: 'known-as' | 'person';
  /** `null`: the person pressed something themselves, and what it meant is not known. */
  readonly wanted: BannerWish | null;
  /** The name of the program that asked; `null`: not known. */
  readonly cmp: string | null;
  readonly clicks: number;
  /** What stood on the button that the person pressed, where it is one of a consent banner's words. */
  readonly pressed?: string;
  /** When they pressed it, where that is known: ms since the epoch. */
  readonly pressedAt?: number;
  /** Whether the banner was only taken from sight. */
  readonly cosmetic: boolean;
  readonly before: readonly ConsentRecord[];
  readonly after: readonly ConsentRecord[];
  readonly outcome: ReceiptOutcome;
  /** What was done instead of what was wanted: no way is known to choose purposes there, so all was refused. */
  readonly instead?: 'refuse';
  /** When the answer was taken back, in ms since the epoch. */
  readonly undone?: number;
}

/** As much of a receipt as is told in a line. */
export type BannerTold = Pick<Receipt, 'wanted' | 'outcome' | 'instead' | 'undone'>;

/**
 * What came of taking an answer back. `not-open`: no page of the site is open, which has to do it. `still-there`: what
 * the site stored could not be taken away. `nothing-to-undo`: there is no such answer, or it was taken back already.
 */
export type BannerUndone = 'undone' | 'not-open' | 'still-there' | 'nothing-to-undo';

const NO_ANSWER: ReadonlySet<ReceiptOutcome['is']> = new Set([
  'hidden',
  'pay-or-accept',
  'left',
  'no-banner',
  'could-not',
]);

/** Whether a banner was answered at all, and the answer holds: it was not taken back. */
export function isAnswered({ outcome, undone }: Pick<Receipt, 'outcome' | 'undone'>): boolean {
  return undone === undefined && !NO_ANSWER.has(outcome.is);
}
