import { dateOf, datesUntil } from '#core/calendar.ts';
import { groupBy } from '#core/group.ts';
import { hostOf } from '#core/identifier.ts';
import type { OverviewReport } from '#core/report.ts';
import { domainOfHost } from '#core/site.ts';
import type { Ledger } from '../ledger.ts';
import { ALL_SITES, type NumberRow } from '../rows.ts';

/** 53 weeks. */
const YEAR = 371;
const SHOWN = 6;

/** All sites together. It reads every number's row, so it is for options, not for the popup. */
export async function overviewReport({ tables, calendar }: Ledger, now: number): Promise<OverviewReport> {
  const dates = datesUntil(dateOf(now, calendar), YEAR);
  const [numbers, begun, days] = await Promise.all([
    tables.all('numbers'),
    tables.get('meta', 'since'),
    tables.getMany(
      'days',
      dates.map((date) => `${ALL_SITES}|${date}`),
    ),
  ]);
  const since = begun?.at ?? now;
  const from = dateOf(since, calendar);
  const atWork = numbers.filter((row) => row.ended === null && (typeof row.expires !== 'number' || row.expires > now));
  return {
    since,
    sites: new Set(numbers.map((row) => row.domain)).size,
    numbers: numbers.length,
    numbersAtWork: atWork.length,
    days: dates.map((date, index) => ({ date, sites: date < from ? null : (days[index]?.sites ?? 0) })),
    severalSites: severalSites(atWork),
    longest: longest(atWork),
  };
}

function severalSites(numbers: readonly NumberRow[]): OverviewReport['severalSites'] {
  const byCompany = groupBy(numbers, (row) => domainOfHost(hostOf(row.identifier)));
  return [...byCompany]
    .map(([domain, rows]) => ({
      domain,
      vendor: rows.find((row) => row.verdict.vendor !== null)?.verdict.vendor ?? null,
      numbers: [...new Set(rows.map((row) => row.number))],
      sites: new Set(rows.map((row) => row.domain)).size,
    }))
    .filter(({ sites }) => sites > 1)
    .toSorted((a, b) => b.sites - a.sites)
    .slice(0, SHOWN);
}

/** Web storage has no date: it outlives every cookie. */
function endOf(row: NumberRow): number {
  if (row.expires === 'never') return Number.MAX_SAFE_INTEGER;
  return row.expires === 'session' ? 0 : row.expires;
}

function longest(numbers: readonly NumberRow[]): OverviewReport['longest'] {
  return numbers
    .filter((row) => row.expires !== 'session')
    .toSorted((a, b) => endOf(b) - endOf(a) || a.since - b.since)
    .slice(0, SHOWN)
    .map((row) => ({
      number: row.number,
      givenBy: row.verdict.vendor ?? domainOfHost(hostOf(row.identifier)),
      on: row.domain,
      own: row.verdict.vendor === null && row.party === 'first',
      since: row.since,
      expires: row.expires,
    }));
}
