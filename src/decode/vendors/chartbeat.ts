import { type Json, own } from '#core/json.ts';
import { asNumber, asText, minutes, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

function text(hit: Json, name: string): string | undefined {
  return asText(own(hit, name) ?? null);
}

/** The page is its path, and the domain that it really is on or else is counted for. */
const PAGE: Taken<string> = {
  at: '',
  take: (hit) => {
    const path = text(hit, 'p');
    if (path === undefined || /^https?:\/\//u.test(path)) return path;
    if (!path.startsWith('/')) return `https://${path}`;
    const host = text(hit, 'd') ?? text(hit, 'h');
    return host === undefined ? path : `https://${host}${path}`;
  },
  basis: 'inferred',
};

/** How far down: the deepest top edge and the window's height, of the height of the page. */
const SCROLL: Taken<number> = {
  at: '',
  take: (hit) => {
    const [top, view, height] = ['m', 'w', 'y'].map((name) => asNumber(own(hit, name) ?? null));
    if (top === undefined || view === undefined || height === undefined || height <= 0) return undefined;
    return Math.min(100, Math.round(((top + view) / height) * 100));
  },
  basis: 'inferred',
};

const PING: Omit<HitKind, 'when'> = {
  unnamed: 'ping',
  roles: {
    visitor: ['u'],
    session: ['sv'],
    account: ['g'],
    page: [PAGE],
    referrer: ['r', 'sr'],
    title: ['i'],
    // How long the person was active on the page so far; and where that is left out, how long it was open.
    seconds: ['E', minutes('c')],
    scroll: [SCROLL],
  },
  once: ['t', 'sn'],
};

const NUMBER = /^\d+(?:\.\d+)?$/u;

/**
 * Chartbeat, from pages and AMP.
 * @see https://docs.chartbeat.com/cbp/tracking/standard-websites
 */
export const CHARTBEAT: Vendor = {
  id: 'chartbeat',
  name: 'Chartbeat',
  hosts: ['chartbeat.net', 'chartbeat.com'],
  hits: [
    { when: { host: 'own', path: /^\/ping\/?$/u, query: { h: true } }, ...PING },
    {
      when: {
        path: /\/ping\/?$/u,
        query: { h: /\.[a-z]{2,}$/iu, p: true, u: true, g: /^\d+$/u, c: NUMBER, R: /^\d$/u, W: /^\d$/u, I: /^\d$/u },
      },
      ...PING,
    },
  ],
};
