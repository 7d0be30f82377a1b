import type { Following } from '#observe/following.ts';
import type { NumberRow } from '#store/rows.ts';
import type { Tables } from '#store/tables.ts';

/** So many are read at once: the background answers in between. */
const SLICE = 25;

/**
 * Has every number that is at work on any site followed, so that it is found on the pages of other sites too. A site that
 * is open does not wait for this: its numbers are followed with its first request.
 */
export async function followEverywhere(tables: Tables, following: Following, now: number): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const rows: readonly NumberRow[] = await tables.slice('numbers', after, SLICE);
    for (const { identifier, number, domain, ended, expires } of rows) {
      const isOver = ended !== null || (typeof expires === 'number' && expires <= now);
      if (!isOver) following.note(identifier, number, domain);
    }
    after = rows.at(-1)?.key ?? null;
    if (rows.length < SLICE) return;
  }
}
