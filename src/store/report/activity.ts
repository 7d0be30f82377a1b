import type { ActRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** Most acts of one moment that are read together; one choice takes at most what a site stores. */
const MOST_AT_ONCE = 5000;

/**
 * What was done on all sites before a moment (ms), newest first: about `limit` of them, and never a part of what was done
 * at one moment, so that nothing is left out between two pages. `next`: the moment to ask on from; `null`: that was all.
 */
export async function actsBefore(
  tables: Tables,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<{ readonly lines: readonly ActRow[]; readonly next: number | null }> {
  const acts = await tables.acts({ domain: null, before, limit: limit + 1 });
  const beyond = acts[limit]?.at;
  if (beyond === undefined) return { lines: acts, next: null };
  const whole = acts.filter(({ at }) => at > beyond);
  if (whole.length > 0) return { lines: whole, next: beyond + 1 };
  const moment = await tables.acts({ domain: null, before: beyond + 1, limit: MOST_AT_ONCE });
  return { lines: moment.filter(({ at }) => at === beyond), next: beyond };
}
