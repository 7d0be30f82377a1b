import { type Json, own } from '#core/json.ts';
import { asNumber, asText, match } from './take.ts';
import type { ItemsAt, Roles } from './vendor.ts';

const TERMS = ['search_term', 'search_query', 'searchTerm', 'searchQuery', 'Search Term', 'Search Query', 'query'];
const REVENUE = ['$revenue', 'revenue', 'Revenue', 'total_revenue', 'order_total', 'order_value', 'Order Total'];
const AMOUNTS = ['total', 'value', 'amount', 'Total', 'Value', 'Amount', 'price', 'Price'];
const CURRENCIES = ['$currency', 'currency', 'Currency', 'currency_code'];
const ORDERS = ['order_id', 'orderId', 'Order ID', 'order_number', 'transaction_id', 'transactionId', 'Transaction ID'];

/** An amount may be anything; with a currency or an order beside it it is money. */
function moneyIn(properties: Json): number | undefined {
  const isMoney = [...CURRENCIES, ...ORDERS].some((name) => asText(own(properties, name) ?? null) !== undefined);
  if (!isMoney) return undefined;
  return AMOUNTS.map((name) => asNumber(own(properties, name) ?? null)).find((amount) => amount !== undefined);
}

/** What sites themselves send with their events, for which product analytics prescribes no names: those in use. */
export function ofTheSite(
  at: string,
): Required<Pick<Roles, 'page' | 'title' | 'search' | 'value' | 'currency' | 'order'>> {
  const ways = (names: readonly string[]): readonly string[] => names.map((name) => `${at}.${name}`);
  return {
    page: ways(['page_url', 'pageUrl', 'page_location', 'Page URL', 'url', 'URL']).map((way) =>
      match(way, /^https?:\/\/.+$/u),
    ),
    title: ways(['page_title', 'pageTitle', 'Page Title']),
    search: [...ways(TERMS), match(`${at}.search`, /^[^?].*$/u)],
    value: [...ways(REVENUE), { at, take: moneyIn }],
    currency: ways(CURRENCIES),
    order: ways(ORDERS),
  };
}

/** Lists of products in such events. */
export function itemsOfTheSite(at: string): readonly ItemsAt[] {
  return ['products', 'items', 'Products', 'Items', 'cart'].map((name) => ({ at: `${at}.${name}` }));
}
