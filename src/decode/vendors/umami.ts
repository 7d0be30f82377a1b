import { isList, type Json, own } from '#core/json.ts';
import { asNumber, asText, inferred, sum } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;
const TYPE = /^(?:event|pageview|identify|performance|error)$/u;
const PATH = /\/api\/(?:send|collect)\/?$/u;

/** An event with no name is a page view; before version 2 events had a type and a value. */
function nameOf(hit: Json): string | undefined {
  const [type, payload] = [asText(own(hit, 'type') ?? null), own(hit, 'payload')];
  const text = (name: string): string | undefined => asText(own(payload, name) ?? null);
  if (type === 'error') return ['error', text('name')].filter((part) => part !== undefined).join(' · ');
  if (type === 'identify' || type === 'performance') return type;
  const parts = [text('name') ?? text('event_name') ?? text('event_type'), text('event_value')];
  return parts.every((part) => part === undefined) ? undefined : parts.filter((part) => part !== undefined).join(' · ');
}

/** From the first to the last of what was recorded. */
function covered(found: Json): number | undefined {
  if (!isList(found)) return undefined;
  const times = found.map((event) => asNumber(own(event, 'timestamp') ?? null)).filter((time) => time !== undefined);
  return times.length < 2 ? undefined : Math.max(...times) - Math.min(...times);
}

/** There is no visitor's number of its own: the server tells visitors apart by address and browser. */
const EVENT: Omit<HitKind, 'when'> = {
  name: [{ at: '', take: nameOf }],
  unnamed: 'pageview',
  roles: {
    // The name by which a site calls a visitor, if it does.
    user: ['payload.id'],
    account: ['payload.website'],
    page: ['payload.url'],
    referrer: ['payload.referrer'],
    title: ['payload.title'],
    // What goes with an event is the site's own, but for the revenue and what is for sale.
    search: ['payload.data.search_term', 'payload.data.search_query', 'payload.data.query'],
    value: ['payload.data.revenue', inferred(sum('payload.data.commerce.items', 'price', 'quantity'))],
    currency: ['payload.data.currency', 'payload.data.commerce.currency'],
    order: ['payload.data.commerce.orderId', 'payload.data.order_id', 'payload.data.orderId'],
  },
  items: [{ at: 'payload.data.commerce.items' }],
};

/**
 * Umami: on its own cloud, and on sites' own servers under any name.
 * @see https://umami.is/docs/api/sending-stats
 */
export const UMAMI: Vendor = {
  id: 'umami',
  name: 'Umami',
  hosts: ['umami.is', 'umami.dev'],
  hits: [
    {
      when: { body: { type: /^record$/u, 'payload.website': UUID, 'payload.events.0.timestamp': true } },
      unnamed: 'record',
      deeds: { record: 'recording' },
      roles: { account: ['payload.website'] },
      stream: [{ at: 'payload.events', take: covered }],
    },
    {
      when: { body: { type: /^heatmap$/u, 'payload.website': UUID, 'payload.events.0.url': true } },
      events: ['payload.events'],
      name: ['type'],
      unnamed: 'heatmap',
      roles: { account: ['payload.website'], page: ['url'], scroll: ['scrollPct'] },
    },
    { when: { body: { type: TYPE, 'payload.website': UUID, 'payload.hostname': true } }, ...EVENT },
    { when: { body: { type: TYPE, 'payload.website': UUID, 'payload.url': true, 'payload.screen': true } }, ...EVENT },
    { when: { path: PATH, body: { type: TYPE, 'payload.website': UUID } }, ...EVENT },
    { when: { path: PATH, body: { type: TYPE, 'payload.website': true, 'payload.url': true } }, ...EVENT },
    {
      when: { body: { '0.type': TYPE, '0.payload.website': UUID } },
      events: [''],
      ...EVENT,
    },
  ],
};
