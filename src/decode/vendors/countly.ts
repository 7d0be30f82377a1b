import { isList, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layer, Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** What a request tells beside events, by the field that tells it. */
const BESIDE = [
  'begin_session',
  'end_session',
  'session_duration',
  'user_details',
  'crash',
  'apm',
  'consent',
  'campaign_id',
  'hc',
];

function listIn(value: Json, name: string): readonly Json[] {
  const found = own(value, name) ?? null;
  const opened = typeof found === 'string' ? openText(found) : found;
  return isList(opened) ? opened : [];
}

function inRequest(request: Layer): readonly Layers[] {
  const at = request.at === '' ? 'events' : `${request.at}.events`;
  const told = listIn(request.value, 'events').map((value, nth) => [
    { part: request.part, at: `${at}.${nth}`, value },
    request,
  ]);
  const tellsMore = BESIDE.some((name) => own(request.value, name) !== undefined);
  return tellsMore || told.length === 0 ? [...told, [request]] : told;
}

/** A request holds some events, or something else that is told, or both; several requests may come at once. */
function events({ layers }: OpenHit): readonly Layers[] {
  const bulk = layers.flatMap(({ part, value }) =>
    listIn(value, 'requests').map((request, at) => ({ part, at: `requests.${at}`, value: request })),
  );
  const single = layers.filter(({ value }) => own(value, 'device_id') !== undefined).slice(0, 1);
  return (bulk.length > 0 ? bulk : single).flatMap(inRequest);
}

function nameOf(event: Json): string | undefined {
  const key = asText(own(event, 'key') ?? null);
  if (key === undefined) return BESIDE.find((name) => own(event, name) !== undefined);
  const type = key === '[CLY]_action' ? asText(own(own(event, 'segmentation'), 'type') ?? null) : undefined;
  return type === undefined ? key : `${key} · ${type}`;
}

/** Events that last have a duration; others have none, or naught. */
function lasted(event: Json): number | undefined {
  const seconds = asNumber(own(event, 'dur') ?? own(event, 'session_duration') ?? null);
  return seconds === 0 ? undefined : seconds;
}

const REQUEST: Omit<HitKind, 'when'> = {
  events,
  name: [{ at: '', take: nameOf }],
  unnamed: 'request',
  deeds: {
    '[cly]_view': 'page-view',
    begin_session: 'other',
    session_duration: 'time',
    end_session: 'time',
    user_details: 'identify',
    apm: 'performance',
    hc: 'performance',
  },
  roles: {
    visitor: ['device_id'],
    user: ['user_details.username'],
    account: ['app_key'],
    page: ['segmentation.url', 'segmentation.view', { at: 'segmentation.name', take: pathIn }, 'crash._view'],
    search: ['segmentation.search_term', 'segmentation.search_query', 'segmentation.query'],
    seconds: [{ at: '', take: lasted }],
    // What an event sums up is often its price, but a site may sum up anything.
    value: [inferred({ at: 'sum', take: asNumber })],
    currency: ['segmentation.currency'],
    order: ['segmentation.order_id', 'segmentation.orderId', 'segmentation.transaction_id'],
  },
  personal: {
    email: ['user_details.email', 'user_details.custom.email'],
    phone: ['user_details.phone'],
    name: ['user_details.name'],
    birth: ['user_details.byear'],
  },
};

/** A view is named by its path, unless the site names it. */
function pathIn(name: Json): string | undefined {
  const text = asText(name);
  return text !== undefined && /^(?:\/|https?:)/iu.test(text) ? text : undefined;
}

const KEY = /^[\w-]{6,128}$/u;
const PATH = /\/i\/?$/u;
const BULK = /\/i\/bulk\/?$/u;

/**
 * Countly, which sites run themselves or have run for them.
 * @see https://api.count.ly/reference/i
 */
export const COUNTLY: Vendor = {
  id: 'countly',
  name: 'Countly',
  hosts: ['count.ly', 'countly.com'],
  hits: [
    { when: { path: PATH, query: { app_key: KEY, device_id: true } }, ...REQUEST },
    { when: { path: PATH, body: { app_key: KEY, device_id: true } }, ...REQUEST },
    { when: { path: BULK, body: { 'requests.0.device_id': true } }, ...REQUEST },
    { when: { path: BULK, query: { requests: /device_id/u } }, ...REQUEST },
  ],
};
