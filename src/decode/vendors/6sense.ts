import { match, milliseconds } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

const BEACON: Omit<HitKind, 'when'> = {
  name: ['event'],
  unnamed: 'a_pageload',
  deeds: { a_pageload: 'page-view', pageload: 'page-view', active_time_track: 'time', visibility_change: 'other' },
  roles: {
    visitor: ['visitor', 'svisitor'],
    session: ['session'],
    account: ['token'],
    page: ['pageURL', 'q.pageURL', match('referer', /^https?:\/\/[^/]+\/.+$/u)],
    referrer: ['r'],
    // What the page's own metatags say.
    title: ['m.title'],
    seconds: [milliseconds('q.timeSpent'), milliseconds('q.totalTimeSpent')],
  },
  personal: { email: ['q.email', 'q.value'] },
};

/**
 * 6sense, by its WebTag (6si.min.js): what visitors do, and which company they belong to.
 * @see https://support.6sense.com/docs/set-up-6sense-webtag-20-1
 */
export const SIX_SENSE: Vendor = {
  id: '6sense',
  name: '6sense',
  hosts: ['6sc.co', '6sense.com'],
  hits: [
    { when: { host: 'own', path: /^\/v\d+\/beacon(?:\/img\.gif)?\/?$/u }, ...BEACON },
    {
      when: { path: /\/v\d+\/beacon\/img\.gif$/u, query: { token: /^[\da-f]{32}$/u, session: true, event: true } },
      ...BEACON,
    },
    {
      when: { host: 'own', path: /^\/v\d+\/company\/details/u },
      unnamed: 'company details',
      roles: { page: [match('referer', /^https?:\/\/[^/]+\/.+$/u)] },
    },
  ],
};
