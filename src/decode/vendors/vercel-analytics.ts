import type { HitKind, Vendor } from '../hit/vendor.ts';

const ADDRESS = /^https?:\/\//iu;
const MILLISECONDS = /^\d{13}$/u;

/** There is no visitor's number: the server tells visitors apart for a day, by what their browsers send anyway. */
const EVENT: Omit<HitKind, 'when'> = {
  name: ['en'],
  unnamed: 'pageview',
  roles: {
    page: ['o'],
    referrer: ['r'],
    // What goes with an event is the site's own.
    search: ['ed.search_term', 'ed.search_query', 'ed.query'],
    value: ['ed.revenue', 'ed.value', 'ed.total'],
    currency: ['ed.currency'],
    order: ['ed.order_id', 'ed.orderId', 'ed.transaction_id', 'ed.transactionId'],
  },
};

/**
 * Vercel Web Analytics. Its script sits on the site itself, lately under a path that is different for each.
 * @see https://vercel.com/docs/analytics
 */
export const VERCEL_ANALYTICS: Vendor = {
  id: 'vercel-analytics',
  name: 'Vercel Web Analytics',
  hosts: ['vercel-insights.com', 'vercel-scripts.com'],
  hits: [
    { when: { path: /\/insights\/(?:view|event)$/u, body: { o: ADDRESS, ts: MILLISECONDS } }, ...EVENT },
    { when: { body: { o: ADDRESS, ts: MILLISECONDS, sdkn: /^@vercel\/analytics/u } }, ...EVENT },
    {
      when: { path: /\/(?:view|event)$/u, body: { o: ADDRESS, ts: MILLISECONDS, sv: /^\d+\.\d+\.\d+/u } },
      ...EVENT,
    },
  ],
};
