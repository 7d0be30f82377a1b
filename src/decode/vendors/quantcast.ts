import { own } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import { asText, match, matchNumber, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** `_fp.event.Purchase Confirmation,_fp.pcat.shoes`, and what sort of event it was. */
const name: Taken<string> = {
  at: '',
  take: (found) => {
    const labels = asText(own(found, 'labels') ?? null);
    const called = labels === undefined ? undefined : (match('', /_fp\.event\.([^,]+)/u).take(labels) ?? labels);
    const texts = [called, asText(own(found, 'event') ?? null)].filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join(' · ');
  },
};

/** The title that the page gives for sharing it: `type.website,title.Blue%20socks`. */
const title: Taken<string> = {
  at: 'ogl',
  take: (found) => asText(decodePercent(match('ogl', /(?:^|,)title\.([^,]+)/u).take(found) ?? '')),
  basis: 'inferred',
};

const PIXEL: Omit<HitKind, 'when'> = {
  // Its fields stand in the path, between semicolons; without a script in the query.
  events: ({ matrix, query }: OpenHit) => [
    Object.keys(matrix).length > 0
      ? [{ part: 'path', at: '', value: matrix }]
      : [{ part: 'query', at: '', value: query }],
  ],
  name: [name],
  unnamed: 'pageview',
  deeds: { load: 'page-view', refresh: 'page-view' },
  roles: {
    visitor: ['fpa'],
    account: ['a'],
    page: ['url', match('referer', /^https?:\/\/[^/]+\/.+$/u)],
    referrer: ['ref'],
    title: [title],
    firstVisit: [matchNumber('fpa', /^P\d-\d+-(\d{13})/u)],
    value: ['revenue'],
    currency: ['currency'],
    order: ['orderid'],
    consent: ['gdpr_consent', 'us_privacy'],
  },
  personal: { email: ['uh'] },
  once: ['r', 'a'],
};

/**
 * Quantcast Measure and Advertise, by quant.js.
 * @see https://help.quantcast.com/docs/track-events
 */
export const QUANTCAST: Vendor = {
  id: 'quantcast',
  name: 'Quantcast',
  hosts: ['quantserve.com', 'quantcount.com'],
  hits: [
    {
      when: { host: 'own', path: /^\/pixel\//u, query: { idmatch: true } },
      unnamed: 'idmatch',
      deeds: { idmatch: 'sync' },
      roles: { consent: ['gdpr_consent', 'us_privacy'] },
    },
    { when: { host: 'own', path: /^\/(?:d?pixel|r)(?:;|\/p-[\w-]+(?:\.gif)?$)/u }, ...PIXEL },
    { when: { host: 'own', path: /^\/d?pixel\/?$/u, query: { a: /^p-/u } }, ...PIXEL },
    { when: { query: { fpan: /^[01u]$/u, fpa: true, a: /^p-[\w-]{8,}$/u } }, ...PIXEL },
  ],
};
