import type { Verdict } from '#core/verdict.ts';
import { numberIn } from './randomness.ts';
import { partsOf, readable } from './value.ts';

/** The part of a value that is most likely a number, whatever the value is; `null`: no part of it can be. */
export function likeliestNumber(value: string): string | null {
  return numberIn(partsOf(readable(value)))?.text ?? null;
}

/** The part of a value that would be the number if it were one, where nothing but its looks was against it. */
export function mayBeNumber(value: string, { kind, vendor }: Verdict): string | null {
  if (kind !== 'unknown' || vendor !== null) return null;
  return likeliestNumber(value);
}
