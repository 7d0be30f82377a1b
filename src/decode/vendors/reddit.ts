import { hashed, inferred, match } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const ID = /^(?:t2|a2)_\w+$/u;
const VERSION = /^rdt_/u;
/** Found by the pixel itself: one hash or several, and in phone numbers the country before it. */
const FOUND = /\b[\da-f]{64}\b/u;

const KIND: Omit<HitKind, 'when'> = {
  name: ['m.customEventName', 'event'],
  unnamed: 'PageVisit',
  roles: {
    visitor: ['uuid'],
    user: ['external_id'],
    account: ['id'],
    page: [
      match('url', /^https?:.*$/u),
      match('dl', /^https?:.*$/u),
      // Older versions leave it to the browser to say.
      inferred(match('referer', /^https?:.*$/u)),
    ],
    referrer: ['rl', 'referrer'],
    search: ['m.searchString', 'm.search_string'],
    // Of old the decimal number stood apart, and the other was in cents.
    value: ['m.valueDecimal', 'm.value'],
    currency: ['m.currency'],
    order: ['m.transactionId'],
    consent: ['dpm'],
  },
  items: [{ at: 'm.products' }],
  personal: {
    email: ['em', hashed('auto_em', FOUND)],
    phone: ['pn', hashed('auto_pn', FOUND)],
  },
  once: ['id', 'uuid', 'ts'],
};

/**
 * Reddit Pixel.
 * @see https://business.reddithelp.com/s/article/Install-the-Reddit-Pixel-on-your-website
 */
export const REDDIT: Vendor = {
  id: 'reddit',
  name: 'Reddit Pixel',
  hosts: ['reddit.com', 'redditstatic.com'],
  hits: [
    { when: { host: /^alb\.reddit\.com$/u, path: /^\/(?:rp(?:\.gif)?|snoo\.gif)\/?$/u }, ...KIND },
    { when: { query: { v: VERSION, id: ID, event: true } }, ...KIND },
    { when: { body: { v: VERSION, id: ID, event: true } }, ...KIND },
  ],
};
