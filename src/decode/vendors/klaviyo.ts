import { isObject } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { findText, type Layers } from '../hit/layers.ts';
import { match, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** What a site gives along with an event, under any of these names. */
function given(names: string): readonly string[] {
  return names.split(' ').flatMap((name) => [`attributes.properties.${name}`, `properties.${name}`]);
}

/** Where an event's name stands: today, until 2023, and in the API before. */
const NAMES = ['attributes.metric.data.attributes.name', 'attributes.metric.name', 'event'];

/** Of an order, and only there, the event's own number is that of the order. */
const ORDER_EVENT: Taken<string> = {
  at: '',
  take: (value) => {
    const event: Layers = [{ part: 'body', at: '', value }];
    if (!NAMES.some((way) => /order/iu.test(findText(event, way) ?? ''))) return undefined;
    return findText(event, 'attributes.properties.$event_id') ?? findText(event, 'properties.$event_id');
  },
};

const SITE = {
  page: given('page page_url pageUrl PageURL $current_url current_url url URL').map((at) =>
    match(at, /^https?:\/\/.*$/u),
  ),
  referrer: given('$referrer.value referrer $last_referrer.value'),
  title: given('page_title pageTitle PageTitle'),
  search: given(
    'search_term searchTerm SearchTerm search_query searchQuery SearchQuery query Query searchterm keyword',
  ),
  value: ['attributes.value', ...given('$value value Value total_price TotalPrice total revenue Price price')],
  currency: ['attributes.value_currency', ...given('$currency_code $value_currency value_currency currency Currency')],
  order: [...given('OrderId OrderID orderId order_id OrderNumber order_number transaction_id'), ORDER_EVENT],
} satisfies Roles;

const ITEMS: HitKind['items'] = ['Items', 'items', 'line_items', 'products'].flatMap((name) =>
  given(name).flatMap((at) => [
    { at, id: 'ProductID', name: 'ProductName', price: 'ItemPrice', quantity: 'Quantity' },
    { at, id: 'SKU', name: 'ProductName', price: 'ItemPrice', quantity: 'Quantity' },
    { at },
  ]),
);

/** Where a profile stands: in the event, in the batch of them, or it is all there is. */
const PROFILES = [
  'attributes.profile.data.attributes',
  'data.attributes.profile.data.attributes',
  'attributes.profile',
  'data.attributes.profile',
  'attributes',
];

function inProfile(...names: readonly string[]): readonly string[] {
  return PROFILES.flatMap((at) => names.map((name) => `${at}.${name}`));
}

const PROFILE: Pick<HitKind, 'personal'> & { readonly roles: Roles } = {
  roles: {
    visitor: inProfile('anonymous_id', '$anonymous', '$kla_id', 'properties.$anonymous'),
    user: inProfile('external_id', '$id'),
    account: ['company_id'],
  },
  personal: {
    email: inProfile('email', '$email'),
    phone: inProfile('phone_number', '$phone_number'),
    name: inProfile('first_name', 'last_name', '$first_name', '$last_name'),
    address: inProfile('location.address1', 'location.city', 'location.zip', '$city'),
  },
};

const EVENT: Omit<HitKind, 'when'> = {
  events: ['data.attributes.events.data', 'data'],
  name: NAMES,
  unnamed: 'event',
  deeds: { 'active on site': 'page-view' },
  roles: { ...PROFILE.roles, ...SITE },
  items: ITEMS,
  ...(PROFILE.personal === undefined ? {} : { personal: PROFILE.personal }),
  once: ['attributes.unique_id'],
};

function about(unnamed: string, deed: 'identify' | 'sign-up'): Omit<HitKind, 'when'> {
  return { ...EVENT, events: ['data'], name: [], unnamed, deeds: { [unnamed]: deed } };
}

/** Until 2024 a message was base64 of JSON, in the query or in a form. */
function message(hit: OpenHit): readonly Layers[] {
  const [layer] = hit.layers;
  const packed = findText(hit.layers, 'data');
  const value = packed === undefined ? undefined : openText(packed);
  if (isObject(value)) return [[{ part: layer?.part ?? 'query', at: 'data', value }]];
  return [[]];
}

const LEGACY: Omit<HitKind, 'when'> = {
  events: message,
  name: NAMES,
  unnamed: 'identify',
  deeds: { identify: 'identify', __activity__: 'page-view', 'active on site': 'page-view' },
  roles: {
    visitor: ['customer_properties.$anonymous', 'properties.$anonymous', 'customer_properties.$kla_id'],
    user: ['customer_properties.$id', 'properties.$id'],
    account: ['token'],
    ...SITE,
  },
  items: ITEMS,
  personal: {
    email: ['customer_properties.$email', 'customer_properties.email', 'properties.$email'],
    phone: ['customer_properties.$phone_number', 'properties.$phone_number'],
    name: [
      'customer_properties.$first_name',
      'customer_properties.$last_name',
      'properties.$first_name',
      'properties.$last_name',
    ],
    address: ['customer_properties.$city', 'properties.$city'],
  },
};

const SUBSCRIBE: Omit<HitKind, 'when'> = {
  unnamed: 'subscribe',
  deeds: { subscribe: 'sign-up' },
  roles: { account: ['a'], page: [match('$source_url', /^https?:.*$/u)] },
  personal: { email: ['email', '$email'], phone: ['$phone_number'], name: ['$first_name', '$last_name'] },
};

/** What forms and the library tell of themselves. */
const ONSITE: Omit<HitKind, 'when'> = {
  events: ['events', ''],
  name: ['metric'],
  unnamed: 'track-analytics',
  deeds: { 'track-analytics': 'other' },
  roles: {
    visitor: ['event_details.cid', 'event_details.anonymous_id'],
    account: ['company_id'],
    page: ['event_details.page_url', 'event_details.href', 'event_details.url'].map((at) =>
      match(at, /^https?:\/\/.*$/u),
    ),
  },
};

const COMPANY = /^[\w-]{6,12}$/u;

/**
 * Klaviyo: its onsite library and client API, and the Track and Identify API before it.
 * @see https://developers.klaviyo.com/en/reference/create_client_event
 * @see https://developers.klaviyo.com/en/v1-2/reference/track-identify-overview
 */
export const KLAVIYO: Vendor = {
  id: 'klaviyo',
  name: 'Klaviyo',
  hosts: ['klaviyo.com', 'kmail-lists.com'],
  hits: [
    { when: { host: 'own', path: /\/(?:client|api)\/(?:events|event-bulk-create)\/?$/u, hasBody: true }, ...EVENT },
    {
      when: { host: 'own', path: /\/(?:client\/profiles|api\/profiles|api\/profile-import)\/?$/u, hasBody: true },
      ...about('profile', 'identify'),
    },
    { when: { host: 'own', path: /\/client\/push-tokens\/?$/u, hasBody: true }, ...about('push token', 'identify') },
    { when: { host: 'own', path: /\/client\/subscriptions\/?$/u, hasBody: true }, ...about('subscription', 'sign-up') },
    {
      when: { host: 'own', path: /\/client\/back-in-stock-subscriptions\/?$/u, hasBody: true },
      ...about('back in stock subscription', 'sign-up'),
    },
    { when: { host: 'own', path: /\/onsite\/track-analytics\/?$/u, hasBody: true }, ...ONSITE },
    { when: { host: 'own', path: /\/api\/(?:track|track-once|identify)\/?$/u, query: { data: true } }, ...LEGACY },
    { when: { host: 'own', path: /\/api\/(?:track|track-once|identify)\/?$/u, hasBody: true }, ...LEGACY },
    { when: { host: 'own', path: /\/ajax\/subscriptions\/subscribe\/?$/u }, ...SUBSCRIBE },
    // Through a site's own proxy.
    {
      when: {
        query: { company_id: COMPANY },
        body: { 'data.type': /^event$/u, 'data.attributes.metric': true, 'data.attributes.profile': true },
      },
      ...EVENT,
    },
    {
      when: {
        query: { company_id: COMPANY },
        body: { 'data.type': /^event-bulk-create$/u, 'data.attributes.events.data': true },
      },
      ...EVENT,
    },
  ],
};
