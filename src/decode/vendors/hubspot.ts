import type { Deed } from '#core/hit.ts';
import { asText, inClear, match, part, type Taken } from '../hit/take.ts';
import type { HitKind, Roles, Vendor } from '../hit/vendor.ts';

/** The sorts of hit that share one pixel, by the library's own names for them. */
const KINDS: Readonly<Record<string, string>> = {
  1: 'trackPageView',
  3: 'trackEvent',
  12: 'trackCtaView',
  14: 'feed view',
  15: 'trackFormView',
  16: 'trackFormInstall',
  17: 'trackFormVisible',
  18: 'trackFormInteraction',
  19: 'trackFormCompletion',
  26: 'trackFeedbackView',
  28: 'trackApproveCookieConsent',
  29: 'trackDeclineCookieConsent',
  30: 'trackRevokeCookieConsent',
};

const DEEDS: Readonly<Record<string, Deed>> = {
  trackpageview: 'page-view',
  trackctaview: 'other',
  'feed view': 'page-view',
  trackformview: 'other',
  trackforminstall: 'other',
  trackformvisible: 'other',
  trackformcompletion: 'lead',
  trackapprovecookieconsent: 'consent',
  trackdeclinecookieconsent: 'consent',
  trackrevokecookieconsent: 'consent',
};

const KIND: Taken<string> = { at: 'k', take: (found) => KINDS[asText(found) ?? ''] };

/** What was clicked, as it reads. */
const CLICK: Taken<string> = {
  at: '_hs_element_text',
  take: (found) => {
    const text = asText(found)?.slice(0, 80);
    return text === undefined ? undefined : `click · ${text}`;
  },
};

/** What a site gives along with an event has an underscore before its name. */
const ROLES: Roles = {
  // `u` is the cookie `__hstc`: domain, visitor, first, previous and current visit, how many visits.
  visitor: ['vi', part('u', '.', 1)],
  session: ['b'],
  account: ['a'],
  page: ['pu', 'ccu', 'rcu'],
  referrer: ['r'],
  title: ['t'],
  search: ['_search_term', '_searchTerm', '_search_query', '_query'],
  visits: [number('u', 5)],
  firstVisit: [number('u', 2)],
  value: ['_value', '_amount', '_revenue', '_total', '_price', 'm'],
  currency: ['_currency', '_currency_code'],
  order: ['_order_id', '_orderId', '_transaction_id'],
  consent: ['cc'],
};

function number(at: string, index: number): Taken<number> {
  const { take } = part(at, '.', index);
  return {
    at,
    take: (found) => {
      const text = take(found);
      return text !== undefined && /^\d+$/u.test(text) ? Number(text) : undefined;
    },
  };
}

/** Who the site says it is: fields inside one parameter, encoded once more or twice. */
const IDENTITY: HitKind['personal'] = {
  email: ['i.email', '_email', inClear('i', /email(?:=|%3D)[^&]+(?:@|%40)/iu)],
  phone: ['i.phone', 'i.mobilephone'],
  name: ['i.firstname', 'i.lastname'],
};

const PIXEL: Omit<HitKind, 'when'> = { roles: ROLES, personal: IDENTITY, once: ['vi', 'cts'] };

/** A form that HubSpot's library found in the page by itself. */
const COLLECTED: Omit<HitKind, 'when'> = {
  unnamed: 'collected form',
  deeds: { 'collected form': 'form' },
  roles: {
    visitor: ['utk', 'formSubmission.utk'],
    account: ['portalId', 'formSubmission.portalId'],
    page: ['pageUrl', 'formSubmission.pageUrl'],
    title: ['pageTitle', 'formSubmission.pageTitle'],
  },
  personal: {
    email: ['contactFields.email', 'formSubmission.contactFields.email'],
    phone: ['contactFields.phone', 'formSubmission.contactFields.phone'],
    name: [
      'contactFields.firstName',
      'contactFields.lastName',
      'formSubmission.contactFields.firstName',
      'formSubmission.contactFields.lastName',
    ],
  },
};

