import type { Item } from '#core/hit.ts';
import { isObject, type Json, own } from '#core/json.ts';
import { parseParameters } from '../body/parameters.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, milliseconds, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';
import { USER_DATA } from './google-ads.ts';

const ID = /^GT?-[A-Z\d]{4,}$/u;

/** Each line of the body is one event; what they share stands in the query. */
function lines({ body: { content } }: OpenHit): readonly Layers[] {
  if (content.form === 'value' && isObject(content.value)) return [[{ part: 'body', at: '', value: content.value }]];
  if (content.form !== 'rows') return [[]];
  return content.rows.map((row, at) => [
    { part: 'body', at: String(at), value: typeof row === 'string' ? parseParameters(row) : row },
  ]);
}

/** `pr1=idSKU~nmSocks~pr9.5~qt2`: each piece begins with two letters that say what it is. */
function itemIn(text: string): Item {
  const pieces = new Map(text.split('~').map((piece) => [piece.slice(0, 2), piece.slice(2)]));
  const number = (name: string): number | null => asNumber(pieces.get(name) ?? '') ?? null;
  return {
    id: pieces.get('id') ?? null,
    name: pieces.get('nm') ?? null,
    price: number('pr'),
    quantity: number('qt'),
  };
}

function items(event: Json): readonly Item[] {
  return Array.from({ length: 200 }, (_, at) => asText(own(event, `pr${at + 1}`) ?? null))
    .filter((text) => text !== undefined)
    .map(itemIn);
}

/** The visitor's number ends with the second in which it was given out. */
const FIRST_VISIT: Taken<number> = {
  at: 'cid',
  take: (found) => {
    const second = /^\d+\.(\d{10})$/u.exec(asText(found) ?? '')?.[1];
    return second === undefined ? undefined : Number(second) * 1000;
  },
  basis: 'inferred',
};

/** What gtag.js sends, and who speaks as it does. */
const HIT: Omit<HitKind, 'when'> = {
  events: lines,
  name: ['en'],
  deeds: { user_engagement: 'time', view_search_results: 'search', first_visit: 'other', session_start: 'other' },
  roles: {
    visitor: ['cid'],
    session: ['sid'],
    user: ['uid'],
    account: ['tid'],
    page: ['dl'],
    referrer: ['dr'],
    title: ['dt'],
    // A parameter that is a number comes under `epn.`, whatever it means.
    search: ['ep.search_term', 'epn.search_term', 'ep.q', 'ep.search_query', 'ep.query'],
    seconds: [milliseconds('_et'), milliseconds('epn.engagement_time_msec'), milliseconds('ep.engagement_time_msec')],
    scroll: ['epn.percent_scrolled', 'ep.percent_scrolled'],
    visits: ['sct'],
    firstVisit: [FIRST_VISIT],
    value: ['epn.value', 'ep.value', 'epn.revenue'],
    currency: ['cu', 'ep.currency'],
    order: ['ep.transaction_id', 'epn.transaction_id'],
    consent: ['gcs', 'gcd'],
  },
  items: [{ at: '', take: items }],
  personal: {
    ...USER_DATA,
    email: [...(USER_DATA.email ?? []), 'ep.user_data.sha256_email_address', 'ep.user_data.email_address'],
    phone: [...(USER_DATA.phone ?? []), 'ep.user_data.sha256_phone_number', 'ep.user_data.phone_number'],
  },
  once: ['tid', 'cid', '_p', '_s'],
};

/** The Measurement Protocol: events as JSON, told by their full names. */
const PROTOCOL: Omit<HitKind, 'when'> = {
  events: ['events'],
  name: ['name'],
  deeds: HIT.deeds ?? {},
  roles: {
    visitor: ['client_id', 'app_instance_id'],
    session: ['params.session_id'],
    user: ['user_id'],
    account: ['measurement_id', 'firebase_app_id'],
    page: ['params.page_location'],
    referrer: ['params.page_referrer'],
    title: ['params.page_title'],
    search: ['params.search_term'],
    seconds: [milliseconds('params.engagement_time_msec')],
    scroll: ['params.percent_scrolled'],
    value: ['params.value'],
    currency: ['params.currency'],
    order: ['params.transaction_id'],
    consent: ['consent.ad_user_data'],
  },
  items: [{ at: 'params.items' }],
  personal: {
    email: ['user_data.sha256_email_address', 'user_data.sha256_email_address.0'],
    phone: ['user_data.sha256_phone_number', 'user_data.sha256_phone_number.0'],
  },
};

/**
 * Google Analytics 4: what gtag.js sends to Google, to a server container or to a path of the site itself, and the
 * Measurement Protocol.
 * @see https://developers.google.com/analytics/devguides/collection/ga4
 * @see https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference
 */
export const GOOGLE_ANALYTICS: Vendor = {
  id: 'google-analytics',
  name: 'Google Analytics',
  hosts: ['google-analytics.com', 'analytics.google.com', 'stats.g.doubleclick.net'],
  hits: [
    // Mirrors for advertising, which name no event.
    {
      when: { host: /^stats\.g\.doubleclick\.net$/u, query: { v: /^2$/u, tid: ID } },
      ...HIT,
      unnamed: 'remarketing',
      deeds: { ...HIT.deeds, remarketing: 'sync' },
    },
    {
      when: { path: /\/ads\/ga-audiences$/u, query: { tid: ID, cid: true } },
      ...HIT,
      unnamed: 'ga-audiences',
      deeds: { 'ga-audiences': 'sync' },
    },
    { when: { query: { v: /^2$/u, tid: ID, en: true } }, ...HIT },
    { when: { query: { v: /^2$/u, tid: ID, cid: true } }, ...HIT },
    // Cookieless and cut short, but on the path that gtag.js uses everywhere.
    { when: { path: /\/(?:g\/c|collect|g\/collect)$/u, query: { v: /^2$/u, tid: ID } }, ...HIT },
    { when: { body: { v: /^2$/u, tid: ID, cid: true, en: true } }, ...HIT },
    { when: { query: { measurement_id: ID, api_secret: true } }, ...PROTOCOL },
    { when: { query: { firebase_app_id: true, api_secret: true } }, ...PROTOCOL },
    { when: { path: /\/mp\/collect$/u, body: { client_id: true, 'events.0.name': true } }, ...PROTOCOL },
  ],
};
