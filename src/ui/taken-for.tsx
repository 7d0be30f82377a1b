import type { Correction } from '#core/correction.ts';
import { type Judged, kindText, sureText } from './sure.ts';
import { whyWords } from './words-why.ts';

/** What a value is taken for and how surely; or what the person says it is. */
export function TakenFor({ of, said }: { readonly of: Judged; readonly said: Correction | null }) {
  return (
    <>
      {kindText(of.kind)}
      <small>{said === null ? sureText(of) : whyWords.said()}</small>
    </>
  );
}
