import type { Domain } from '#core/site.ts';
import type { NumberRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** Whether a number can still be used: it has not ended, and its date is not over. */
export function isAtWork({ ended, expires }: Pick<NumberRow, 'ended' | 'expires'>, now: number): boolean {
  return ended === null && (typeof expires !== 'number' || expires > now);
}

/**
 * For each number at work the other sites where the same number is: whoever has it can tell that all these visitors are
 * one. Only of one cookie store, as containers are kept apart.
 */
export async function joinedWith(
  tables: Tables,
  rows: readonly NumberRow[],
  now: number,
): Promise<ReadonlyMap<string, readonly Domain[]>> {
  const joined = await Promise.all(
    rows
      .filter((row) => isAtWork(row, now))
      .map(async ({ key, number, domain, identifier }) => {
        const same = (await tables.ofNumber(number)).filter(
          (row) => row.domain !== domain && row.identifier.store === identifier.store && isAtWork(row, now),
        );
        return [key, [...new Set(same.map((row) => row.domain))].toSorted()] as const;
      }),
  );
  return new Map(joined);
}
