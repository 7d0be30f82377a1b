import { milliseconds } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';
import { CALL, MESSAGE } from './segment.ts';

const RUDDER_MESSAGE: Omit<HitKind, 'when'> = {
  ...MESSAGE,
  deeds: { ...MESSAGE.deeds, merge: 'identify', 'page unloaded': 'time' },
  roles: {
    ...MESSAGE.roles,
    session: ['context.sessionId'],
    page: ['context.page.url', 'properties.url', 'context.page.tab_url'],
    // Of the event `Page Unloaded`.
    seconds: [milliseconds('properties.timeOnPage')],
  },
};

/** `RudderLabs JavaScript SDK`, `Rudderstack AMP SDK`. */
const LIBRARY = /^@?rudder/iu;
/** What is called stands in the path. */
const CALLS = ['page', 'track', 'identify', 'group', 'alias', 'screen', 'merge'];

/**
 * RudderStack: Segment's specification, to the site's own “data plane”.
 * @see https://www.rudderstack.com/docs/event-spec/standard-events/
 * @see https://www.rudderstack.com/docs/api/pixel-api/
 */
export const RUDDERSTACK: Vendor = {
  id: 'rudderstack',
  name: 'RudderStack',
  hosts: ['rudderstack.com', 'rudderlabs.com'],
  hits: [
    {
      when: { host: 'own', path: /\/(?:beacon\/)?v1\/(?:batch|import)$/u, hasBody: true },
      events: ['batch'],
      ...RUDDER_MESSAGE,
    },
    ...CALLS.flatMap((call): readonly HitKind[] => [
      {
        when: { host: 'own', path: new RegExp(`/v1/${call}$`, 'u'), hasBody: true },
        unnamed: call,
        ...RUDDER_MESSAGE,
      },
      {
        when: { path: new RegExp(`/pixel/v1/${call}$`, 'u'), query: { writeKey: true } },
        unnamed: call,
        ...RUDDER_MESSAGE,
      },
    ]),
    {
      when: { body: { 'batch.0.context.library.name': LIBRARY, 'batch.0.anonymousId': true, 'batch.0.type': CALL } },
      events: ['batch'],
      ...RUDDER_MESSAGE,
    },
    { when: { body: { 'context.library.name': LIBRARY, anonymousId: true, type: CALL } }, ...RUDDER_MESSAGE },
    {
      when: { body: { 'batch.0.context.library.name': LIBRARY, 'batch.0.type': CALL } },
      events: ['batch'],
      ...RUDDER_MESSAGE,
    },
    { when: { body: { 'context.library.name': LIBRARY, type: CALL } }, ...RUDDER_MESSAGE },
    // What sendBeacon sends: it cannot set a header, so that the key is in the address.
    {
      when: {
        path: /\/beacon\/v1\/batch$/u,
        query: { writeKey: true },
        body: { 'batch.0.anonymousId': true, 'batch.0.type': CALL },
      },
      events: ['batch'],
      ...RUDDER_MESSAGE,
    },
  ],
};
