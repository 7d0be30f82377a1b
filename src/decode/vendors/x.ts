import { isList, isObject, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { find, type Layers } from '../hit/layers.ts';
import { asNumber, match, milliseconds, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** `events=[["pageview",{}],["purchase",{"value":9}]]`: a name, and what is said of it. */
function named({ layers }: OpenHit): readonly Layers[] {
  const found = find(layers, 'events');
  const list = typeof found?.value === 'string' ? openText(found.value) : found?.value;
  if (found === undefined || !isList(list) || list.length === 0) return [layers];
  return list.map((event, at) => {
    const [name, details] = [own(event, '0') ?? null, own(event, '1')];
    const value = isObject(details) ? { name, details } : { name };
    return [{ part: found.place.part, at: `events.${at}`, value }];
  });
}

/** Each hit states an amount, and nothing where it is 0. */
const AMOUNT: Taken<number> = {
  at: 'tw_sale_amount',
  take: (found) => {
    const amount = asNumber(found);
    return amount === 0 ? undefined : amount;
  },
};

const KIND: Omit<HitKind, 'when'> = {
  events: named,
  // An event that was set up at X is named by the number it has there.
  name: ['name', match('txn_id', /^tw-.+$/u), match('event_id', /^tw-.+$/u)],
  unnamed: 'PageView',
  deeds: { auto_long_site_dwell: 'time', autobuttonclick: 'click' },
  roles: {
    visitor: ['twpid'],
    session: ['tw_session_id'],
    account: ['txn_id'],
    page: ['tw_document_href'],
    referrer: ['tw_document_referrer'],
    title: ['pt'],
    search: ['details.search_string', 'event.search_string'],
    seconds: [milliseconds('tw_engaged_ms')],
    visits: ['tw_session_count'],
    value: ['details.value', 'event.value', AMOUNT],
    currency: ['details.currency', 'event.currency'],
    order: [
      'details.order_id',
      'event.order_id',
      'details.transaction_id',
      'event.transaction_id',
      'details.conversion_id',
      'event.conversion_id',
    ],
  },
  items: [
    { at: 'details.contents', price: 'content_price' },
    { at: 'event.contents', price: 'content_price' },
    { at: 'details.content_ids' },
    { at: 'event.content_ids' },
  ],
  personal: {
    email: ['details.email_address', 'event.email_address'],
    phone: ['details.phone_number', 'event.phone_number'],
  },
  // To t.co and to analytics.twitter.com.
  once: ['txn_id', 'event_id'],
};

/**
 * X (Twitter) Pixel.
 * @see https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites
 */
export const X: Vendor = {
  id: 'x',
  name: 'X (Twitter) Pixel',
  hosts: [
    'analytics.twitter.com',
    'analytics.x.com',
    'ads-twitter.com',
    't.co',
    'ads-api.twitter.com',
    'ads-api.x.com',
  ],
  hits: [
    { when: { host: 'own', path: /^\/(?:\d\/)?i\/adsctp?\/?$/u }, ...KIND },
    { when: { query: { tw_document_href: true, txn_id: true, p_id: true } }, ...KIND },
    { when: { body: { tw_document_href: true, txn_id: true, p_id: true } }, ...KIND },
  ],
};
