import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { parseBase64 } from '../body/base64.ts';
import { asNumber, asText, inferred, sum, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** A datastream; its environment may follow. */
const DATASTREAM = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?::\w+)?$/iu;

/** The visitor's number as the cookie has it, handed on with each hit: 38 digits among protocol buffers in base64. */
const IN_COOKIE: Taken<string> = {
  at: 'meta.state.entries',
  take: (found) => {
    const entries = isList(found) ? found : [];
    const cookie = entries.find((entry) => asText(own(entry, 'key') ?? null)?.endsWith('_identity') === true);
    const bytes = parseBase64(asText(own(cookie, 'value') ?? null) ?? '');
    return bytes === null ? undefined : /\d{38}/u.exec(new TextDecoder('latin1').decode(bytes))?.[0];
  },
};

/** Namespaces of browsers, e-mail addresses and phone numbers; whatever else there is, the site made. */
const NOT_OF_THE_SITE = /^(?:ECID|FPID|AdCloud|Core|GCLID|IDFA|GAID|Email.*|email|Phone.*|AACUSTOMID|AAID|TNTID)$/u;

/** What a person who signed in goes by at the site, in a namespace that the site made. */
const SIGNED_IN: Taken<string> = {
  at: 'xdm.identityMap',
  take: (found) => {
    const namespaces = isObject(found) ? Object.entries(found) : [];
    for (const [namespace, identities] of namespaces) {
      if (NOT_OF_THE_SITE.test(namespace) || !isList(identities)) continue;
      const one = identities.find((identity) => own(identity, 'authenticatedState') === 'authenticated');
      const user = asText(own(one, 'id') ?? null);
      if (user !== undefined) return user;
    }
    return undefined;
  },
};

/** The price of a product is that of all of its kind together. */
function items(found: Json): readonly Item[] {
  return (isList(found) ? found : []).map((product) => {
    const quantity = asNumber(own(product, 'quantity') ?? null) ?? null;
    const price = asNumber(own(product, 'priceTotal') ?? null) ?? null;
    return {
      id: asText(own(product, 'SKU') ?? null) ?? null,
      name: asText(own(product, 'name') ?? null) ?? null,
      price: price === null ? null : price / (quantity === null || quantity <= 0 ? 1 : quantity),
      quantity,
    };
  });
}

const HIT: Omit<HitKind, 'when'> = {
  events: ['events', 'event'],
  name: ['xdm.eventType', 'type', 'data.__adobe.analytics.events', 'data.__adobe.analytics.linkName'],
  unnamed: 'sendEvent',
  deeds: {
    'commerce.purchases': 'order',
    'commerce.checkouts': 'checkout',
    'commerce.productviews': 'product-view',
    'commerce.productlistadds': 'cart',
    'commerce.productlistopens': 'cart',
    'commerce.productlistremovals': 'cart',
    'commerce.productlistviews': 'cart',
  },
  roles: {
    visitor: [
      'xdm.identityMap.ECID.0.id',
      'identityMap.ECID.0.id',
      'meta.state.identityMap.ECID.0.id',
      IN_COOKIE,
      'xdm.identityMap.FPID.0.id',
    ],
    user: [SIGNED_IN],
    account: ['configId', 'dataStreamId', 'datastreamId'],
    page: ['xdm.web.webPageDetails.URL', 'data.__adobe.analytics.pageURL'],
    referrer: ['xdm.web.webReferrer.URL'],
    title: ['xdm.web.webPageDetails.name', 'xdm.web.webPageDetails.title', 'data.__adobe.analytics.pageName'],
    search: [
      'xdm.siteSearch.phrase',
      'xdm.siteSearch.query',
      'xdm.siteSearch.keyword',
      'xdm.search.searchTerm',
      'xdm.search.keyword',
      'xdm.search.term',
      'xdm.*.siteSearch.phrase',
      'xdm.*.search.term',
      'xdm.*.searchTerm',
    ],
    seconds: ['xdm.mediaCollection.sessionDetails.timePlayed', 'xdm.media.mediaTimed.timePlayed.value'],
    value: [
      'xdm.commerce.order.priceTotal',
      'xdm.commerce.order.payments.0.paymentAmount',
      inferred(sum('xdm.productListItems', 'priceTotal')),
    ],
    currency: [
      'xdm.commerce.order.currencyCode',
      'xdm.commerce.order.payments.0.currencyCode',
      'xdm.productListItems.0.currencyCode',
    ],
    order: ['xdm.commerce.order.purchaseID', 'xdm.commerce.order.payments.0.transactionID'],
    consent: ['consent.0.value.general', 'consent.0.value.collect.val'],
  },
  items: [{ at: 'xdm.productListItems', take: items }],
  personal: {
    email: ['xdm.identityMap.Email.0.id', 'xdm.identityMap.Email_LC_SHA256.0.id', 'xdm.identityMap.email.0.id'],
    phone: ['xdm.identityMap.Phone.0.id', 'xdm.identityMap.Phone_E.164.0.id', 'xdm.identityMap.Phone_SHA256.0.id'],
  },
};

const CONSENT: Omit<HitKind, 'when'> = {
  unnamed: 'set-consent',
  deeds: { 'set-consent': 'consent' },
  roles: HIT.roles,
};
const IDENTITY: Omit<HitKind, 'when'> = {
  unnamed: 'identity/acquire',
  deeds: { 'identity/acquire': 'sync' },
  roles: HIT.roles,
};

/**
 * Adobe Experience Platform Edge Network, by its Web SDK (alloy), on Adobe's hosts or on one of the site's own.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/web-sdk/home
 */
export const ADOBE_EXPERIENCE_PLATFORM: Vendor = {
  id: 'adobe-experience-platform',
  name: 'Adobe Experience Platform',
  // The second shares a cookie with Audience Manager, and is asked first wherever that cookie may be set.
  hosts: ['adobedc.net', 'adobedc.demdex.net'],
  hits: [
    { when: { path: /\/privacy\/set-consent$/u, query: { configId: DATASTREAM } }, ...CONSENT },
    { when: { path: /\/identity\/acquire$/u, query: { configId: DATASTREAM } }, ...IDENTITY },
    { when: { path: /\/v\d\/(?:interact|collect)$/u, query: { configId: DATASTREAM } }, ...HIT },
    { when: { path: /\/v\d\/(?:interact|collect)$/u, query: { dataStreamId: DATASTREAM } }, ...HIT },
    // Video: what happened is the last name of the path.
    { when: { path: /\/va\/v\d\/\w+$/u, query: { configId: DATASTREAM } }, ...HIT },
    { when: { path: /\/ee(?:-[\w-]+)?\/(?:\w+\/)?v\d\/(?:interact|collect)$/u, query: { configId: true } }, ...HIT },
    { when: { path: /\/v\d\/(?:interact|collect)$/u, body: { 'events.0.xdm.eventType': true } }, ...HIT },
    { when: { host: 'own', path: /\/v\d\/(?:interact|collect)$/u }, ...HIT },
  ],
};
