import type { CompanySummary } from '#core/company-report.ts';
import { type Order, turned } from './order.ts';

/** What the list of companies can be sorted by. */
export type Column = 'company' | 'sites' | 'last';

/** Which companies are shown: all, those that know the person on several sites, those that can join some of them. */
export type Filter = 'all' | 'several' | 'joined';

type CompanyOrder = Order<Column>;

export const FIRST_ORDER: CompanyOrder = { by: 'sites', way: 'descending' };

/** What a company goes by: its listed name, or the domain that nobody lists. */
export function nameOf({ name, domain }: Pick<CompanySummary, 'name' | 'domain'>): string {
  return name ?? domain;
}

/** Whether a company is among those a filter shows. */
export function isShownBy({ sites, joined }: CompanySummary, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'several':
      return sites.length > 1;
    case 'joined':
      return joined === 'all' || joined === 'some';
  }
}

/** The order after a press on a column's head: names from the first, figures from the most, days from the latest. */
export function pressed(order: CompanyOrder, by: Column): CompanyOrder {
  return turned(order, by, by === 'company' ? 'ascending' : 'descending');
}

function compare(by: Column, a: CompanySummary, b: CompanySummary): number {
  switch (by) {
    case 'company':
      return nameOf(a).localeCompare(nameOf(b));
    case 'sites':
      return a.sites.length - b.sites.length;
    case 'last':
      return a.last - b.last;
  }
}

/** Whether a company is among those asked for: by its name, a domain of its, a site or a number. */
function passes(company: CompanySummary, filter: Filter, wanted: string): boolean {
  if (!isShownBy(company, filter)) return false;
  const { domains, sites, numbers } = company;
  return [nameOf(company), ...domains, ...sites, ...numbers].some((text) => text.toLowerCase().includes(wanted));
}

/** The companies asked for, in the order asked for; equals stand by name. */
export function arranged(
  companies: readonly CompanySummary[],
  { filter, search, order }: { readonly filter: Filter; readonly search: string; readonly order: CompanyOrder },
): readonly CompanySummary[] {
  const wanted = search.trim().toLowerCase();
  const turn = order.way === 'ascending' ? 1 : -1;
  return companies
    .filter((company) => passes(company, filter, wanted))
    .toSorted((a, b) => turn * compare(order.by, a, b) || nameOf(a).localeCompare(nameOf(b)));
}
