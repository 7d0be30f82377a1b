import { isObject } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';
import { CALL, CALLS, MESSAGE } from './segment.ts';

/** Jitsu 1, once EventNative: flat, but for the older of its forms, which keeps what is about the page in `eventn_ctx`. */
const FLAT: Omit<HitKind, 'when'> = {
  name: ['event_type'],
  deeds: { user_identify: 'identify' },
  roles: {
    visitor: ['user.anonymous_id', 'eventn_ctx.user.anonymous_id'],
    user: ['user.id', 'user.internal_id', 'eventn_ctx.user.id', 'eventn_ctx.user.internal_id'],
    account: ['api_key', 'token'],
    page: ['url', 'eventn_ctx.url', 'page_url'],
    referrer: ['referer', 'eventn_ctx.referer'],
    title: ['page_title', 'eventn_ctx.page_title'],
    search: ['search_term', 'search_query', 'query'],
    value: ['revenue', 'value', 'total', 'amount'],
    currency: ['currency'],
    order: ['order_id', 'orderId', 'transaction_id'],
  },
  items: [{ at: 'products' }, { at: 'items' }],
  personal: { email: ['user.email', 'eventn_ctx.user.email'], name: ['user.name', 'eventn_ctx.user.name'] },
};

function pixel({ query }: OpenHit): readonly Layers[] {
  const event = openText(query['data'] ?? '');
  return [isObject(event) ? [{ part: 'query', at: 'data', value: event }] : []];
}

/** What the library calls itself in what it sends, or whose calls it listens to. */
const SOURCE = /^(?:jitsu|eventn|eventnative|ajs|ga|segment)/u;

/**
 * Jitsu, self-hosted as often as not.
 * @see https://docs.jitsu.com/sending-data/html
 * @see https://classic.jitsu.com/docs/sending-data/js-sdk
 */
export const JITSU: Vendor = {
  id: 'jitsu',
  name: 'Jitsu',
  hosts: ['jitsu.com'],
  hits: [
    // Jitsu 2 follows Segment's specification.
    { when: { body: { 'context.library.name': /^@?jitsu/u, anonymousId: true, type: CALL } }, ...MESSAGE },
    {
      when: {
        body: { 'batch.0.context.library.name': /^@?jitsu/u, 'batch.0.anonymousId': true, 'batch.0.type': CALL },
      },
      events: ['batch'],
      ...MESSAGE,
    },
    { when: { body: { 'context.library.name': /^@?jitsu/u, type: CALL } }, ...MESSAGE },
    ...Object.keys(CALLS).flatMap((call): readonly HitKind[] => {
      const path = new RegExp(`/api/s/(?:s2s/)?${call}$`, 'u');
      return [
        { when: { path, body: { anonymousId: true, messageId: true, type: CALL } }, ...MESSAGE },
        { when: { path, body: { anonymousId: true } }, unnamed: call, ...MESSAGE },
      ];
    }),
    { when: { host: 'own', body: { type: CALL } }, ...MESSAGE },
    { when: { host: 'own', body: { 'batch.0.type': CALL } }, events: ['batch'], ...MESSAGE },
    { when: { body: { '0.event_type': true, '0.src': SOURCE, '0.api_key': true } }, events: [''], ...FLAT },
    { when: { body: { event_type: true, src: SOURCE, api_key: true } }, ...FLAT },
    {
      when: { path: /\/api\/v1\/(?:s2s\/)?event$/u, query: { token: true }, body: { '0.event_type': true } },
      events: [''],
      ...FLAT,
    },
    { when: { path: /\/api\/v1\/(?:s2s\/)?event$/u, query: { token: true }, body: { event_type: true } }, ...FLAT },
    { when: { host: 'own', path: /\/api\/v1\/(?:s2s\/)?event$/u, hasBody: true }, events: [''], ...FLAT },
    { when: { path: /\/api\/v1\/p\.gif$/u, query: { data: true } }, events: pixel, ...FLAT },
  ],
};
