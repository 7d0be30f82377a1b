import type { LedgerEvent } from '#core/event.ts';
import { linkIdsIn } from '#core/link-ids.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { addressOf } from '#decode/address.ts';
import { orderOf } from '#decode/order.ts';
import { searchOf } from '#decode/search.ts';
import { sectionOf } from '#decode/sections.ts';
import type { JournalEntry } from '#messages/watch.ts';
import type { PageContext } from './page-context.ts';

/** What a page's watcher must not lose, as events. Nothing for pages that are not of the web. */
export function pageEvents(entry: JournalEntry, context: PageContext): readonly LedgerEvent[] {
  const domain = domainOf(entry.url);
  if (domain === undefined) return [];
  switch (entry.type) {
    case 'page-opened':
      return opened(entry, domain, context);
    case 'time-spent':
      return spent(entry, domain, context);
  }
}

function opened(
  entry: Extract<JournalEntry, { type: 'page-opened' }>,
  domain: Domain,
  { tab, store }: PageContext,
): readonly LedgerEvent[] {
  const address = addressOf(entry.url);
  if (address === null) return [];
  return [
    {
      type: 'page-visited',
      id: entry.id,
      at: entry.at,
      domain,
      store,
      page: entry.page,
      tab,
      how: entry.how,
      address,
      section: sectionOf(entry.url),
      search: searchOf(entry.url),
      order: orderOf(entry.url),
      ...siteLinkedFrom(entry, domain),
    },
  ];
}

/** The other site that a link leads from, where the link brought somebody's number along: only that is kept. */
function siteLinkedFrom(
  { url, linkedFrom: origin }: Extract<JournalEntry, { type: 'page-opened' }>,
  domain: Domain,
): { readonly from?: Domain } {
  const site = origin === undefined ? undefined : domainOf(origin);
  const isDecorated = linkIdsIn(addressOf(url)?.parameters ?? []).length > 0;
  return site === undefined || site === domain || !isDecorated ? {} : { from: site };
}

/** No page is read for longer without a report in between. */
const LONGEST = 24 * 3_600_000;

function spent(
  entry: Extract<JournalEntry, { type: 'time-spent' }>,
  domain: Domain,
  { tab, store }: PageContext,
): readonly LedgerEvent[] {
  const shared = { at: entry.at, domain, store, page: entry.page };
  const milliseconds = Math.min(LONGEST, Math.max(0, entry.milliseconds));
  const time: LedgerEvent = { ...shared, type: 'time-spent', id: entry.id, milliseconds, title: entry.title };
  return entry.over ? [time, { ...shared, type: 'page-left', id: `${entry.id}/left`, tab }] : [time];
}
