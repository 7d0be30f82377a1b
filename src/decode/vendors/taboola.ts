import type { Layers } from '../hit/layers.ts';
import { milliseconds } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** Whose account it is and what is logged stands in the path: `/1234567/log/3/unip`. */
function withPath({ url }: OpenHit): readonly Layers[] {
  const [, account, action] = /^\/([^/]+)\/(?:log|trc)\/\d+\/([\w-]+)/u.exec(url.pathname) ?? [];
  return [[{ part: 'path', at: '', value: { account: account ?? null, action: action ?? null } }]];
}

const EVENT = {
  events: withPath,
  name: ['en', 'data.mpvd.en', 'name', 'event', 'action'],
  unnamed: 'page_view',
  deeds: {
    pre_d_eng_tb: 'time',
    collection_view: 'product-view',
    make_purchase: 'order',
    cart_view: 'cart',
    json: 'page-view',
    visible: 'other',
    available: 'other',
  },
  roles: {
    visitor: ['ui', 'data.ui'],
    session: ['sd', 'data.sd'],
    account: ['account'],
    page: ['item-url', 'data.mpvd.item-url', 'data.u', 'url'],
    referrer: ['ref', 'data.e'],
    search: ['search_term', 'search-term', 'searchTerm'],
    seconds: [milliseconds('tos'), milliseconds('data.mpvd.tos')],
    scroll: ['scd', 'data.mpvd.scd'],
    value: ['revenue', 'data.mpvd.revenue'],
    currency: ['currency', 'data.mpvd.currency'],
    order: ['orderid', 'orderId', 'data.mpvd.orderid'],
    consent: ['tcs', 'data.tcs', 'gdprApplies', 'ccpaPs', 'data.ccpa'],
  },
  personal: { email: ['unified_id', 'data.unified_id', 'data.mpvd.unified_id'] },
  once: ['tim', 'vi'],
} satisfies Omit<HitKind, 'when'>;

/**
 * Taboola: the pixel of who advertises (tfa.js), the widgets of who publishes, and its matching of cookies.
 * @see https://developers.taboola.com/pixel/docs/the-postback-url
 */
export const TABOOLA: Vendor = {
  id: 'taboola',
  name: 'Taboola',
  hosts: ['taboola.com', 'taboolasyndication.com'],
  hits: [
    { when: { host: 'own', path: /^\/[^/]+\/log\/\d+\/[\w-]+\/?$/u }, ...EVENT },
    { when: { host: 'own', path: /^\/[^/]+\/trc\/\d+\/json$/u }, ...EVENT, name: ['data.mpvd.en', 'en'] },
    {
      when: { host: 'own', path: /^\/(?:sg\/|sync$)/u },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { visitor: ['taboola_hm'], consent: ['gdpr_consent', 'us_privacy'] },
    },
    { when: { query: { ui: /-tuct[\da-f]{5,10}$/iu, en: true, 'item-url': true } }, ...EVENT },
  ],
};
