import { setTimeout as pause } from 'node:timers/promises';

/** ms; less where what is waited for is known not to come (`npm run switched-off`). */
const PATIENCE = Number(process.env['KNOWN_AS_PATIENCE'] ?? 20_000);
const BETWEEN = 40;

type Falsy = false | null | undefined | 0 | '';

/**
 * Looks again and again until there is something to see, and returns it. After 20 s it throws, saying what was waited
 * for and the last error met on the way, if any.
 */
export async function until<Seen>(
  what: string,
  look: () => Promise<Seen> | Seen,
  { patience = PATIENCE } = {},
): Promise<Exclude<Seen, Falsy>> {
  const end = Date.now() + patience;
  let cause: unknown;
  do {
    try {
      const seen = await look();
      if (seen) return seen as Exclude<Seen, Falsy>;
      cause = undefined;
    } catch (error) {
      // A page may be between two documents: looking again is the answer.
      cause = error;
    }
    await pause(BETWEEN);
  } while (Date.now() < end);
  throw new Error(`Waited in vain for ${what}`, { cause });
}
