import { useState } from 'preact/hooks';

export interface Doing {
  /** What went wrong with the latest press, in its own words; `null`: nothing. */
  readonly error: string | null;
  /** Does what was pressed, then looks again, whatever came of it. */
  readonly run: (act: () => Promise<unknown>) => void;
  /** The same for a press whose answer matters; `null`: it could not be carried out. */
  readonly tried: <Answer>(act: () => Promise<Answer>) => Promise<Answer | null>;
}

/** Presses that ask the background for something to be done. */
export function useDoing(lookAgain: () => void): Doing {
  const [error, say] = useState<string | null>(null);

  async function tried<Answer>(act: () => Promise<Answer>): Promise<Answer | null> {
    try {
      const answer = await act();
      say(null);
      return answer;
    } catch (reason) {
      say(reason instanceof Error ? reason.message : String(reason));
      return null;
    } finally {
      lookAgain();
    }
  }

  return { error, run: (act) => void tried(act), tried };
}
