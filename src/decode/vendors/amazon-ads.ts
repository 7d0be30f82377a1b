import type { Personal } from '#core/hit.ts';
import { isList, own } from '#core/json.ts';
import { inferred, match, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** That there is a hash of this sort among those that are sent for a token. */
function record(sort: string): Taken<Personal['form']> {
  return {
    at: 'hashedRecords',
    take: (found) => (isList(found) && found.some((one) => own(one, 'type') === sort) ? 'hashed' : undefined),
  };
}

const TAG: Omit<HitKind, 'when'> = {
  name: ['event', 'eventName'],
  unnamed: 'PageView',
  deeds: { 'off-amazonpurchases': 'order' },
  roles: {
    account: ['pid', match('ex-fargs', /[?&]id=([\w-]+)/u)],
    page: ['url', 'pageUrl', 'ex-src', match('referer', /^https?:\/\/[^/]+\/.+$/u)],
    value: ['value'],
    currency: ['currencyCode', 'currency'],
    // Amazon's own templates fill it with the number of the order.
    order: ['orderId', 'order_id', 'transactionId', inferred(match('clientDedupeId', /^.+$/u))],
    consent: ['amazonConsentString', 'gdpr_consent', 'gdprConsent', 'gpp'],
  },
  items: [{ at: '', id: 'productId', name: 'productName', price: 'itemPrice', quantity: 'unitsSold' }],
  personal: { email: ['hashedEmail', 'email'], phone: ['hashedPhone', 'phonenumber'] },
  once: ['pid', 'uuid'],
};

/**
 * Amazon Ads: the Ad Tag (amzn.js), the pictures before it, and its matching of cookies.
 * @see https://github.com/amzn/ads-pao-amznjs-gtm-template
 * @see https://advertising.amazon.com/help/G2648JUCRZU662V5
 */
export const AMAZON_ADS: Vendor = {
  id: 'amazon-ads',
  name: 'Amazon Ads',
  hosts: ['amazon-adsystem.com', 'paa-reporting-advertising.amazon'],
  hits: [
    {
      when: { host: 'own', path: /^\/(?:s\/)?(?:iui?3|ecm3|dcm)$/u, query: { cm3ppd: true } },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { consent: ['gdpr_consent', 'us_privacy'] },
    },
    {
      when: { host: 'own', path: /^\/(?:s\/)?(?:ecm3|dcm)$/u },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { visitor: ['id'], consent: ['gdpr_consent', 'us_privacy'] },
    },
    { when: { host: 'own', path: /^\/(?:(?:s\/)?iui?3|aat)\/?$/u }, ...TAG },
    {
      // What the tag was given of the person goes ahead, for a token that the events then carry.
      when: { host: 'own', path: /^\/envelope\/?$/u, hasBody: true },
      unnamed: 'setUserData',
      deeds: { setuserdata: 'identify' },
      roles: {},
      personal: { email: [record('email')], phone: [record('phonenumber')] },
    },
    { when: { query: { eventSource: /^amzn\.js$/u, pid: true, event: true } }, ...TAG },
  ],
};
