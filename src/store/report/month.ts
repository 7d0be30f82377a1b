import { type Calendar, dateOf, daysOfMonth, monthOf } from '#core/calendar.ts';
import type { MonthReport, NumberReport } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import { NO_TALLY } from '../rows.ts';
import type { Tables } from '../tables.ts';

const DAY = 86_400_000;

/** Searches looked through for one month: enough for a person, bounded for a page that searches by itself. */
const MAX_SEARCHES = 500;

/** What was recorded under one number in one month; of this month unless another is named. */
export async function monthOfNumber(
  tables: Tables,
  of: { readonly number: NumberReport; readonly domain: Domain; readonly watchedSince: number },
  when: { readonly month: string | undefined; readonly now: number; readonly calendar: Calendar },
): Promise<MonthReport> {
  const month = when.month ?? monthOf(when.now, when.calendar);
  const dates = daysOfMonth(month);
  const [row, days, rows] = await Promise.all([
    tables.get('months', `${of.number.key}|${month}`),
    tables.getMany(
      'days',
      dates.map((date) => `${of.number.key}|${date}`),
    ),
    tables.ofDomain('months', of.domain),
  ]);
  const [from, until] = [dateOf(of.watchedSince, when.calendar), dateOf(when.now, when.calendar)];
  const known = rows.filter(({ number }) => number === of.number.key);
  return {
    month,
    tally: row?.tally ?? NO_TALLY,
    days: dates.map((date, index) => (date < from || date > until ? null : (days[index]?.visits ?? 0))),
    sections: Object.entries(row?.sections ?? {})
      .map(([section, pages]) => ({ section, pages }))
      .toSorted((a, b) => b.pages - a.pages),
    searches: await searchesOf(tables, of, { month, calendar: when.calendar }),
    months: [...new Set([...known.map((other) => other.month), month])].toSorted(),
  };
}

async function searchesOf(
  tables: Tables,
  of: { readonly number: NumberReport; readonly domain: Domain },
  { month, calendar }: { readonly month: string; readonly calendar: Calendar },
): Promise<MonthReport['searches']> {
  // A day more on either side: where the person is, the month begins earlier or later than in Greenwich.
  const begin = Date.parse(`${month}-01T00:00:00Z`);
  const span = { since: begin - DAY, before: begin + 32 * DAY };
  const rows = await tables.lines({ domain: of.domain, type: 'search', ...span, limit: MAX_SEARCHES });
  const terms = new Map<string, { term: string; times: number; last: number }>();
  for (const { line } of rows) {
    if (line?.type !== 'search' || !line.numbers.includes(of.number.key)) continue;
    if (monthOf(line.at, calendar) !== month) continue;
    const known = terms.get(line.term);
    terms.set(line.term, { term: line.term, times: (known?.times ?? 0) + 1, last: known?.last ?? line.at });
  }
  return [...terms.values()];
}
