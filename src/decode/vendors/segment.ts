import type { Item } from '#core/hit.ts';
import { isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred, match, sum, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** The calls of Segment's specification; its library shortens them to one letter in the path. */
export const CALLS = { page: 'p', track: 't', identify: 'i', group: 'g', alias: 'a', screen: 's' } as const;
/** The same, where a message says which it is. */
export const CALL = /^(?:page|track|identify|group|alias|screen)$/u;

/** A track call goes by its event; any other by its type and what is called so: `page · Shop · Socks`. */
const CALLED: Taken<string> = {
  at: '',
  take: (message) => {
    const text = (name: string): string | undefined => asText(own(message, name) ?? null);
    const properties = own(message, 'properties');
    const pieces = [
      text('type'),
      text('category'),
      text('name') ?? (text('type') === 'page' ? asText(own(properties, 'name') ?? null) : undefined),
    ];
    return text('event') ?? asText(pieces.filter((piece) => piece !== undefined).join(' · '));
  },
};

/** A product that was looked at or put in the basket stands among the properties themselves. */
function itemIn(properties: Json): readonly Item[] {
  const field = (...names: readonly string[]): Json =>
    names.map((name) => own(properties, name)).find((value) => value !== undefined) ?? null;
  const id = asText(field('product_id', 'productId', 'sku'));
  if (id === undefined) return [];
  return [
    {
      id,
      name: asText(field('name', 'product_name')) ?? null,
      price: asNumber(field('price')) ?? null,
      quantity: asNumber(field('quantity')) ?? null,
    },
  ];
}

/** What Segment's own library sends, and by its specification others too. */
export const MESSAGE: Omit<HitKind, 'when'> = {
  name: [CALLED],
  deeds: { page: 'page-view', screen: 'page-view', identify: 'identify', group: 'identify', alias: 'identify' },
  roles: {
    visitor: ['anonymousId', 'context.traits.anonymousId'],
    session: ['context.sessionId', 'context.session_id'],
    user: ['userId'],
    account: ['writeKey', '_metadata.writeKey'],
    page: ['context.page.url', 'properties.url'],
    referrer: ['context.page.referrer', 'properties.referrer'],
    title: ['context.page.title', 'properties.title'],
    search: [
      'properties.query',
      'properties.search_term',
      'properties.searchTerm',
      'properties.search_query',
      // In a page call it is the query of the address, with its question mark.
      match('properties.search', /^[^?].*$/u),
    ],
    value: [
      'properties.revenue',
      'properties.total',
      'properties.value',
      inferred(sum('properties.products', 'price', 'quantity')),
      'properties.price',
    ],
    currency: ['properties.currency'],
    order: ['properties.order_id', 'properties.orderId'],
    consent: [
      {
        at: 'context.consent.categoryPreferences',
        take: (found) => (isObject(found) ? JSON.stringify(found) : undefined),
      },
    ],
  },
  items: [{ at: 'properties.products' }, { at: 'properties.items' }, { at: 'properties', take: itemIn }],
  personal: {
    email: ['traits.email', 'context.traits.email', 'properties.email'],
    phone: ['traits.phone', 'context.traits.phone', 'properties.phone'],
    name: [
      'traits.name',
      'traits.firstName',
      'traits.lastName',
      'context.traits.name',
      'context.traits.firstName',
      'context.traits.lastName',
    ],
    address: ['traits.address.street', 'traits.address.city', 'traits.address'],
    birth: ['traits.birthday', 'context.traits.birthday'],
  },
  once: ['messageId'],
};

/** A pixel's message is JSON or base64 of it; or its fields are the parameters themselves. */
function pixel({ query }: OpenHit): readonly Layers[] {
  const message = openText(query['data'] ?? '');
  return [isObject(message) ? [{ part: 'query', at: 'data', value: message }] : []];
}

/** The library's name: `analytics.js`, `analytics-node`. */
const LIBRARY = /^@?(?:segment|analytics(?:\.js|-))/u;

/**
 * Segment (Twilio), by analytics.js; and by its specification, where nothing tells whose message it is.
 * @see https://segment.com/docs/connections/spec/
 * @see https://segment.com/docs/connections/sources/catalog/libraries/server/pixel-tracking-api/
 */
export const SEGMENT: Vendor = {
  id: 'segment',
  name: 'Segment',
  hosts: ['segment.io', 'segmentapis.com', 'segment.com'],
  hits: [
    { when: { host: 'own', path: /\/v1\/(?:b|batch|import)$/u, hasBody: true }, events: ['batch'], ...MESSAGE },
    ...Object.entries(CALLS).flatMap(([call, letter]): readonly HitKind[] => [
      { when: { host: 'own', path: new RegExp(`/v1/pixel/${call}$`, 'u') }, events: pixel, unnamed: call, ...MESSAGE },
      {
        when: { host: 'own', path: new RegExp(`/v1/(?:${letter}|${call})$`, 'u'), query: { data: true } },
        events: pixel,
        unnamed: call,
        ...MESSAGE,
      },
      {
        when: { host: 'own', path: new RegExp(`/v1/(?:${letter}|${call})$`, 'u'), hasBody: true },
        unnamed: call,
        ...MESSAGE,
      },
    ]),
    {
      when: { body: { 'batch.0.context.library.name': LIBRARY, 'batch.0.anonymousId': true, 'batch.0.type': CALL } },
      events: ['batch'],
      ...MESSAGE,
    },
    { when: { body: { 'context.library.name': LIBRARY, anonymousId: true, type: CALL } }, ...MESSAGE },
    // A library that says what it is needs to say no more; one who signed in first may have no other number.
    {
      when: { body: { 'batch.0.context.library.name': LIBRARY, 'batch.0.type': CALL } },
      events: ['batch'],
      ...MESSAGE,
    },
    { when: { body: { 'context.library.name': LIBRARY, type: CALL } }, ...MESSAGE },
    {
      when: { body: { writeKey: true, 'batch.0.anonymousId': true, 'batch.0.type': CALL } },
      events: ['batch'],
      ...MESSAGE,
    },
    { when: { body: { writeKey: true, anonymousId: true, type: CALL } }, ...MESSAGE },
  ],
};
