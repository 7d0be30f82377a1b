import { isList, type Json, own } from '#core/json.ts';
import { find, type Layers } from '../hit/layers.ts';
import { asText, match } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** A batch holds what a person did, and what the site says about the person. */
function events({ layers }: OpenHit): readonly Layers[] {
  return ['data.events', 'data.user_actions'].flatMap((way) => {
    const list: Json | undefined = find(layers, way)?.value;
    if (!isList(list)) return [];
    return list.map((event, at): Layers => [
      { part: 'body', at: `${way}.${at}`, value: event },
      {
        part: 'body',
        at: `${way}.${at}`,
        value: { called: asText(own(event, 'name') ?? own(event, 'type') ?? null) ?? null },
      },
    ]);
  });
}

const ANALYTICS: Omit<HitKind, 'when'> = {
  events,
  name: ['called'],
  deeds: {
    identity: 'identify',
    set_property: 'identify',
    set_property_once: 'identify',
    increment_property: 'identify',
  },
  roles: {
    visitor: ['payload.distinct_id'],
    user: [match('user_id', /^[^\s@]+$/u), match('payload.user_id', /^[^\s@]+$/u)],
    page: ['payload.url', 'payload.current_url', 'payload.page_url'],
    title: ['payload.title', 'payload.page_title'],
    search: ['payload.search_term', 'payload.query'],
    value: ['payload.revenue', 'payload.value', 'payload.total', 'payload.amount', 'payload.price'],
    currency: [match('payload.currency', /^[A-Z]{3}$/u)],
    order: ['payload.order_id', 'payload.orderId', 'payload.transaction_id'],
  },
  items: [{ at: 'payload.items' }, { at: 'payload.products' }],
  personal: { email: ['user_id', 'payload.email'], name: ['payload.name'] },
};

/** A recording, in a binary form of its own. */
const RECORDING: Omit<HitKind, 'when'> = {
  unnamed: 'recording',
  deeds: { recording: 'recording' },
  roles: {},
  stream: [],
};

const VERSION = /^\d+\.\d+/u;

/**
 * OpenReplay's tracker, mostly to a server of the site's own.
 * @see https://docs.openreplay.com/en/sdk/
 */
export const OPENREPLAY: Vendor = {
  id: 'openreplay',
  name: 'OpenReplay',
  hosts: ['openreplay.com'],
  hits: [
    {
      when: { body: { projectKey: true, trackerVersion: VERSION, timestamp: /^\d{13}$/u } },
      unnamed: 'start',
      deeds: { start: 'recording' },
      roles: {
        visitor: ['userUUID'],
        session: ['sessionID'],
        user: [match('userID', /^[^\s@]+$/u)],
        account: ['projectKey'],
        referrer: ['referrer'],
      },
      personal: { email: ['userID'] },
    },
    {
      when: { path: /\/v1\/sdk\/i$/u, body: { 'data.events.0.name': true, 'data.events.0.timestamp': /^\d{13}$/u } },
      ...ANALYTICS,
    },
    { when: { path: /\/v1\/sdk\/i$/u, body: { 'data.user_actions.0.type': true } }, ...ANALYTICS },
    {
      when: { path: /\/v1\/sdk\/start$/u, body: { projectKey: true, 'defaultFields.distinct_id': true } },
      unnamed: 'start',
      roles: {
        visitor: ['defaultFields.distinct_id'],
        user: [match('defaultFields.user_id', /^[^\s@]+$/u)],
        account: ['projectKey'],
        referrer: ['defaultFields.initial_referrer'],
      },
    },
    // Numbers of the page and the batch, its size, and whether it outlives the page.
    { when: { path: /\/v1\/web\/i$/u, query: { batch: /^\d+_\d+_\d+_k(?:yes|no)/u } }, ...RECORDING },
    { when: { path: /\/ingest\/v1\/web\/(?:i|images)$/u, hasBody: true }, ...RECORDING },
    { when: { host: 'own', path: /\/v1\/web\/(?:i|images)$/u }, ...RECORDING },
  ],
};
