import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { Answered, BannerWish, NotReadBack, PurposeStored, ReceiptOutcome } from '#core/receipt.ts';
import { answerOfAll } from './answer.ts';
import { letDo, refusedIn, unclearIn, vendorsLet } from './let-do.ts';
import { allows, isAnswer } from './wish.ts';

/** What was wanted, what was done, and what stood there before and after. */
interface Answer {
  readonly wanted: BannerWish | null;
  readonly answered: Answered;
  readonly before: readonly ConsentRecord[];
  readonly after: readonly ConsentRecord[];
}

/** Purposes that were granted before, and that everything says no to now. */
function takenBack({ before, after }: Answer): readonly ConsentPurpose[] {
  const was = new Set(letDo(before).flatMap(({ purpose, is }) => (is === 'granted' ? [purpose] : [])));
  return [...was].filter((purpose) => refuses(after, purpose));
}

function refuses(records: readonly ConsentRecord[], purpose: ConsentPurpose): boolean {
  const answer = answerOfAll(records, purpose);
  return answer === 'refused' || answer === 'objected';
}

/** Why nothing can be said of what is stored; `null`: it can. */
function whyUnsaid(after: readonly ConsentRecord[]): NotReadBack | null {
  if (after.length === 0) return 'nothing-stored';
  // What cannot be read may say anything: beside it nothing is proved.
  if (after.some(({ problem }) => problem !== null)) return 'unreadable';
  return after.every(({ by }) => by === 'default') ? 'by-default' : null;
}

/** Why it cannot be said that a refusal is stored; `null`: it can. */
function whyNotRefused(after: readonly ConsentRecord[]): NotReadBack | null {
  const why = whyUnsaid(after);
  if (why !== null) return why;
  const refused = refusedIn(after.filter(({ by }) => by !== 'default'));
  const isTold = refused.some((purpose) => purpose !== 'other') || unclearIn(after).length === 0;
  return refused.length > 0 && isTold ? null : 'says-nothing';
}

/** Vendors of forms that know no purposes, and of those whose purposes are stored. */
function vendorsOf(after: readonly ConsentRecord[], stored: readonly PurposeStored[]) {
  const forms = new Set(stored.map(({ form }) => form));
  const withoutPurposes = after.filter(({ form, purposes }) => purposes.length === 0 || forms.has(form));
  return vendorsLet(withoutPurposes);
}

function ofRefusal(answer: Answer): ReceiptOutcome {
  const { after } = answer;
  const stored = letDo(after);
  const vendors = vendorsOf(after, stored);
  if (stored.length > 0 || vendors.length > 0) {
    return { is: 'refused-but-stored', stored, vendors, takenBack: takenBack(answer) };
  }
  const why = whyNotRefused(after);
  if (why !== null) return { is: 'not-read-back', why };
  return { is: 'refused', unclear: unclearIn(after), takenBack: takenBack(answer) };
}

/** Purposes that were said yes to, and that records say no to. */
function missingIn(after: readonly ConsentRecord[], purposes: readonly ConsentPurpose[]): readonly ConsentPurpose[] {
  return purposes.filter((purpose) => refuses(after, purpose));
}

function ofChosen(wish: Extract<BannerWish, { is: 'some' }>, answer: Answer): ReceiptOutcome {
  const { after } = answer;
  const more = letDo(after).filter(({ purpose }) => !allows(wish, purpose));
  const missing = missingIn(after, wish.purposes);
  if (more.length > 0 || missing.length > 0) {
    return {
      is: 'chosen-but-stored',
      more,
      missing,
      vendors: vendorsOf(after, more),
      takenBack: takenBack(answer),
    };
  }
  const isGranted = wish.purposes.every((purpose) => answerOfAll(after, purpose) === 'granted');
  const why = whyUnsaid(after);
  if (why !== null) return { is: 'not-read-back', why };
  if (!isGranted) return { is: 'not-read-back', why: 'says-nothing' };
  return { is: 'as-chosen', unclear: unclearIn(after), takenBack: takenBack(answer) };
}

/** What a form has as refused where it was never asked for, too: the framework's special features, a site's own purposes. */
const OFTEN_NOT_ASKED: ReadonlySet<ConsentPurpose> = new Set(['sensitive', 'other']);

function ofAcceptance({ after }: Answer): ReceiptOutcome {
  const refused = refusedIn(after).filter((purpose) => !OFTEN_NOT_ASKED.has(purpose) && refuses(after, purpose));
  if (refused.length > 0) return { is: 'accepted-but-stored', missing: refused };
  // Where nothing needs consent, to accept is not to object.
  const isLet = letDo(after).some(({ is }) => is !== 'legitimate-interest');
  if (isLet) return { is: 'accepted' };
  return { is: 'not-read-back', why: whyUnsaid(after) ?? 'says-nothing' };
}

/** The person pressed something themselves: what is stored now is all that is known. */
function ofPress(answer: Answer): ReceiptOutcome {
  const { after } = answer;
  const stored = letDo(after);
  const refused = refusedIn(after).filter((purpose) => refuses(after, purpose));
  if (stored.length > 0 || refused.length > 0) {
    return { is: 'answered', stored, refused, takenBack: takenBack(answer) };
  }
  return { is: 'not-read-back', why: whyUnsaid(after) ?? 'says-nothing' };
}

/**
 * What came of an answer to a banner. A click is no outcome: it is what the site stored, compared with what was wanted. A
 * refusal is said to be stored only where a form that can be read says so and nothing beside it says otherwise; legitimate
 * interest left on is stored otherwise. Of several records that contradict one another the one counts that lets the site do
 * most; the same in two places counts once.
 */
export function outcomeOf(answer: Answer): ReceiptOutcome {
  const { answered, wanted } = answer;
  switch (answered.type) {
    case 'hidden':
    case 'pay-or-accept':
    case 'no-banner':
    case 'left':
      return { is: answered.type };
    case 'failed':
      return { is: 'could-not', why: answered.why };
    case 'clicked':
      if (!isAnswer(wanted)) return ofPress(answer);
      if (wanted.is === 'accept') return ofAcceptance(answer);
      return wanted.is === 'some' && wanted.purposes.length > 0 ? ofChosen(wanted, answer) : ofRefusal(answer);
  }
}
