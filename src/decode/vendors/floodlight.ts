import { own } from '#core/json.ts';
import { asText, fields, type Taken } from '../hit/take.ts';
import type { Layers } from '../hit/layers.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';
import { USER_DATA } from './google-ads.ts';

/** All that it says stands in the path, by matrix parameters; in the older form the first of them without a semicolon. */
function matrix({ url, matrix: parameters, query }: OpenHit): readonly Layers[] {
  const source = /\/src=(\d+)/u.exec(url.pathname)?.[1];
  const all = { ...query, ...parameters, ...(source === undefined ? {} : { src: source }) };
  return [[{ part: 'path', at: '', value: all }]];
}

/** A number of an order only where something was sold: else it is a random one, against caches. */
const ORDER: Taken<string> = {
  at: '',
  take: (found) => {
    const sold = ['cost', 'qty'].some((name) => asText(own(found, name) ?? null) !== undefined);
    return sold ? asText(own(found, 'ord') ?? null)?.replace(/\?$/u, '') : undefined;
  },
};

const HIT: Omit<HitKind, 'when'> = {
  events: matrix,
  // The advertiser's group of activities and the activity in it, in short; there are no other names.
  name: [fields('', ['type', 'cat'])],
  roles: {
    visitor: ['auiddc'],
    account: ['src'],
    page: ['~oref', 'dc_ref', 'url'],
    referrer: ['~ref'],
    value: ['cost'],
    currency: ['dc_cur', 'currency', 'cu'],
    order: [ORDER],
    consent: ['gcs', 'gcd', 'gdpr_consent'],
  },
  personal: USER_DATA,
  // It is told to two hosts, as a picture and as a frame.
  once: ['src', 'type', 'cat', 'ord'],
};

/**
 * Floodlight, by which Campaign Manager 360 (DoubleClick) counts what people do on an advertiser's site.
 * @see https://support.google.com/campaignmanager/answer/2823450
 */
export const FLOODLIGHT: Vendor = {
  id: 'floodlight',
  name: 'Google Floodlight',
  hosts: ['ad.doubleclick.net', 'fls.doubleclick.net', 'ad-emea.doubleclick.net', 'adservice.google.com'],
  hits: [
    { when: { host: 'own', path: /\/activityi?;/u, query: { type: true, cat: true } }, ...HIT },
    { when: { host: 'own', path: /\/ddm\/(?:activityi?|fls\/[a-z])\//u, query: { type: true, cat: true } }, ...HIT },
    // By the site's own path, or through a national host of Google's.
    { when: { path: /\/activityi?;/u, query: { ord: true, src: /^\d{4,}$/u, type: true, cat: true } }, ...HIT },
    {
      when: { path: /\/ddm\/(?:activityi?|fls\/[a-z])\/(?:dc_pre=[^;]*;)?src=\d+;/u, query: { ord: true, cat: true } },
      ...HIT,
    },
  ],
};
