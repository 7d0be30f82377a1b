import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred, type Take, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** Fields that hold JSON, as it is or in base64: what happened, and what goes with it. */
const PACKED = ['ue_pr', 'ue_px', 'co', 'cx'];

function unpacked(event: Json): Json {
  if (!isObject(event)) return event;
  const inside = PACKED.flatMap((name) => {
    const packed = own(event, name);
    const value = typeof packed === 'string' ? openText(packed) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...event, ...Object.fromEntries(inside) };
}

/** A body is a batch, a query one event. Opened at once, for what is personal is looked for in what is open. */
function events({ layers }: OpenHit): readonly Layers[] {
  const body = layers.find(({ part }) => part === 'body');
  const list = own(body?.value, 'data');
  if (isList(list)) return list.map((event, at) => [{ part: 'body', at: `data.${at}`, value: unpacked(event) }]);
  const query = layers.find(({ part }) => part === 'query');
  return [query === undefined ? [] : [{ ...query, value: unpacked(query.value) }]];
}

/** The types there were from the beginning, by the names that they get in the end. */
const TYPES: Readonly<Record<string, string>> = {
  pv: 'page_view',
  pp: 'page_ping',
  tr: 'transaction',
  ti: 'transaction_item',
  ad: 'ad_impression',
};

function text(fields: Json | undefined, name: string): string | undefined {
  return asText(own(fields, name) ?? null);
}

/** `iglu:com.shop/newsletter_signup/jsonschema/1-0-0`: the second part is its name. */
function schemaName(itself: Json): string | undefined {
  return /^iglu:[^/]+\/([^/]+)\//u.exec(text(itself, 'schema') ?? '')?.[1];
}

/** These say in a field what was done. */
const ACTIONS: Readonly<Record<string, string>> = { snowplow_ecommerce_action: 'type', action: 'action' };

function nameOf(event: Json): string | undefined {
  const type = text(event, 'e');
  if (type === undefined) return undefined;
  const itself = own(own(event, 'ue_pr') ?? own(event, 'ue_px'), 'data') ?? null;
  const name = schemaName(itself) ?? text(event, 'ue_na');
  const details =
    type === 'se'
      ? ['se_ca', 'se_ac', 'se_la', 'se_pr'].map((field) => text(event, field))
      : type === 'ue'
        ? [name, text(own(itself, 'data'), ACTIONS[name ?? ''] ?? '')]
        : [TYPES[type]];
  return [type, ...details].filter((part) => part !== undefined).join(' · ');
}

/** From the event that describes itself, in either form, where its schema has this name. */
function described<T>(name: string, take: (data: Json) => T | undefined): readonly Taken<T>[] {
  return ['ue_pr.data', 'ue_px.data'].map((at) => ({
    at,
    take: (found) => (schemaName(found) === name ? take(own(found, 'data') ?? null) : undefined),
  }));
}

/** From what goes with an event, in either form, where the schema of one fits. */
function entity<T>(schema: RegExp, field: string, take: Take<T>): readonly Taken<T>[] {
  return ['co.data', 'cx.data'].map((at) => ({
    at,
    take: (found) => {
      const one = isList(found) ? found.find((each) => schema.test(text(each, 'schema') ?? '')) : undefined;
      return take(own(own(one, 'data'), field) ?? null);
    },
  }));
}

function products(found: Json): readonly Item[] | undefined {
  if (!isList(found)) return undefined;
  return found
    .filter((each) =>
      /ecommerce\/(?:product|productFieldObject|impressionFieldObject)\//u.test(text(each, 'schema') ?? ''),
    )
    .map((each) => own(each, 'data') ?? null)
    .map((data) => ({
      id: text(data, 'id') ?? null,
      name: text(data, 'name') ?? null,
      price: asNumber(own(data, 'price') ?? null) ?? null,
      quantity: asNumber(own(data, 'quantity') ?? null) ?? null,
    }));
}

function terms(data: Json): string | undefined {
  const list = own(data, 'terms');
  return isList(list) ? asText(list.map((term) => asText(term) ?? '').join(' ')) : asText(list ?? null);
}

/** How far a page ping had scrolled: the lowest that was seen, of the height of the page. */
function scrolled(event: Json): number | undefined {
  const seen = asNumber(own(event, 'pp_may') ?? null);
  const [window, page] = ['vp', 'ds'].map((name) => asNumber(text(event, name)?.split('x')[1] ?? ''));
  if (seen === undefined || window === undefined || page === undefined || page === 0) return undefined;
  return Math.min(100, ((seen + window) / page) * 100);
}

const ORDER = /ecommerce\/transaction\//u;
const ACTION = /enhanced-ecommerce\/actionFieldObject\//u;
const CART = /ecommerce\/cart\//u;
const SESSION = /\/client_session\//u;
const SCREEN = /\/screen_summary\//u;
const MEDIA = /media\/session\//u;

const EVENT: Omit<HitKind, 'when'> = {
  events,
  name: [{ at: '', take: nameOf }],
  deeds: {
    'ti · transaction_item': 'other',
    'ue · snowplow_ecommerce_action · list_view': 'product-view',
    'ue · action · detail': 'product-view',
    'ue · action · add': 'cart',
    'ue · action · remove': 'cart',
  },
  roles: {
    visitor: ['duid', ...entity(SESSION, 'userId', asText), 'tnuid', 'nuid'],
    session: ['sid', ...entity(SESSION, 'sessionId', asText)],
    user: ['uid'],
    account: ['aid'],
    page: ['url'],
    referrer: ['refr'],
    title: ['page'],
    search: described('site_search', terms),
    seconds: [...entity(SCREEN, 'foreground_sec', asNumber), ...entity(MEDIA, 'timePlayed', asNumber)],
    scroll: [inferred({ at: '', take: scrolled })],
    visits: ['vid'],
    value: [
      'tr_tt',
      ...entity(ORDER, 'revenue', asNumber),
      ...entity(ACTION, 'revenue', asNumber),
      ...entity(CART, 'total_value', asNumber),
      ...described('add_to_cart', (data) => asNumber(own(data, 'unitPrice') ?? null)),
      // The number that goes with an event is often its worth, but a site may count anything with it.
      inferred({ at: 'se_va', take: asNumber }),
    ],
    currency: [
      'tr_cu',
      'ti_cu',
      ...entity(ORDER, 'currency', asText),
      ...entity(ACTION, 'currency', asText),
      ...entity(CART, 'currency', asText),
      ...entity(/ecommerce\/product/u, 'currency', asText),
      ...described('add_to_cart', (data) => text(data, 'currency')),
    ],
    order: ['tr_id', 'ti_id', ...entity(ORDER, 'transaction_id', asText), ...entity(ACTION, 'id', asText)],
  },
  items: [
    { at: '', id: 'ti_sk', name: 'ti_nm', price: 'ti_pr', quantity: 'ti_qu' },
    { at: 'co.data', take: products },
    { at: 'cx.data', take: products },
  ],
  once: ['eid'],
};

const TYPE = /^(?:pv|pp|se|ue|tr|ti|ad)$/u;
/** `js-4.6.8`, `no-js-0.1.0`, `andr-6.0.0`. */
const TRACKER = /^[a-z][a-z-]*-\d[\w.+-]*$/iu;
const PLATFORM = /^(?:web|mob|app|pc|srv|tv|cnsl|iot|headset)$/u;

/**
 * Snowplow, at sites' own collectors and under paths of their choice.
 * @see https://docs.snowplow.io/docs/events/going-deeper/http-requests/
 */
export const SNOWPLOW: Vendor = {
  id: 'snowplow',
  name: 'Snowplow',
  hosts: ['snplow.net', 'snowplowanalytics.com'],
  hits: [
    {
      when: { body: { schema: /^iglu:com\.snowplowanalytics\.snowplow\/payload_data\//u, 'data.0.e': TYPE } },
      ...EVENT,
    },
    { when: { body: { 'data.0.e': TYPE, 'data.0.tv': TRACKER, 'data.0.p': PLATFORM } }, ...EVENT },
    { when: { query: { tv: TRACKER, e: TYPE, p: PLATFORM } }, ...EVENT },
    { when: { path: /\/i$/u, query: { tv: TRACKER, e: TYPE } }, ...EVENT },
    { when: { path: /\/i$/u, query: { eid: /^[\da-f-]{36}$/iu, e: TYPE } }, ...EVENT },
  ],
};
