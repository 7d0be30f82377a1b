import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { find, type Layers } from '../hit/layers.ts';
import { asNumber, asText } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** Products stand in as many lists as they have properties: all numbers, all names, all prices. */
function items(event: Json): readonly Item[] {
  const list = (...names: readonly string[]): readonly Json[] =>
    names
      .map((name) => own(event, name))
      .filter(isList)
      .find(({ length }) => length > 0) ?? [];
  const ids = list('product_id', 'product_sku', '_cprod', '_csku');
  const names = list('product_name', '_cprodname');
  const prices = list('product_unit_price', 'product_price', '_cprice');
  const quantities = list('product_quantity', '_cquan');
  return Array.from({ length: Math.max(ids.length, names.length) }, (_, at) => ({
    id: asText(ids[at] ?? null) ?? null,
    name: asText(names[at] ?? null) ?? null,
    price: asNumber(prices[at] ?? null) ?? null,
    quantity: asNumber(quantities[at] ?? null) ?? null,
  }));
}

/** Several events at once, and what they have in common. */
function batch({ layers }: OpenHit): readonly Layers[] {
  const events = find(layers, 'events')?.value;
  const shared = find(layers, 'shared')?.value ?? {};
  return (isList(events) ? events : []).map((event, at) => [
    { part: 'body', at: `events.${at}`, value: event },
    { part: 'body', at: 'shared', value: isObject(shared) ? shared : {} },
  ]);
}

/** The names of Tealium's own; the others are those that most sites use for their data layer. */
const HIT: Omit<HitKind, 'when'> = {
  name: ['tealium_event', 'ut.event', 'event_name', 'data.event', 'event'],
  deeds: { view: 'page-view', link: 'click', remote_api: 'other' },
  roles: {
    visitor: ['tealium_visitor_id', 'ut.visitor_id', 'cp.utag_main_v_id', 'cp.utag_main_vid', 'tealium_vid'],
    session: ['tealium_session_id', 'ut.session_id', 'cp.utag_main_ses_id'],
    user: ['customer_id', '_ccustid', 'user_id'],
    account: ['tealium_account', 'ut.account'],
    page: ['dom.url', 'page_url', 'pageUrl', 'url', 'page_location'],
    referrer: ['dom.referrer', 'referrer', 'page_referrer'],
    title: ['dom.title', 'page_title', 'title', 'page_name', 'screen_title'],
    search: ['search_term', 'search_keyword', 'search_keywords', 'site_search_keyword', 'search_query', 'searchTerm'],
    seconds: ['time_on_page', 'page_time_spent'],
    visits: ['tealium_session_number', 'cp.utag_main__sn', 'cp.utag_main_dc_visit'],
    value: ['order_total', '_ctotal', 'order_subtotal', '_csubtotal', 'order_value', 'revenue', 'cart_total_value'],
    currency: ['order_currency_code', 'order_currency', '_ccurrency', 'currency', 'site_currency', 'currency_code'],
    order: ['order_id', '_corder', 'transaction_id'],
    consent: ['consent_categories', 'tci.purposes_with_consent_all'],
  },
  items: [{ at: '', take: items }],
  personal: {
    email: ['customer_email', 'email_address', 'customer_email_sha256', 'user_email', '_cemail'],
    phone: ['customer_phone'],
    name: ['customer_first_name', 'customer_last_name'],
    address: ['customer_address', 'customer_zip', 'customer_postal_code'],
  },
  once: ['tealium_random', 'tealium_timestamp_epoch'],
};

/** The whole data layer inside one field, next to what the page has loaded. */
const WRAPPED: Omit<HitKind, 'when'> = { events: ['data.data', 'data'], ...HIT };

/**
 * Tealium (iQ, EventStream, AudienceStream).
 * @see https://docs.tealium.com/platforms/http-api/endpoint/
 */
export const TEALIUM: Vendor = {
  id: 'tealium',
  name: 'Tealium',
  hosts: ['tealiumiq.com', 'tiqcdn.com'],
  hits: [
    { when: { path: /\/bulk-event\/?$/u, body: { 'shared.tealium_account': true } }, events: batch, ...HIT },
    { when: { path: /\/bulk-event\/?$/u, body: { 'events.0.tealium_event': true } }, events: batch, ...HIT },
    { when: { body: { 'data.data.tealium_account': true } }, ...WRAPPED },
    { when: { body: { 'data.data.ut.account': true, 'data.data.ut.profile': true } }, ...WRAPPED },
    { when: { path: /\/[\w-]+\/[\w.-]+\/\d+\/i\.gif$/u, body: { 'data.data.cp.utag_main_v_id': true } }, ...WRAPPED },
    { when: { path: /\/[\w-]+\/[\w.-]+\/\d+\/i\.gif$/u, body: { 'data.data.dom.url': true } }, ...WRAPPED },
    { when: { host: 'own', path: /\/[\w-]+\/[\w.-]+\/\d+\/i\.gif$/u }, ...WRAPPED },
    { when: { body: { tealium_account: true, tealium_profile: true } }, ...HIT },
    { when: { body: { tealium_account: true, tealium_event: true } }, ...HIT },
    { when: { query: { tealium_account: true, tealium_profile: true } }, ...HIT },
    { when: { host: 'own', path: /^\/(?:event|bulk-event|vdata\/i\.gif|v\d\/collect\b.*)\/?$/u }, ...HIT },
  ],
};
