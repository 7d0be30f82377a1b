import type { Domain } from '#core/site.ts';
import type { Tables } from './tables.ts';

/** Removes numbers of a site by their keys, with the sums filed under them. */
export async function removeNumbers(tables: Tables, domain: Domain, doomed: ReadonlySet<string>): Promise<void> {
  for (const table of ['months', 'recipients'] as const) {
    const rows = await tables.ofDomain(table, domain);
    await tables.removeKeys(
      table,
      rows.filter((row) => doomed.has(row.number)).map((row) => row.key),
    );
  }
  const days = await tables.ofDomain('days', domain);
  await tables.removeKeys(
    'days',
    days.filter((row) => doomed.has(row.subject)).map((row) => row.key),
  );
  await tables.removeKeys('numbers', [...doomed]);
}
