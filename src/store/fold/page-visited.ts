import { type Calendar, dateOf } from '#core/calendar.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { EventLine } from '#core/report.ts';
import type { Draft } from '../draft.ts';
import type { EventRow, PageRow } from '../rows.ts';
import { beginsVisit, countDay, filePage, latestPage, orderLine, searchLine } from './file-page.ts';
import { putEvent, siteRow } from './site.ts';

type Visited = Extract<LedgerEvent, { type: 'page-visited' }>;

/** A page was opened: it is a line of the record, and is filed under every number of the site's own that is at work. */
export async function foldPageVisited(draft: Draft, event: Visited, calendar: Calendar): Promise<void> {
  if ((await draft.get('pages', event.page)) !== undefined) return;
  const order = await newOrder(draft, event);
  const page: PageRow = {
    key: event.page,
    domain: event.domain,
    store: event.store,
    tab: event.tab,
    at: event.at,
    section: event.section,
    search: event.search,
    order,
    address: event.address,
    filed: [],
    milliseconds: 0,
    title: '',
    over: false,
  };
  draft.put('pages', page);
  await openInTab(draft, event, calendar);
  for (const line of linesOf(page, event)) await putEvent(draft, line);
  for (const number of await draft.ofDomain('numbers', event.domain)) {
    const atWork = number.ended === null && number.party === 'first' && number.identifier.store === event.store;
    const asked = (await siteRow(draft, event.domain, event.at)).lately.some(
      (request) => request.number === number.key && request.tab === event.tab && request.at >= event.at,
    );
    if (atWork || asked) await filePage(draft, page, number, calendar);
  }
}

/** A confirmation page that is shown again is no second order. */
async function newOrder(draft: Draft, event: Visited): Promise<Visited['order']> {
  if (event.order === null) return null;
  const kept = await draft.tables.lines({ domain: event.domain, type: 'order', before: Infinity, limit: 200 });
  const again = [...kept, ...(draft.changes().events ?? [])].some(
    ({ line, domain }) =>
      line?.type === 'order' &&
      domain === event.domain &&
      line.address.path === event.address.path &&
      line.reference === event.order?.reference &&
      (line.reference !== null || event.at - line.at < SAME_ORDER),
  );
  return again ? null : event.order;
}

/** An address without an order number may stand for another order after a day. */
const SAME_ORDER = 86_400_000;

async function openInTab(draft: Draft, event: Visited, calendar: Calendar): Promise<void> {
  const site = await siteRow(draft, event.domain, event.at);
  const before = site.open[event.tab];
  if (before !== undefined) await closePage(draft, before);
  const visits = beginsVisit(site.lastPageAt, event.at) ? 1 : 0;
  draft.put('sites', {
    ...site,
    visits: site.visits + visits,
    lastPageAt: latestPage(site.lastPageAt, event.at),
    open: { ...site.open, [event.tab]: event.page },
  });
  const control = await draft.get('controls', event.domain);
  if (control !== undefined) {
    draft.put('controls', { ...control, sums: { ...control.sums, pages: control.sums.pages + 1 } });
  }
  const date = dateOf(event.at, calendar);
  await countDay(draft, { subject: event.domain, domain: event.domain, date }, { visits });
}

/** Marks a page as over. */
export async function closePage(draft: Draft, key: string): Promise<void> {
  const page = await draft.get('pages', key);
  if (page !== undefined && !page.over) draft.put('pages', { ...page, over: true });
}

function linesOf(page: PageRow, { how, from }: Visited): readonly EventRow[] {
  const shared = { at: page.at, numbers: [], address: page.address };
  const row = (key: string, line: EventLine): EventRow => ({
    key,
    domain: page.domain,
    at: page.at,
    rank: 1,
    type: line.type,
    page: page.key,
    line,
  });
  const visit = {
    ...shared,
    id: page.key,
    type: 'visit',
    how,
    section: page.section,
    title: '',
    milliseconds: 0,
    ...(from !== undefined && { from }),
  } as const;
  const lines = [row(page.key, visit)];
  if (page.search !== null) {
    const key = searchLine(page.key);
    lines.push(row(key, { ...shared, id: key, type: 'search', ...page.search }));
  }
  if (page.order !== null) {
    const key = orderLine(page.key);
    lines.push(row(key, { ...shared, id: key, type: 'order', ...page.order }));
  }
  return lines;
}
