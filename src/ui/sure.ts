import type { Verdict } from '#core/verdict.ts';
import { whyWords } from './words-why.ts';
import { words } from './words.ts';

/** What a value is taken for, and how surely. */
export type Judged = Pick<Verdict, 'kind' | 'confidence' | 'reasons'>;

/** What a value is taken for, in a word or two. */
export function kindText(kind: Verdict['kind']): string {
  return kind === 'random-id' ? whyWords.number() : words.kind[kind]();
}

/** How surely, in words. */
export function sureText({ confidence }: Pick<Judged, 'confidence'>): string {
  if (confidence >= 0.9) return whyWords.sure();
  return confidence >= 0.7 ? whyWords.fairlySure() : whyWords.guess();
}
