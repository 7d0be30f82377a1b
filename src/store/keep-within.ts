import type { Domain } from '#core/site.ts';
import { MAX_EVENTS, MAX_NUMBERS } from './fold/limits.ts';
import { removeNumbers } from './remove-numbers.ts';
import type { NumberRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** How far past a limit a site may go before it is brought back: so that this is not done for each event. */
const SLACK = 0.05;

/** Brings a site back within its limits: the oldest lines go, and the numbers that ended longest ago. */
export async function keepWithinLimits(tables: Tables, domain: Domain): Promise<void> {
  const site = await tables.get('sites', domain);
  if (site === undefined) return;
  // Pruning takes events away uncounted, so what was counted is only a reason to look.
  const trimmed = site.events > MAX_EVENTS * (1 + SLACK) ? await tables.trim(domain, MAX_EVENTS) : null;
  const tooManyNumbers = site.numbered > MAX_NUMBERS && (await dropNumbers(tables, domain));
  if (trimmed === null && !tooManyNumbers) return;
  const overflowed = site.overflowed || tooManyNumbers || (trimmed !== null && trimmed.removed > 0);
  await tables.write({ sites: [{ ...site, events: trimmed?.left ?? site.events, overflowed }] });
}

async function dropNumbers(tables: Tables, domain: Domain): Promise<boolean> {
  const numbers = await tables.ofDomain('numbers', domain);
  if (numbers.length <= MAX_NUMBERS * (1 + SLACK)) return false;
  const doomed = new Set(
    numbers
      .toSorted((a, b) => endOf(a) - endOf(b))
      .slice(0, numbers.length - MAX_NUMBERS)
      .map((row) => row.key),
  );
  await removeNumbers(tables, domain, doomed);
  return true;
}

/** When it ended; those at work come last. */
function endOf(row: NumberRow): number {
  return row.ended?.at ?? Number.MAX_SAFE_INTEGER;
}
