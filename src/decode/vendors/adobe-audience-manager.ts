import { parseParameters } from '../body/parameters.ts';
import type { Layers } from '../hit/layers.ts';
import { fields, hashed, inClear } from '../hit/take.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** `/ibs:dpid=411&dpuuid=abc` or `/demconf.jpg?et:ibs|data:dpid=411`: it says it as a query does, but behind a colon. */
function behindColon({ url: { pathname, search } }: OpenHit): readonly Layers[] {
  const text = pathname.includes(':') ? pathname : search;
  return [[{ part: 'path', at: '', value: parseParameters(text.replace(/^.*?(?:ibs|data):/u, '')) }]];
}

/** A name of the partner's, the number of a person there, and whether that person is signed in, between unseen signs. */
const CUSTOMER = ['d_cid_ic', 'd_cid'] as const;
const HASHED_EMAIL = /mail[^\p{L}\d]{1,3}(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})(?![\da-f])/iu;
const CLEAR_EMAIL = /[^\s@]@[^\s@]+\.\p{L}{2,}/u;

const ROLES: Roles = {
  visitor: ['d_mid', 'mid', 'd_uuid', 'd_vid', 'd_aid', 'd_fid', 'dpuuid', 'd_dpuuid'],
  account: ['d_orgid', 'mcorgid', 'd_dpid', 'dpid'],
  page: ['c_pageURL', 'c_pageurl', 'c_g', 'c_url', 'd_url', 'h_url'],
  referrer: ['h_referer', 'c_referrer', 'c_r', 'd_ref'],
  title: ['c_pageName', 'c_pagename', 'c_title'],
  search: ['c_search', 'c_searchTerm', 'c_search_term', 'c_keyword', 'c_internalSearch', 'c_searchKeyword'],
  order: ['c_purchaseID', 'c_purchaseid', 'c_orderId', 'c_order_id'],
  value: ['c_orderTotal', 'c_order_total', 'c_revenue'],
  currency: ['c_currencyCode', 'c_currency'],
  consent: ['gdpr_consent', 'd_consent'],
};

const KNOWN: Omit<HitKind, 'when'> = {
  roles: ROLES,
  personal: { email: CUSTOMER.flatMap((at) => [hashed(at, HASHED_EMAIL), inClear(at, CLEAR_EMAIL)]) },
};

/** By whichever library, it asks for the visitor's number for all of Adobe's products. */
const IDENTITY: Omit<HitKind, 'when'> = { ...KNOWN, unnamed: 'id', deeds: { id: 'sync' } };

/** What a site tells of a visit, for its segments. */
const EVENT: Omit<HitKind, 'when'> = {
  ...KNOWN,
  name: [fields('', ['d_event', 'c_events', 'c_event'])],
  unnamed: 'event',
  deeds: { imp: 'other', click: 'click' },
};

/**
 * Adobe Audience Manager (demdex), and the Experience Cloud ID service, which shares its hosts.
 * @see https://experienceleague.adobe.com/en/docs/id-service/using/home
 * @see https://experienceleague.adobe.com/en/docs/audience-manager/user-guide/reference/dcs-intro
 */
export const ADOBE_AUDIENCE_MANAGER: Vendor = {
  id: 'adobe-audience-manager',
  name: 'Adobe Audience Manager',
  hosts: ['demdex.net'],
  hits: [
    { when: { path: /\/id(?:\/rd)?$/u, query: { d_visid_ver: true, d_orgid: /@AdobeOrg$/u } }, ...IDENTITY },
    { when: { path: /\/id(?:\/rd)?$/u, query: { d_visid_ver: true, mcorgid: /@AdobeOrg$/u } }, ...IDENTITY },
    { when: { host: 'own', path: /^\/id(?:\/rd)?$/u }, ...IDENTITY },
    // A partner hands over its own number of the visitor.
    {
      when: { host: 'own', path: /^\/(?:ibs:|demconf\.jpg$)/u },
      events: behindColon,
      unnamed: 'ibs',
      deeds: { ibs: 'sync' },
      ...KNOWN,
    },
    { when: { host: 'own', path: /^\/ibs$/u }, unnamed: 'ibs', deeds: { ibs: 'sync' }, ...KNOWN },
    { when: { host: 'own', path: /^\/(?:first)?event$/u }, ...EVENT },
  ],
};
