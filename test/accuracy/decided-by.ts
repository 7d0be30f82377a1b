import type { Reason } from '#core/verdict.ts';
import { isOpen } from '#identify/purpose.ts';
import type { Judged } from './measure.ts';

/** What decided what a cookie is for, the surest first. */
export const DECIDERS = ['a known format', 'a known name', 'what kind of thing it is', 'the model'] as const;
export type Decider = (typeof DECIDERS)[number];

/** What decided what a cookie is for. */
export function decidedBy({ verdict }: Judged): Decider {
  const has = (says: Reason['says']): boolean => verdict.reasons.some((reason) => reason.says === says);
  if (isOpen(verdict)) return 'the model';
  if (has('knownFormat')) return 'a known format';
  return has('knownName') ? 'a known name' : 'what kind of thing it is';
}
