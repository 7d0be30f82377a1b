import { plainText } from '#core/plain-text.ts';
import type { Evidence, Verdict } from '#core/verdict.ts';
import { readable } from './value.ts';

const LENGTH = 40;

/**
 * A short, harmless form of a value that is left alone: for preferences and consent choices only, one line of at most
 * 40 printable characters. `null` for what may be a secret, and for what is empty or random.
 */
export function preview(evidence: Evidence, verdict: Verdict): string | null {
  if (verdict.kind !== 'preference' && verdict.kind !== 'consent') return null;
  const line = plainText(readable(evidence.value), LENGTH);
  return line === '' ? null : line;
}
