import type { Correction, Said } from '#core/correction.ts';
import { type Identifier, nameOf } from '#core/identifier.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { day } from './amounts.ts';
import { legible } from './hostile.ts';
import { Icon } from './icon.tsx';
import { useNow } from './now.ts';
import { whyWords } from './words-why.ts';

/** Says what a stored value is; `null` takes it back. */
export type CorrectThis = (identifier: Identifier, is: Said | null) => void;

/** What carries a correction out; `null`: here nothing can be said. */
export const Correcting = createContext<CorrectThis | null>(null);

/** Takes back what was said of one value. */
export function TakeBack({ of }: { readonly of: Correction }) {
  const correct = useContext(Correcting);
  if (correct === null) return null;
  const text = whyWords.takeBack();
  return (
    <button
      type="button"
      class="button correct"
      data-correct="none"
      aria-label={whyWords.sayOf(text, legible(nameOf(of.identifier)))}
      onClick={() => correct(of.identifier, null)}
    >
      <Icon name="undo" />
      {text}
    </button>
  );
}

/** The one press against a verdict, with what it does; or what was said, and the press that takes it back. */
export function Correct({
  identifier,
  said,
  isNumber,
}: {
  readonly identifier: Identifier;
  readonly said: Correction | null;
  readonly isNumber: boolean;
}) {
  const now = useNow();
  const correct = useContext(Correcting);
  if (correct === null) return null;
  if (said !== null) {
    return (
      <div class="correcting">
        <p>{whyWords.saidOn[said.is](day(said.at, now))}</p>
        <TakeBack of={said} />
      </div>
    );
  }
  const is: Said = isNumber ? 'no-number' : 'number';
  return (
    <div class="correcting">
      <p>{whyWords.does[is]()}</p>
      <button
        type="button"
        class="button correct"
        data-correct={is}
        aria-label={whyWords.sayOf(whyWords.say[is](), legible(nameOf(identifier)))}
        onClick={() => correct(identifier, is)}
      >
        {whyWords.say[is]()}
      </button>
    </div>
  );
}
