import { parseUrl } from '#core/url.ts';
import { orderOf } from './order.ts';
import { searchOf } from './search.ts';

/**
 * An address without what a person may have typed into it: credentials, fragment, and the values of its parameters, but
 * for those that say what was searched for or ordered. It decodes to the same section, search and order. What is no
 * address is given back empty.
 */
export function bareUrl(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === undefined) return '';
  const search = searchOf(url);
  const order = orderOf(url);
  const kept = new URLSearchParams();
  for (const [name, value] of parsed.searchParams) {
    const tells = name === search?.parameter || (order?.reference !== null && order?.reference === value.trim());
    kept.append(name, tells ? value : '');
  }
  const query = kept.toString();
  return `${parsed.origin}${parsed.pathname}${query === '' ? '' : `?${query}`}`;
}
