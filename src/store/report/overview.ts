import { dateOf, datesUntil } from '#core/calendar.ts';
import { hostOf } from '#core/identifier.ts';
import type { OverviewReport } from '#core/report.ts';
import { domainOfHost } from '#core/site.ts';
import type { Ledger } from '../ledger.ts';
import { ALL_SITES, type NumberRow } from '../rows.ts';
import { companySummaries } from './companies.ts';
import { isAtWork } from './joined.ts';

/** 53 weeks. */
const YEAR = 371;
const SHOWN = 6;

/** All sites together. It reads every number's row, so it is for options, not for the popup. */
export async function overviewReport({ tables, calendar }: Ledger, now: number): Promise<OverviewReport> {
  const dates = datesUntil(dateOf(now, calendar), YEAR);
  const [numbers, recipients, begun, days] = await Promise.all([
    tables.all('numbers'),
    tables.all('recipients'),
    tables.get('meta', 'since'),
    tables.getMany(
      'days',
      dates.map((date) => `${ALL_SITES}|${date}`),
    ),
  ]);
  const since = begun?.at ?? now;
  const from = dateOf(since, calendar);
  const atWork = numbers.filter((row) => isAtWork(row, now));
  const onSeveral = companySummaries(numbers, recipients, now).filter(({ sites }) => sites.length > 1);
  return {
    since,
    sites: new Set(numbers.map((row) => row.domain)).size,
    numbers: numbers.length,
    numbersAtWork: atWork.length,
    days: dates.map((date, index) => ({ date, sites: date < from ? null : (days[index]?.sites ?? 0) })),
    onSeveral: onSeveral.length,
    severalSites: onSeveral.slice(0, SHOWN),
    longest: longest(atWork),
  };
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
