import { fields, match, milliseconds } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const MEASUREMENT: Omit<HitKind, 'when'> = {
  name: [
    fields('', ['ns_st_ev', 'ns_ap_ev', 'ns_type', 'c_ui_event', 'b_ui_event']),
    'ns_st_ev',
    'ns_ap_ev',
    'ns_type',
  ],
  unnamed: 'pageview',
  deeds: {
    view: 'page-view',
    hidden: 'other',
    'play · hidden': 'video',
    'hb · hidden': 'time',
    'end · hidden': 'video',
  },
  roles: {
    // The number in its own cookie; else the one that the site gives.
    visitor: ['cs_fpcu', 'cs_fpid', 'c12'],
    account: ['c2'],
    page: ['c7', 'ns_jspageurl', match('c4', /^https?:\/\/.+$/u)],
    referrer: ['c9', 'ns_referrer'],
    title: ['c8', 'ns_ti'],
    search: ['ns_search_term'],
    seconds: [milliseconds('ns_st_pt')],
    consent: ['cs_ucfr', 'gdpr_consent'],
  },
  once: ['c2', 'ns__t'],
};

/**
 * Comscore: its tag on web pages, in players and in apps; and what it was before, Digital Analytix (Sitestat).
 * @see https://docs.tealium.com/client-side-tags/comscore-tag
 */
export const COMSCORE: Vendor = {
  id: 'comscore',
  name: 'Comscore',
  hosts: ['scorecardresearch.com', 'voicefive.com', 'sitestat.com'],
  hits: [
    { when: { host: 'own', path: /^\/(?:[bpr]\d?|beacon\.gif)$/u, query: { c2: true } }, ...MEASUREMENT },
    { when: { host: 'own', path: /^\/[bpr]\d?$/u, body: { c2: true } }, ...MEASUREMENT },
    { when: { host: 'own', path: /\/s$/u, query: { ns__t: true } }, ...MEASUREMENT },
    { when: { query: { ns__t: /^\d{13}$/u, c1: /^\d{1,2}$/u, c2: /^\d{5,9}$/u } }, ...MEASUREMENT },
    { when: { query: { ns__t: /^\d{13}$/u, ns_jspageurl: true } }, ...MEASUREMENT },
  ],
};
