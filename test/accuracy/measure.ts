import type { Evidence, Purpose, Verdict } from '#core/verdict.ts';
import type { Class } from '#identify/model.ts';
import type { LabelledCookie } from './labelled.ts';

/** How many cookies of a declared class were judged to be of which. */
export type Confusion = Readonly<Record<Class, Readonly<Record<Class, number>>>>;

/** What came of judging labelled cookies; shares are fractions of 1, `NaN` where there are none of the kind. */
export interface Accuracy {
  readonly confusion: Confusion;
  /** Share of all whose class is right. */
  readonly accuracy3: number;
  /** Share of those declared necessary that are taken for a visitor's number, which Ask and Block act on. */
  readonly necessaryAsRandomId: number;
  /** Share of those declared for analytics or advertising that are found to be one. */
  readonly analyticsAdsFound: number;
}

/** A cookie that was judged. */
export interface Judged extends LabelledCookie {
  readonly verdict: Verdict;
}

export type Judge = (evidence: Evidence) => Verdict;

/** The class of a purpose. */
export function classOf(purpose: Purpose): Class {
  return purpose === 'functional' ? 'necessary' : purpose;
}

/** Judges each cookie by itself. */
export function judgeAll(cookies: readonly LabelledCookie[], judge: Judge): readonly Judged[] {
  return cookies.map((cookie) => ({ ...cookie, verdict: judge(cookie.evidence) }));
}

function confusionOf(judged: readonly Judged[]): Confusion {
  const count = (declared: Class, found: Class): number =>
    judged.filter(({ purpose, verdict }) => classOf(purpose) === declared && classOf(verdict.purpose) === found).length;
  const row = (declared: Class): Readonly<Record<Class, number>> => ({
    necessary: count(declared, 'necessary'),
    analytics: count(declared, 'analytics'),
    advertising: count(declared, 'advertising'),
  });
  return { necessary: row('necessary'), analytics: row('analytics'), advertising: row('advertising') };
}

function share(judged: readonly Judged[], has: (one: Judged) => boolean): number {
  return judged.filter(has).length / judged.length;
}

/** Measures verdicts against what sites declared, which is sometimes wrong. */
export function measure(judged: readonly Judged[]): Accuracy {
  const isNumber = ({ verdict }: Judged): boolean => verdict.kind === 'random-id';
  const tracking = judged.filter(({ purpose }) => purpose === 'analytics' || purpose === 'advertising');
  return {
    confusion: confusionOf(judged),
    accuracy3: share(judged, ({ purpose, verdict }) => classOf(purpose) === classOf(verdict.purpose)),
    necessaryAsRandomId: share(
      judged.filter(({ purpose }) => purpose === 'necessary'),
      isNumber,
    ),
    analyticsAdsFound: share(tracking, isNumber),
  };
}

/** A generator of numbers below `most`, the same ones every time. (xorshift, Marsaglia 2003) */
function sameNumbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

const CONSONANTS = 'bcdfghjklmnprstvz';
const VOWELS = 'aeiou';

/** The same cookies under words that mean nothing, so that no name helps. */
export function renamed(cookies: readonly LabelledCookie[]): readonly LabelledCookie[] {
  const below = sameNumbers(0x9e_37_79_b9);
  const syllable = (): string => (CONSONANTS[below(17)] ?? '') + (VOWELS[below(5)] ?? '');
  return cookies.map((cookie) => {
    const name = Array.from({ length: 2 + below(4) }, syllable).join('');
    return { ...cookie, evidence: { ...cookie.evidence, name } };
  });
}
