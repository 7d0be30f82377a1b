import { type Calendar, dateOf } from '#core/calendar.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Draft } from '../draft.ts';
import type { EventRow } from '../rows.ts';
import { closePage } from './page-visited.ts';
import { countDay, tally } from './file-page.ts';
import { putEvent, siteRow } from './site.ts';

type Spent = Extract<LedgerEvent, { type: 'time-spent' }>;

/** Longest title that is kept, in UTF-16 units. */
const MAX_TITLE = 200;

/**
 * Visible time was spent on a page: it counts under every number that page was filed under. A report that is told again
 * counts only what it says more than before.
 */
export async function foldTimeSpent(draft: Draft, event: Spent, calendar: Calendar): Promise<void> {
  const page = await draft.get('pages', event.page);
  if (page === undefined) return;
  const before = await draft.get('events', event.id);
  const milliseconds = event.milliseconds - (before?.milliseconds ?? 0);
  if (before !== undefined && milliseconds <= 0) return;
  const row: EventRow = {
    key: event.id,
    domain: page.domain,
    at: event.at,
    rank: 0,
    type: 'time',
    page: page.key,
    line: null,
    milliseconds: event.milliseconds,
  };
  if (before === undefined) await putEvent(draft, row);
  else draft.put('events', row);
  draft.put('pages', {
    ...page,
    milliseconds: page.milliseconds + milliseconds,
    title: event.title === '' ? page.title : event.title.slice(0, MAX_TITLE),
  });
  const day = { date: dateOf(event.at, calendar), domain: page.domain };
  const more = { milliseconds };
  await countDay(draft, { ...day, subject: page.domain }, more);
  for (const key of page.filed) {
    const number = await draft.get('numbers', key);
    if (number === undefined) continue;
    await tally(draft, number, { at: event.at, more, calendar });
    await countDay(draft, { ...day, subject: key }, more);
  }
}

/** A page was left: numbers that come later are not filed with it. */
export async function foldPageLeft(draft: Draft, event: Extract<LedgerEvent, { type: 'page-left' }>): Promise<void> {
  await closePage(draft, event.page);
  const site = await siteRow(draft, event.domain, event.at);
  if (site.open[event.tab] !== event.page) return;
  const { [String(event.tab)]: _left, ...open } = site.open;
  draft.put('sites', { ...site, open });
}
