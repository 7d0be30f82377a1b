import { isAnswered, type Receipt } from '#core/receipt.ts';
import type { Purpose } from '#core/verdict.ts';
import { allows, isAnswer } from './wish.ts';

/** What numbers may be for, beyond what a site needs to work. */
const BEYOND: readonly Purpose[] = ['analytics', 'advertising'];

/**
 * What a site may not do by the answer that a receipt is of: by what was wanted where that is known, else by what was
 * stored. Nothing, where nothing was answered, or the answer was taken back.
 */
export function refusedPurposes(receipt: Receipt): readonly Purpose[] {
  const { wanted, outcome } = receipt;
  if (!isAnswered(receipt)) return [];
  if (isAnswer(wanted)) return BEYOND.filter((purpose) => !allows(wanted, purpose));
  if (outcome.is !== 'answered') return [];
  const stored = new Set(outcome.stored.map(({ purpose }) => purpose));
  return BEYOND.filter(
    (purpose) =>
      (outcome.refused.includes(purpose) || outcome.refused.includes('all')) &&
      !stored.has(purpose) &&
      !stored.has('all'),
  );
}
