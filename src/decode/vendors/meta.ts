import { match, matchNumber, part } from '../hit/take.ts';
import type { HitKind, Roles, Vendor, When } from '../hit/vendor.ts';

const ROLES: Roles = {
  visitor: ['fbp'],
  user: ['ud[external_id]', 'aud[external_id]', 'udff[external_id]'],
  account: ['id'],
  // `es` is what servers that pass hits on call it.
  page: ['dl', 'event_source_url', match('es', /^https?:.*$/u)],
  referrer: ['rl'],
  title: [
    'cd[pageFeatures].title',
    'cd[Meta].title',
    'cd[OpenGraph].og:title',
    'pmd[title]',
    'cd[page_title]',
    'cd[title]',
  ],
  search: ['cd[search_string]', 'cd[search_term]'],
  value: ['cd[value]'],
  currency: ['cd[currency]'],
  order: ['cd[order_id]', 'cd[transaction_id]', 'cd[orderId]'],
  firstVisit: [matchNumber('fbp', /^fb\.\d\.(\d{13})\./u)],
  consent: [part('dpo', ',', 0)],
};

/** What the pixel sends: as a query, as a form, as multipart, and through a site's own host. */
const PIXEL: Omit<HitKind, 'when'> = {
  name: ['ev'],
  deeds: {
    microdata: 'other',
    subscribedbuttonclick: 'click',
    submitapplication: 'form',
    starttrial: 'sign-up',
    schedule: 'lead',
  },
  roles: ROLES,
  items: [{ at: 'cd[contents]' }, { at: 'cd[content_ids]' }],
  // `ud`: by the site; `aud` and `udff`: found in the page's forms by the pixel itself.
  personal: {
    email: ['ud[em]', 'aud[em]', 'udff[em]'],
    phone: ['ud[ph]', 'aud[ph]', 'udff[ph]'],
    name: ['ud[fn]', 'ud[ln]', 'aud[fn]', 'aud[ln]', 'udff[fn]', 'udff[ln]'],
    address: ['ud[ct]', 'ud[zp]', 'aud[ct]', 'aud[zp]', 'udff[ct]', 'udff[zp]'],
    birth: ['ud[db]', 'aud[db]', 'udff[db]'],
  },
  // The same to `/tr` and to Chrome's attribution reporting: pixel, when it began, how-manieth event.
  once: ['id', 'it', 'ec'],
};

/** By the Conversions API; meant for servers, and sent by pages too. */
const SERVER: Omit<HitKind, 'when'> = {
  events: ['data'],
  name: ['event_name'],
  roles: {
    visitor: ['user_data.fbp'],
    user: ['user_data.external_id', 'user_data.external_id.0'],
    page: ['event_source_url'],
    referrer: ['referrer_url'],
    search: ['custom_data.search_string'],
    value: ['custom_data.value'],
    currency: ['custom_data.currency'],
    order: ['custom_data.order_id'],
    firstVisit: [matchNumber('user_data.fbp', /^fb\.\d\.(\d{13})\./u)],
  },
  items: [{ at: 'custom_data.contents' }, { at: 'custom_data.content_ids' }],
  personal: {
    email: ['user_data.em'],
    phone: ['user_data.ph'],
    name: ['user_data.fn', 'user_data.ln'],
    address: ['user_data.ct', 'user_data.zp'],
    birth: ['user_data.db'],
  },
  once: ['event_id'],
};

const PATH = /\/tr\/?$/u;
const ID = /^\d{10,20}$/u;
const ADDRESS = /^https?:\/\//u;
/** All that fbevents.js says of each page: whether there was a click ID, and since when it runs. */
const RUNNING = { coo: /^(?:true|false)$/u, it: /^\d{13}$/u };

/** Its shape on a host that is not Meta's: a site's own, or a gateway's. */
const ELSEWHERE: readonly When[] = [
  { path: PATH, query: { ev: true, id: ID, dl: ADDRESS } },
  { path: PATH, query: { ev: true, id: ID, fbp: /^fb\.\d\.\d+\./u } },
  { path: PATH, query: { ev: true, id: ID, noscript: /^1$/u } },
  { path: PATH, body: { ev: true, id: ID, dl: ADDRESS } },
  { query: { ev: true, id: ID, dl: ADDRESS, ...RUNNING } },
  { body: { ev: true, id: ID, dl: ADDRESS, ...RUNNING } },
];

/**
 * Meta (Facebook) Pixel.
 * @see https://developers.facebook.com/docs/meta-pixel/reference
 */
export const META: Vendor = {
  id: 'meta',
  name: 'Meta Pixel',
  hosts: ['facebook.com', 'facebook.net'],
  hits: [
    { when: { host: 'own', path: /^\/(?:tr|privacy_sandbox\/pixel\/register\/trigger)\/?$/u }, ...PIXEL },
    { when: { host: 'own', path: /^\/v\d+\.\d+\/\d+\/events$/u, body: { 'data.0.event_name': true } }, ...SERVER },
    // The conversion pixel of before 2016.
    {
      when: { host: 'own', path: /^\/offsite_event\.php$/u, query: { id: ID } },
      unnamed: 'offsite_event',
      roles: { account: ['id'], value: ['value'], currency: ['currency'] },
    },
    ...ELSEWHERE.map((when) => ({ when, ...PIXEL })),
  ],
};
