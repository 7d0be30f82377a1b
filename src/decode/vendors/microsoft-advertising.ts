import type { Item } from '#core/hit.ts';
import { type Json, own } from '#core/json.ts';
import { parseParameters } from '../body/parameters.ts';
import { asNumber, asText, fields, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

/** Product IDs as a list, or joined by commas. */
function products(found: Json): readonly Item[] | undefined {
  return asText(found)
    ?.split(',')
    .map((id) => ({ id: id.trim(), name: null, price: null, quantity: null }));
}

/** `id=12&price=9.5&quantity=2,id=13&price=4`: each item its own parameters. */
function items(found: Json): readonly Item[] | undefined {
  if (typeof found !== 'string') return undefined;
  return found.split(/,(?=[a-z_]+=)/u).map((text) => {
    const { id, name, price, quantity } = parseParameters(text);
    return {
      id: id ?? null,
      name: name ?? null,
      price: asNumber(price ?? '') ?? null,
      quantity: asNumber(quantity ?? '') ?? null,
    };
  });
}

/** `ev` is any number the site likes, a video's length too; with a currency it is an amount. */
const EVENT_VALUE: Taken<number> = {
  at: '',
  take: (found) => (own(found, 'gc') === undefined ? undefined : asNumber(own(found, 'ev') ?? null)),
};

const KIND: Omit<HitKind, 'when'> = {
  name: [fields('', ['evt', 'ea', 'ec', 'el'])],
  unnamed: 'pageLoad',
  deeds: { pagehide: 'other', page: 'page-view', consent: 'consent' },
  roles: {
    visitor: ['vid'],
    session: ['sid'],
    user: ['uid'],
    account: ['ti'],
    page: ['p'],
    referrer: ['r'],
    title: ['tl'],
    search: ['search_term', 'ecomm_query'],
    value: ['gv', 'ecomm_totalvalue', 'travel_totalvalue', 'flight_totalvalue', 'hct_total_price', EVENT_VALUE],
    currency: ['gc'],
    order: ['transaction_id', 'hct_booking_xref'],
    consent: ['asc'],
  },
  items: [
    { at: 'items', take: items },
    { at: 'ecomm_prodid', take: products },
    { at: 'prodid', take: products },
  ],
  personal: { email: ['pid.em'], phone: ['pid.ph'] },
  once: ['ti', 'mid', 'rn'],
};

/**
 * Microsoft Advertising (Bing Ads), by Universal Event Tracking.
 * @see https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_parameters_table
 */
export const MICROSOFT_ADVERTISING: Vendor = {
  id: 'microsoft-advertising',
  name: 'Microsoft Advertising',
  hosts: ['bat.bing.com', 'bat.bing.net'],
  hits: [
    { when: { host: 'own', path: /^\/actionp?\/\d+\/?$/u, query: { ti: true } }, ...KIND },
    { when: { query: { Ver: /^[12](?:\.\d)?$/u, ti: /^\d{5,15}$/u, mid: /^[\da-f-]{36}$/u } }, ...KIND },
  ],
};
