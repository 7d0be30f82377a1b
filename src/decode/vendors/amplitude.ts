import { isList, isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, type Taken } from '../hit/take.ts';
import { itemsOfTheSite, ofTheSite } from '../hit/of-the-site.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** Where events are: in JSON, as the old library sent them (`e`), as the old HTTP API took them; identifications last. */
const LISTS = ['events', 'e', 'event', 'identification'];

function eventsIn({ body: { content }, query }: OpenHit): readonly Layers[] {
  const isBody = content.form === 'value' && isObject(content.value);
  const whole: Json = isBody ? content.value : query;
  const part = isBody ? 'body' : 'query';
  for (const at of LISTS) {
    const packed = own(whole, at);
    const events = typeof packed === 'string' ? openText(packed) : packed;
    if (isList(events)) return events.map((value, nth) => [{ part, at: `${at}.${nth}`, value }]);
    if (isObject(events)) return [[{ part, at, value: events }]];
  }
  return [[]];
}

/** Its own revenue events give a price and how many; the oldest ones beside the properties. */
function revenue(at: string, [price, quantity]: readonly [string, string]): Taken<number> {
  return {
    at,
    take: (found) => {
      const each = asNumber(own(found, price) ?? null);
      return each === undefined ? undefined : each * (asNumber(own(found, quantity) ?? 1) ?? 1);
    },
  };
}

/** A session's number is the time it began at. */
const SESSION_LENGTH: Taken<number> = {
  at: '',
  basis: 'inferred',
  take: (event) => {
    const [began, ended] = ['session_id', own(event, 'time') === undefined ? 'timestamp' : 'time'].map((name) =>
      asNumber(own(event, name) ?? null),
    );
    if (asText(own(event, 'event_type') ?? null) !== 'session_end' || began === undefined || ended === undefined)
      return undefined;
    return began > 0 && ended >= began ? (ended - began) / 1000 : undefined;
  },
};

const SITE = ofTheSite('event_properties');

const EVENT: Omit<HitKind, 'when'> = {
  events: eventsIn,
  name: ['event_type'],
  unnamed: '$identify',
  deeds: {
    $identify: 'identify',
    $groupidentify: 'identify',
    session_end: 'time',
    revenue_amount: 'order',
    '[amplitude] revenue': 'order',
    '[amplitude] element clicked': 'click',
    '[amplitude] element changed': 'form',
    '[amplitude] page viewed': 'page-view',
    '[amplitude] viewport content updated': 'scroll',
    '[amplitude] network request': 'performance',
  },
  roles: {
    visitor: ['device_id'],
    session: ['session_id'],
    user: ['user_id'],
    account: ['api_key', 'client'],
    page: [
      // The address with its query; `Page URL` is without.
      'event_properties.[Amplitude] Page Location',
      'event_properties.[Amplitude] Page URL',
      ...SITE.page,
    ],
    referrer: ['event_properties.referrer', 'user_properties.$set.referrer'],
    title: ['event_properties.[Amplitude] Page Title', ...SITE.title],
    search: SITE.search,
    seconds: [SESSION_LENGTH],
    value: [
      'event_properties.$revenue',
      'revenue',
      revenue('event_properties', ['$price', '$quantity']),
      revenue('api_properties', ['price', 'quantity']),
      ...SITE.value,
      revenue('', ['price', 'quantity']),
    ],
    currency: ['currency', ...SITE.currency],
    order: SITE.order,
  },
  items: itemsOfTheSite('event_properties'),
  personal: {
    email: ['user_properties.$set.email', 'user_properties.email'],
    phone: ['user_properties.$set.phone', 'user_properties.phone'],
    name: ['user_properties.$set.name', 'user_properties.name'],
  },
  once: ['insert_id'],
};

const KEY = /^[\da-f]{32}$/u;

/**
 * Amplitude: analytics-browser, the older amplitude-js, and its session replay.
 * @see https://amplitude.com/docs/apis/analytics/http-v2
 * @see https://amplitude.com/docs/data/autocapture
 */
export const AMPLITUDE: Vendor = {
  id: 'amplitude',
  name: 'Amplitude',
  hosts: ['amplitude.com'],
  hits: [
    {
      when: {
        path: /\/sessions\/v\d\/track$/u,
        query: { session_id: /^\d+$/u, device_id: true, type: /^(?:replay|interaction)$/u },
      },
      name: ['type'],
      deeds: { replay: 'recording', interaction: 'recording' },
      roles: {
        visitor: ['device_id'],
        session: ['session_id'],
        account: ['api_key'],
        page: ['events.*.data.href'],
      },
      stream: [],
    },
    {
      when: { host: 'own', path: /^\/(?:(?:2\/)?httpapi|batch|identify|groupidentify)?\/?$/u, hasBody: true },
      ...EVENT,
    },
    { when: { host: 'own', path: /^\/httpapi$/u, query: { api_key: true, event: true } }, ...EVENT },
    { when: { body: { api_key: KEY, 'events.0.event_type': true } }, ...EVENT },
    { when: { body: { 'events.0.event_type': true, 'events.0.library': /^amplitude/u } }, ...EVENT },
    {
      when: {
        body: {
          api_key: true,
          'events.0.event_type': true,
          'events.0.device_id': true,
          'events.0.session_id': /^-?\d+$/u,
        },
      },
      ...EVENT,
    },
    { when: { body: { client: KEY, 'e.0.event_type': true } }, ...EVENT },
  ],
};
