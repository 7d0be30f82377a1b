import type { Evidence, Verdict } from '#core/verdict.ts';
import { readable } from './value.ts';

const LENGTH = 40;

/**
 * A short, harmless form of a value that is left alone: for preferences and consent choices only, one line of at most
 * 40 printable characters. `null` for what may be a secret, and for what is empty or random.
 */
export function preview(evidence: Evidence, verdict: Verdict): string | null {
  if (verdict.kind !== 'preference' && verdict.kind !== 'consent') return null;
  const line = readable(evidence.value)
    .slice(0, LENGTH * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line === '') return null;
  return line.length <= LENGTH ? line : `${line.slice(0, LENGTH - 1).trim()}…`;
}
