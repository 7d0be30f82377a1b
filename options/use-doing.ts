import { useState } from 'preact/hooks';

/** What went wrong with the latest press, in its own words; `null`: nothing. */
export interface Doing {
  readonly error: string | null;
  /** Does what was pressed, then looks again, whatever came of it. */
  readonly run: (act: () => Promise<unknown>) => void;
}

/** Presses that ask the background for something to be done. */
export function useDoing(lookAgain: () => void): Doing {
  const [error, say] = useState<string | null>(null);

  async function carryOut(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      say(null);
    } catch (reason) {
      say(reason instanceof Error ? reason.message : String(reason));
    }
    lookAgain();
  }

  return { error, run: (act) => void carryOut(act) };
}
