import type { SiteSummary } from '#core/report.ts';

/** What the list of sites can be sorted by, and the way round each begins with. */
export type Column = 'site' | 'since' | 'visits' | 'companies';

export interface Order {
  readonly by: Column;
  readonly way: 'ascending' | 'descending';
}

export type Filter = 'all' | 'with' | 'without';

export const FIRST_ORDER: Order = { by: 'visits', way: 'descending' };

/** The order after a press on a column's head: turned round, or by that column, names from a, figures from the most. */
export function pressed(order: Order, by: Column): Order {
  if (order.by === by) return { by, way: order.way === 'ascending' ? 'descending' : 'ascending' };
  return { by, way: by === 'site' || by === 'since' ? 'ascending' : 'descending' };
}

function compare(by: Column, a: SiteSummary, b: SiteSummary): number {
  switch (by) {
    case 'site':
      return a.domain.localeCompare(b.domain);
    case 'since':
      return a.since - b.since;
    case 'visits':
      return a.visitsThisMonth - b.visitsThisMonth || a.lastVisit - b.lastVisit;
    case 'companies':
      return a.companies - b.companies;
  }
}

/** Whether a site is among those asked for. */
function passes(site: SiteSummary, filter: Filter, wanted: string): boolean {
  if (filter !== 'all' && (site.number !== null) !== (filter === 'with')) return false;
  const number = site.number?.toLowerCase() ?? '';
  return site.domain.toLowerCase().includes(wanted) || number.includes(wanted);
}

/** The sites asked for, in the order asked for; equals stand by name. */
export function arranged(
  sites: readonly SiteSummary[],
  { filter, search, order }: { readonly filter: Filter; readonly search: string; readonly order: Order },
): readonly SiteSummary[] {
  const wanted = search.trim().toLowerCase();
  const turn = order.way === 'ascending' ? 1 : -1;
  return sites
    .filter((site) => passes(site, filter, wanted))
    .sort((a, b) => turn * compare(order.by, a, b) || a.domain.localeCompare(b.domain));
}
