import { isList, isObject, type Json, own } from '#core/json.ts';
import type { Layer, Layers } from '../hit/layers.ts';
import { cents, fields, inferred, match, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

function listIn({ value, at }: Layer, name: string): readonly Layer[] {
  const list = own(value, name);
  return isList(list) ? list.map((one, nth) => ({ part: 'body', at: `${at}${name}.${nth}.`, value: one })) : [];
}

/** The ways are kept with their last dot while they grow. */
function finished(layer: Layer): Layer {
  return { ...layer, at: layer.at.slice(0, -1) };
}

/** Visitors have snapshots, which have events; what somebody was shown stands beside them. */
function events({ layers }: OpenHit): readonly Layers[] {
  const body = layers.find(({ part }) => part === 'body');
  if (body === undefined) return [[]];
  const all = listIn({ ...body, at: '' }, 'visitors').flatMap((visitor) =>
    listIn(visitor, 'snapshots').flatMap((snapshot) =>
      listIn(snapshot, 'events').map((event): Layers => [event, snapshot, visitor].map(finished)),
    ),
  );
  return all.length === 0 ? [[]] : all;
}

const ADDRESS = /^https?:\/\/.*$/u;

/** What a site gives along with an event. */
function tags(names: string): readonly string[] {
  return names.split(' ').map((name) => `tags.${name}`);
}

/** What Optimizely's libraries send today, and whoever speaks to its Event API. */
const EVENTS: Omit<HitKind, 'when'> = {
  events,
  name: [fields('', ['type', 'key']), 'entity_id'],
  deeds: { campaign_activated: 'other', view_activated: 'page-view', client_activation: 'other' },
  roles: {
    visitor: ['visitor_id'],
    session: [match('session_id', /^(?!AUTO$).+$/u)],
    account: ['account_id'],
    page: tags('url page_url pageUrl').map((at) => match(at, ADDRESS)),
    title: tags('page_title pageTitle'),
    search: tags('search_term searchTerm search_query query term keyword'),
    // In cents. A value is whatever a site means by it, often money.
    value: [cents('revenue'), cents('tags.revenue'), inferred(plain('value')), inferred(plain('tags.value'))],
    currency: tags('currency currency_code'),
    order: tags('order_id orderId transaction_id transactionId'),
  },
  items: [{ at: 'tags.products' }, { at: 'tags.items' }],
  once: ['uuid'],
};

function plain(at: string): Taken<number> {
  return { at, take: (found) => (typeof found === 'number' ? found : undefined) };
}

/** Of a list of metrics the one that is called so. */
function metric(name: string): Taken<number> {
  return {
    at: 'eventMetrics',
    take: (found: Json) => {
      const one = isList(found) ? found.find((each) => isObject(each) && own(each, 'name') === name) : undefined;
      const value = one === undefined ? undefined : own(one, 'value');
      return typeof value === 'number' ? value / 100 : undefined;
    },
  };
}

/**
 * Optimizely: Web Experimentation, and Feature Experimentation (Full Stack) in the browser.
 * @see https://docs.developers.optimizely.com/optimizely-data/docs/event-api-getting-started
 */
export const OPTIMIZELY: Vendor = {
  id: 'optimizely',
  name: 'Optimizely',
  hosts: ['optimizely.com', 'optimizelyedge.com', 'zaius.com'],
  hits: [
    { when: { host: 'own', path: /\/v1\/events\/?$/u, hasBody: true }, ...EVENTS },
    {
      when: {
        body: { account_id: /^\w{4,}$/u, 'visitors.0.visitor_id': true, 'visitors.0.snapshots.0.events': true },
      },
      ...EVENTS,
    },
    // Its data platform, formerly Zaius.
    {
      when: { path: /\/zaius\.gif$/u, query: { tracker_id: true, event_type: true } },
      name: [fields('', ['event_type', 'vdl_action'])],
      deeds: { fullstack: 'identify' },
      roles: {
        visitor: ['vuid'],
        user: ['fs_user_id', 'customer_id'],
        account: ['tracker_id'],
        page: [match('page', ADDRESS), match('url', ADDRESS)],
        title: ['title'],
        search: ['search_term'],
        value: ['order_total'],
        order: ['order_id'],
      },
    },
    // Until 2017.
    {
      when: { host: 'own', path: /\/log\/(?:event|decision)\/?$/u, hasBody: true },
      name: ['eventName', 'eventType'],
      unnamed: 'decision',
      deeds: { decision: 'other' },
      roles: { visitor: ['visitorId'], account: ['accountId'], value: [metric('revenue')] },
      once: ['visitorId', 'timestamp'],
    },
    // Optimizely Classic; its name for a page view is the page's address.
    {
      when: { host: 'own', path: /^\/event\/?$/u, query: { u: true, n: true } },
      name: [match('n', /^(?!https?:\/\/).+$/u)],
      unnamed: 'pageview',
      roles: { visitor: ['u'], account: ['d', 'a'], page: [match('n', ADDRESS)], value: [cents('v')] },
    },
  ],
};
