import { sum } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** What Segment's own library sends, and by its specification others too. */
const MESSAGE: Omit<HitKind, 'when'> = {
  name: ['event', 'name', 'type'],
  deeds: { page: 'page-view', identify: 'identify', group: 'identify', alias: 'identify' },
  roles: {
    visitor: ['anonymousId'],
    user: ['userId'],
    account: ['writeKey', '_metadata.writeKey'],
    page: ['context.page.url', 'properties.url'],
    referrer: ['context.page.referrer', 'properties.referrer'],
    title: ['context.page.title', 'properties.title'],
    search: ['properties.query', 'properties.search_term', 'properties.search'],
    value: [
      'properties.revenue',
      'properties.total',
      'properties.value',
      sum('properties.products', 'price', 'quantity'),
    ],
    currency: ['properties.currency'],
    order: ['properties.order_id', 'properties.orderId'],
    consent: ['context.consent.categoryPreferences'],
  },
  items: [{ at: 'properties.products' }],
  personal: { email: ['traits.email', 'context.traits.email', 'properties.email'] },
  once: ['messageId'],
};

/**
 * Segment (Twilio), by analytics.js.
 * @see https://segment.com/docs/connections/spec/
 */
export const SEGMENT: Vendor = {
  id: 'segment',
  name: 'Segment',
  hosts: ['segment.io', 'segmentapis.com', 'segment.com'],
  hits: [
    { when: { host: 'own', path: /\/v1\/(?:b|batch)$/u }, events: ['batch'], ...MESSAGE },
    { when: { host: 'own', path: /\/v1\/(?:[ptiga]|page|track|identify|group|alias|screen)$/u }, ...MESSAGE },
    {
      when: { body: { 'batch.0.anonymousId': true, 'batch.0.context.library.name': /^analytics(?:\.js|-)/u } },
      events: ['batch'],
      ...MESSAGE,
    },
    { when: { body: { anonymousId: true, type: true, 'context.library.name': /^analytics(?:\.js|-)/u } }, ...MESSAGE },
  ],
};
