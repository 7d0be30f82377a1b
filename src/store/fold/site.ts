import type { Domain } from '#core/site.ts';
import type { Draft } from '../draft.ts';
import type { EventRow, SiteRow } from '../rows.ts';

/** The site's row, begun at `at` where there is none. */
export async function siteRow(draft: Draft, domain: Domain, at: number): Promise<SiteRow> {
  const known = await draft.get('sites', domain);
  return (
    known ?? {
      key: domain,
      domain,
      since: at,
      visits: 0,
      lastPageAt: null,
      numbered: 0,
      events: 0,
      open: {},
      lately: [],
      numberless: [],
      overflowed: false,
    }
  );
}

/** Adds a line to the record and counts it. */
export async function putEvent(draft: Draft, row: EventRow): Promise<void> {
  draft.put('events', row);
  const site = await siteRow(draft, row.domain, row.at);
  draft.put('sites', { ...site, events: site.events + 1 });
}
