import type { SiteSummary } from '#core/report.ts';
import { type Order, turned } from './order.ts';

/** What the list of sites can be sorted by, and the way round each begins with. */
export type Column = 'site' | 'since' | 'visits' | 'companies';

type SiteOrder = Order<Column>;

/** Which sites are shown: all, those that wait, those of one choice, those without a number and a choice. */
export type Filter = 'all' | 'undecided' | 'allow' | 'block' | 'reset' | 'without';

/** Whether there is something to decide: a number, or one that would be held back. */
export function isUndecided({ number, chosen, mode }: SiteSummary): boolean {
  return !chosen && (number !== null || mode !== 'notify');
}

/** Whether a site is among those a filter shows. */
export function isShownBy(site: SiteSummary, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'undecided':
      return isUndecided(site);
    case 'allow':
    case 'block':
    case 'reset':
      return site.chosen && site.mode === filter;
    case 'without':
      return !site.chosen && !isUndecided(site);
  }
}

export const FIRST_ORDER: SiteOrder = { by: 'visits', way: 'descending' };

/** The order after a press on a column's head: names and days from the first, figures from the most. */
export function pressed(order: SiteOrder, by: Column): SiteOrder {
  return turned(order, by, by === 'site' || by === 'since' ? 'ascending' : 'descending');
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
  if (!isShownBy(site, filter)) return false;
  const number = site.number?.toLowerCase() ?? '';
  return site.domain.toLowerCase().includes(wanted) || number.includes(wanted);
}

/** The sites asked for, in the order asked for; equals stand by name. */
export function arranged(
  sites: readonly SiteSummary[],
  { filter, search, order }: { readonly filter: Filter; readonly search: string; readonly order: SiteOrder },
): readonly SiteSummary[] {
  const wanted = search.trim().toLowerCase();
  const turn = order.way === 'ascending' ? 1 : -1;
  return sites
    .filter((site) => passes(site, filter, wanted))
    .sort((a, b) => turn * compare(order.by, a, b) || a.domain.localeCompare(b.domain));
}
