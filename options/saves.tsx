import { useState } from 'preact/hooks';
import { optionWords } from '#ui/words-options.ts';

/** A button that gathers something into a file, and says how far it is. */
export function Saves({
  name,
  save,
}: {
  readonly name: string;
  /** Gathers and saves it; `now`: ms since the epoch. */
  readonly save: (now: number) => Promise<void>;
}) {
  const [said, say] = useState('');

  async function press(): Promise<void> {
    say(optionWords.saving());
    try {
      await save(Date.now());
      say(optionWords.saved());
    } catch (error) {
      say(optionWords.notDone(error instanceof Error ? error.message : String(error)));
    }
  }

  return (
    <>
      <span class="said" role="status">
        {said}
      </span>
      <button type="button" class="button" onClick={() => void press()}>
        {name}
      </button>
    </>
  );
}
