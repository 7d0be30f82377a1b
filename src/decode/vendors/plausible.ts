import { match, milliseconds } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const ADDRESS = /^https?:\/\//iu;
/** A site is called by its domain; several may share one hit. */
const DOMAIN = '[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.\\p{L}[\\p{L}\\d-]+(?::\\d+)?(?:/[^\\s,]*)?';
const DOMAINS = new RegExp(`^${DOMAIN}(?:\\s*,\\s*${DOMAIN})*$`, 'iu');

/** There is no visitor's number: the server tells visitors apart for a day, by address and browser. */
const EVENT: Omit<HitKind, 'when'> = {
  name: ['n', 'name'],
  deeds: { engagement: 'time', pageleave: 'time', 'outbound link: click': 'click', '404': 'error' },
  roles: {
    account: ['d', 'domain'],
    page: ['u', 'url'],
    referrer: ['r', 'referrer'],
    // Properties are the site's own; these are what Plausible's plugins and most sites call a search.
    search: ['p.search_query', 'p.search_term', 'p.query', 'props.search_query', 'props.search_term', 'props.query'],
    seconds: [milliseconds('e')],
    scroll: ['sd', 'scroll_depth'],
    value: ['$.amount', 'revenue.amount'],
    currency: ['$.currency', 'revenue.currency'],
    order: ['p.order_id', 'p.orderId', 'props.order_id', 'props.orderId', match('p.order', /^[\w-]{1,64}$/u)],
  },
  // Older scripts send properties as a text of JSON.
  personal: { email: ['p.email', 'props.email', 'm.email'] },
};

/**
 * Plausible Analytics: its scripts of all years, its package, and its events API.
 * @see https://plausible.io/docs/events-api
 */
export const PLAUSIBLE: Vendor = {
  id: 'plausible',
  name: 'Plausible',
  hosts: ['plausible.io'],
  hits: [
    { when: { body: { n: true, u: ADDRESS, d: DOMAINS } }, ...EVENT },
    { when: { path: /\/api\/event\/?$/u, body: { n: true, u: true, d: true } }, ...EVENT },
    { when: { path: /\/api\/event\/?$/u, body: { name: true, url: ADDRESS, domain: DOMAINS } }, ...EVENT },
    { when: { host: 'own', path: /\/api\/event\/?$/u, body: { name: true, domain: true } }, ...EVENT },
  ],
};
