import { inferred, match, sum } from '../hit/take.ts';
import type { HitKind, Roles, Vendor } from '../hit/vendor.ts';

const ROLES: Roles = {
  visitor: ['ttd_tdid', 'tdid', 'TDID'],
  account: ['adv'],
  // The pixel in a page calls the page what refers to it.
  page: ['ref', match('referer', /^https?:\/\/[^/]+\/.+$/u)],
  value: ['v'],
  currency: ['vf'],
  order: ['orderid', 'order_id'],
  consent: ['gdpr_consent', 'gpp_consent', 'us_privacy'],
};

/** One pixel for all pages, in a frame; which page it is decides what is counted. */
const UNIVERSAL = { unnamed: 'Universal Pixel · pageview', roles: ROLES } satisfies Omit<HitKind, 'when'>;
/** A picture, for one thing that is counted. */
const STATIC = { name: ['event_name'], unnamed: 'conversion', roles: ROLES } satisfies Omit<HitKind, 'when'>;

const CONVERSIONS: Omit<HitKind, 'when'> = {
  events: ['data'],
  name: ['event_name'],
  unnamed: 'pageview',
  deeds: {
    viewitem: 'product-view',
    addtocart: 'cart',
    startcheckout: 'checkout',
    viewcart: 'cart',
    sitevisit: 'page-view',
  },
  roles: {
    visitor: ['adid', 'ids.*.id'],
    account: ['adv', 'merchant_id'],
    page: ['referrer_url'],
    value: ['value', inferred(sum('items', 'price', 'qty'))],
    currency: ['currency'],
    order: ['order_id', 'orderid'],
    consent: ['privacy_settings.0.consent_string', 'data_processing_option.policies.0'],
  },
  items: [{ at: 'items', id: 'item_code', quantity: 'qty' }],
  once: ['event_id'],
};

/**
 * The Trade Desk: its pixels, its conversion events, and its matching of cookies.
 * @see https://partner.thetradedesk.com/v3/portal/data/doc/DataConversionEventsApi
 * @see https://docs.tealium.com/server-side-connectors/the-trade-desk-real-time-conversion-events-connector
 */
export const THE_TRADE_DESK: Vendor = {
  id: 'the-trade-desk',
  name: 'The Trade Desk',
  hosts: ['adsrvr.org', 'adsrvr.cn'],
  hits: [
    { when: { host: 'own', path: /^\/track\/realtimeconversion\/?$/u }, ...CONVERSIONS },
    { when: { host: 'own', path: /^\/track\/up\/?$/u }, ...UNIVERSAL },
    { when: { host: 'own', path: /^\/track\/(?:pxl|evnt|conv|cei)\/?$/u }, ...STATIC },
    {
      when: { host: 'own', path: /^\/track\/(?:cm[a-z]|rid|usersync)(?:\/|$)/u },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { visitor: ROLES.visitor ?? [], account: ['ttd_pid'], consent: ['gdpr_consent', 'us_privacy'] },
    },
    { when: { path: /\/realtimeconversion\/?$/u, body: { 'data.0.adv': true } }, ...CONVERSIONS },
    { when: { path: /\/track\/up\/?$/u, query: { adv: true, upid: true, upv: /^\d/u } }, ...UNIVERSAL },
    {
      when: { path: /\/track\/(?:pxl|evnt|conv)\/?$/u, query: { ct: /^\d:\w+$/u, adv: /^\w{6,8}$/u, fmt: true } },
      ...STATIC,
    },
  ],
};