/** A form of HubSpot's own. */
const FORM: Omit<HitKind, 'when'> = {
  unnamed: 'form submission',
  deeds: { 'form submission': 'lead' },
  roles: {
    visitor: ['context.hutk', 'hs_context.hutk'],
    account: ['portalId'],
    page: ['context.pageUri', 'context.pageUrl', 'hs_context.pageUrl', 'hs_context.pageUri'],
    title: ['context.pageName', 'context.pageTitle', 'hs_context.pageName', 'hs_context.pageTitle'],
    referrer: ['hs_context.referrer'],
  },
  personal: { email: ['email'], phone: ['phone', 'mobilephone'], name: ['firstname', 'lastname'] },
};

const ACCOUNT = /^\d{3,}$/u;

/** The pixel has a name of its own, so that its host need not be HubSpot's. */
function pixel(name: string, kind: Omit<HitKind, 'when'>): readonly HitKind[] {
  const path = new RegExp(`/__${name}\\.gif$`, 'u');
  return [
    { when: { host: 'own', path }, ...kind },
    { when: { path, query: { a: ACCOUNT } }, ...kind },
  ];
}

/**
 * HubSpot: its tracking code, forms, and calls to action.
 * @see https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code/overview
 * @see https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated
 */
export const HUBSPOT: Vendor = {
  id: 'hubspot',
  name: 'HubSpot',
  hosts: [
    'hubspot.com',
    'hscollectedforms.net',
    'hsforms.com',
    'hsforms.net',
    'hubapi.com',
    'hs-analytics.net',
    'hs-scripts.com',
    'hs-banner.com',
    'hsadspixel.net',
    'hubspotfeedback.com',
    'usemessages.com',
  ],
  hits: [
    ...pixel('ptq', { ...PIXEL, name: ['n', KIND], unnamed: 'trackPageView', deeds: DEEDS }),
    ...pixel('ptbe', { ...PIXEL, name: ['n'], unnamed: 'trackCustomBehavioralEvent' }),
    ...pixel('ptc', { ...PIXEL, name: [CLICK], unnamed: 'click', deeds: { click: 'click' } }),
    {
      when: { host: 'own', path: /\/v1\/event\/?$/u, query: { _n: true, _a: ACCOUNT } },
      name: ['_n'],
      roles: { account: ['_a'], value: ['_m'] },
    },
    {
      when: { host: 'own', path: /\/events\/v3\/send\/?$/u, hasBody: true },
      name: ['eventName'],
      roles: {
        visitor: ['utk'],
        page: [match('properties.hs_url', /^https?:.*$/u), match('properties.url', /^https?:.*$/u)],
        title: ['properties.hs_title'],
        value: ['properties.value', 'properties.amount', 'properties.revenue'],
        currency: ['properties.currency'],
        order: ['properties.order_id'],
      },
    },
    { when: { host: 'own', path: /\/collected-forms\/submit\/form\/?$/u, hasBody: true }, ...COLLECTED },
    {
      when: { host: 'own', path: /\/collected-forms\/submit\/form\/submit\.gif$/u, query: { formSubmission: true } },
      ...COLLECTED,
    },
    {
      when: { host: 'own', path: /\/(?:submissions\/v3\/\w+\/(?:\w+\/)*submit|uploads\/form\/v2)\//u, hasBody: true },
      ...FORM,
    },
    ...['view', 'click'].map((what): HitKind => ({
      when: { host: 'own', path: new RegExp(`/web-interactives/public/v1/track/${what}$`, 'u') },
      unnamed: `CTA ${what}`,
      deeds: { 'cta view': 'other' },
      roles: { visitor: ['utk', 'hutk', 'hubspotutk'], account: ['portalId'], page: ['pageUrl', 'url', 'currentUrl'] },
    })),
  ],
};
