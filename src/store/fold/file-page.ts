import { type Calendar, dateOf, monthOf } from '#core/calendar.ts';
import type { Tally } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { Draft } from '../draft.ts';
import type { DayRow, MonthRow, NumberRow, PageRow } from '../rows.ts';
import { NO_TALLY, add } from '../rows.ts';

/** A visit is a row of pages with no gap over half an hour between one page and the next. */
export const VISIT_GAP = 30 * 60_000;

/** Sections counted apart in one month; what is beyond is counted in the month's pages only. */
const MAX_SECTIONS = 100;

/** Whether a page opened at `at` begins a new visit. */
export function beginsVisit(lastPageAt: number | null, at: number): boolean {
  return lastPageAt === null || Math.abs(at - lastPageAt) > VISIT_GAP;
}

/**
 * The page that the next one is measured from. A page told late does not bring it back, but one of another visit begins
 * anew, though it be earlier: the clock was set back.
 */
export function latestPage(lastPageAt: number | null, at: number): number {
  return lastPageAt === null || beginsVisit(lastPageAt, at) ? at : Math.max(lastPageAt, at);
}

async function monthRow(draft: Draft, number: NumberRow, month: string): Promise<MonthRow> {
  const key = `${number.key}|${month}`;
  const known = await draft.get('months', key);
  return known ?? { key, domain: number.domain, number: number.key, month, tally: NO_TALLY, sections: {} };
}

/** Adds to what was recorded under a number, in all and in the month of `at`. */
export async function tally(
  draft: Draft,
  number: NumberRow,
  { at, more, section, calendar }: { at: number; more: Partial<Tally>; section?: string; calendar: Calendar },
): Promise<void> {
  const row = (await draft.get('numbers', number.key)) ?? number;
  draft.put('numbers', { ...row, total: add(row.total, more), lastSeen: Math.max(row.lastSeen, at) });
  const month = await monthRow(draft, number, monthOf(at, calendar));
  draft.put('months', {
    ...month,
    tally: add(month.tally, more),
    sections: section === undefined ? month.sections : countSection(month.sections, section),
  });
}

function countSection(sections: MonthRow['sections'], section: string): MonthRow['sections'] {
  const known = sections[section];
  if (known === undefined && Object.keys(sections).length >= MAX_SECTIONS) return sections;
  return { ...sections, [section]: (known ?? 0) + 1 };
}

/** Adds to the sums of one day; tells whether it was the day's first. */
export async function countDay(
  draft: Draft,
  of: { readonly subject: string; readonly domain: Domain; readonly date: string },
  more: { readonly visits?: number; readonly milliseconds?: number; readonly sites?: number },
): Promise<boolean> {
  const key = `${of.subject}|${of.date}`;
  const known = await draft.get('days', key);
  const row: DayRow = known ?? { key, ...of, visits: 0, milliseconds: 0, sites: 0 };
  draft.put('days', {
    ...row,
    visits: row.visits + (more.visits ?? 0),
    milliseconds: row.milliseconds + (more.milliseconds ?? 0),
    sites: row.sites + (more.sites ?? 0),
  });
  return known === undefined;
}

/** Files a page under a number: the visit, the page, its section, its search, its order and its time so far. Once. */
export async function filePage(draft: Draft, page: PageRow, number: NumberRow, calendar: Calendar): Promise<void> {
  const current = (await draft.get('pages', page.key)) ?? page;
  if (current.filed.includes(number.key)) return;
  draft.put('pages', { ...current, filed: [...current.filed, number.key] });

  const row = (await draft.get('numbers', number.key)) ?? number;
  const visits = beginsVisit(row.lastPageAt, page.at) ? 1 : 0;
  draft.put('numbers', { ...row, lastPageAt: latestPage(row.lastPageAt, page.at) });
  await tally(draft, row, {
    at: page.at,
    more: {
      visits,
      pages: 1,
      milliseconds: current.milliseconds,
      searches: page.search === null ? 0 : 1,
      orders: page.order === null ? 0 : 1,
    },
    section: page.section,
    calendar,
  });
  await countDay(
    draft,
    { subject: number.key, domain: number.domain, date: dateOf(page.at, calendar) },
    {
      visits,
      milliseconds: current.milliseconds,
    },
  );
  await fileLines(draft, current, number.key);
}

/** The lines of a page say which numbers they were filed under. */
async function fileLines(draft: Draft, page: PageRow, number: string): Promise<void> {
  for (const key of [page.key, searchLine(page.key), orderLine(page.key)]) {
    const row = await draft.get('events', key);
    if (row?.line) draft.put('events', { ...row, line: { ...row.line, numbers: [...row.line.numbers, number] } });
  }
}

/** Keys of the further lines that one page gives. */
export function searchLine(page: string): string {
  return `${page}/search`;
}

export function orderLine(page: string): string {
  return `${page}/order`;
}
