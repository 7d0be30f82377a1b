import { match } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const PIXEL: Omit<HitKind, 'when'> = {
  name: ['name', 'event_name', 'action'],
  unnamed: 'PAGE_VIEW',
  deeds: { view: 'page-view', 'email sign up': 'sign-up' },
  roles: {
    account: ['marketerId', 'mid', 'advid'],
    page: ['dl', match('referer', /^https?:\/\/[^/]+\/.+$/u)],
    referrer: ['referrer', 'pRef'],
    value: ['orderValue', 'value', 'revenue'],
    currency: ['currency'],
    order: ['orderId', 'orderid'],
    consent: ['gdprConsent', 'cnsnt', 'gdpr_consent', 'ccpa', 'optOut'],
  },
  once: ['name', 'bust'],
};

/**
 * Outbrain: the pixel of who advertises (obtp.js), the widgets of who publishes, and its matching of cookies.
 * @see https://www.outbrain.com/help/advertisers/install-outbrain-pixel/
 */
export const OUTBRAIN: Vendor = {
  id: 'outbrain',
  name: 'Outbrain',
  hosts: ['outbrain.com', 'outbrainimg.com', 'zemanta.com'],
  hits: [
    { when: { host: 'own', path: /^\/(?:unifiedPixel|pixel|network\/trackpxl)\/?$/u }, ...PIXEL },
    { when: { query: { marketerId: /^0[\da-f]{31,33}/u, obApiVersion: true, name: true } }, ...PIXEL },
    {
      when: { host: 'own', path: /^\/utils\/(?:get|platforms)$/u },
      unnamed: 'widget',
      roles: {
        visitor: ['api_user_id'],
        account: ['key'],
        page: ['url'],
        referrer: ['ref'],
        consent: ['cnsnt', 'ccpa'],
      },
    },
    {
      when: { host: 'own', path: /^\/loggerServices\/widgetGlobalEvent$/u },
      unnamed: 'widgetGlobalEvent',
      roles: { session: ['sid'], account: ['pid'], page: ['url'] },
    },
    {
      when: { host: 'own', path: /^\/(?:cookie-sync|usersync)/u },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { consent: ['gdpr_consent', 'us_privacy'] },
    },
  ],
};
