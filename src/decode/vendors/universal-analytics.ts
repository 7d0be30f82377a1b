import type { Item } from '#core/hit.ts';
import { type Json, own } from '#core/json.ts';
import { asNumber, asText, fields, match, matchNumber, type Taken } from '../hit/take.ts';
import type { HitKind, Roles, Vendor } from '../hit/vendor.ts';

/** `UA-12345-6`, also as Google's own documents write it: `UA-XXXXX-Y`. */
const ID = /^(?:UA|MO|YT)-[\dX]+-[\dY]+$/u;

function text(event: Json, name: string): string | null {
  return asText(own(event, name) ?? null) ?? null;
}

function number(event: Json, name: string): number | null {
  return asNumber(own(event, name) ?? null) ?? null;
}

/** Enhanced e-commerce: `pr1id`, `pr1nm`, `pr1pr`, `pr1qt`. Before that, an item was a hit of its own. */
function items(event: Json): readonly Item[] {
  const enhanced = Array.from({ length: 200 }, (_, at): Item => {
    const product = `pr${at + 1}`;
    return {
      id: text(event, `${product}id`),
      name: text(event, `${product}nm`),
      price: number(event, `${product}pr`),
      quantity: number(event, `${product}qt`),
    };
  });
  const single: Item = {
    id: text(event, 'ic') ?? text(event, 'utmipc'),
    name: text(event, 'in') ?? text(event, 'utmipn'),
    price: number(event, 'ip') ?? number(event, 'utmipr'),
    quantity: number(event, 'iq') ?? number(event, 'utmiqt'),
  };
  return [...enhanced, single].filter(({ id, name }) => id !== null || name !== null);
}

/** The second in which a visitor's number was given out, as milliseconds. */
function firstVisit(at: string, pattern: RegExp): Taken<number> {
  return {
    at,
    take: (found) => {
      const second = pattern.exec(asText(found) ?? '')?.[1];
      return second === undefined ? undefined : Number(second) * 1000;
    },
    basis: 'inferred',
  };
}

const ROLES: Roles = {
  visitor: ['cid'],
  user: ['uid'],
  account: ['tid'],
  page: ['dl', 'dp'],
  referrer: ['dr'],
  title: ['dt', 'cd'],
  firstVisit: [firstVisit('cid', /^\d+\.(\d{10})$/u)],
  value: ['tr', 'ev'],
  currency: ['cu'],
  order: ['ti'],
  consent: ['gcs'],
};

const HIT: Omit<HitKind, 'when'> = {
  name: [fields('', ['t', 'pa', 'ec', 'ea', 'el', 'utc', 'utv', 'utl', 'sn', 'sa', 'st', 'exd'])],
  unnamed: 'pageview',
  deeds: { transaction: 'order', item: 'order', dc: 'sync', sr: 'sync', adtiming: 'performance' },
  roles: ROLES,
  items: [{ at: '', take: items }],
  once: ['tid', 'cid', 'a', '_s'],
};

/** `5(Video*Play*Intro)(30)`: category, action and label of an event, then its value. */
const EVENT = /(?:^|\))5\(([^)]*)\)(?:\((\d+)\))?/u;

/** `__utma=<site>.<visitor>.<first>.<last>.<this>.<visits>`, among the cookies. */
function ofCookie(pattern: string): RegExp {
  return new RegExp(`__utma=${pattern}`, 'u');
}

const LEGACY_NAME: Taken<string> = {
  at: '',
  take: (found) => {
    const event = EVENT.exec(text(found, 'utme') ?? '')?.[1]?.split('*') ?? [];
    const parts = [text(found, 'utmt') ?? (event.length > 0 ? 'event' : 'pageview'), ...event];
    return parts.filter((part) => part !== '').join(' · ');
  },
};

const VISITOR: Taken<string> = {
  at: 'utmcc',
  take: (found) => ofCookie('\\d+\\.(\\d+)\\.').exec(asText(found) ?? '')?.[1],
};

/**
 * Universal Analytics (analytics.js, the Measurement Protocol) and what came before it (ga.js). Google closed it in
 * 2023–24, but old pages still send it.
 * @see https://developers.google.com/analytics/devguides/collection/protocol/v1/parameters
 */
export const UNIVERSAL_ANALYTICS: Vendor = {
  id: 'universal-analytics',
  name: 'Universal Analytics',
  // All others are those of its successor.
  hosts: ['ssl.google-analytics.com'],
  hits: [
    {
      when: { path: /\/__utm\.gif$/u, query: { utmac: /^(?:UA|MO|YT)-/u, utmwv: true } },
      name: [LEGACY_NAME],
      deeds: { tran: 'order', transaction: 'order', item: 'order' },
      roles: {
        visitor: [VISITOR],
        account: ['utmac'],
        page: ['utmp'],
        // `-`: none; `0`: from this site.
        referrer: [match('utmr', /^(?![-0]$).+/u)],
        title: ['utmdt'],
        visits: [matchNumber('utmcc', ofCookie('(?:\\d+\\.){5}(\\d+)'))],
        firstVisit: [firstVisit('utmcc', ofCookie('\\d+\\.\\d+\\.(\\d{10})\\.'))],
        value: ['utmtto', matchNumber('utme', /(?:^|\))5\([^)]*\)\((\d+)\)/u)],
        currency: ['utmcu'],
        order: ['utmtid'],
      },
      items: [{ at: '', take: items }],
      once: ['utmac', 'utmhid', 'utms'],
    },
    { when: { query: { v: /^1$/u, tid: ID } }, ...HIT },
    { when: { body: { v: /^1$/u, tid: ID } }, ...HIT },
    { when: { body: { '0.v': /^1$/u, '0.tid': ID } }, events: [''], ...HIT },
  ],
};
