import { parseParameters } from '../body/parameters.ts';
import type { Item } from '#core/hit.ts';
import { isObject, type Json, own } from '../body/json.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, hashed, milliseconds } from '../hit/take.ts';
import type { OpenHit, Vendor } from '../hit/vendor.ts';

/** Each line of the body is one event; what they share stands in the query. */
function lines({ body: { content } }: OpenHit): readonly Layers[] {
  if (content.form === 'value' && isObject(content.value)) return [[{ part: 'body', at: '', value: content.value }]];
  if (content.form !== 'rows') return [[]];
  return content.rows.map((row, at) => [
    { part: 'body', at: String(at), value: typeof row === 'string' ? parseParameters(row) : row },
  ]);
}

/** `pr1=idSKU~nmSocks~pr9.5~qt2`: each piece begins with two letters that say what it is. */
function itemIn(text: string): Item {
  const pieces = new Map(text.split('~').map((piece) => [piece.slice(0, 2), piece.slice(2)]));
  const number = (name: string): number | null => asNumber(pieces.get(name) ?? '') ?? null;
  return {
    id: pieces.get('id') ?? null,
    name: pieces.get('nm') ?? null,
    price: number('pr'),
    quantity: number('qt'),
  };
}

function items(event: Json): readonly Item[] {
  return Array.from({ length: 100 }, (_, at) => asText(own(event, `pr${at + 1}`) ?? null))
    .filter((text) => text !== undefined)
    .map(itemIn);
}

/**
 * Google Analytics 4, by gtag.js, through server containers and first-party paths too.
 * @see https://developers.google.com/analytics/devguides/collection/ga4
 */
export const GOOGLE_ANALYTICS: Vendor = {
  id: 'google-analytics',
  name: 'Google Analytics',
  hosts: ['google-analytics.com', 'analytics.google.com'],
  hits: [
    {
      when: { query: { v: /^2$/u, tid: /^G-[A-Z\d]{4,}$/u } },
      events: lines,
      name: ['en'],
      deeds: { user_engagement: 'time', view_search_results: 'search', first_visit: 'other', session_start: 'other' },
      roles: {
        visitor: ['cid'],
        session: ['sid'],
        user: ['uid'],
        account: ['tid'],
        page: ['dl'],
        referrer: ['dr'],
        title: ['dt'],
        search: ['ep.search_term', 'ep.q'],
        seconds: [milliseconds('_et')],
        scroll: ['epn.percent_scrolled'],
        visits: ['sct'],
        value: ['epn.value', 'ep.value'],
        currency: ['cu', 'ep.currency'],
        order: ['ep.transaction_id'],
        consent: ['gcs'],
      },
      items: [{ at: '', take: items }],
      personal: {
        email: [hashed('em', /~em\.[\w-]{43}/u), 'ep.user_data.sha256_email_address'],
        phone: [hashed('em', /~pn\.[\w-]{43}/u), 'ep.user_data.sha256_phone_number'],
        name: [hashed('em', /~[fl]n\d?\.[\w-]{43}/u)],
      },
      once: ['tid', 'cid', '_p', '_s'],
    },
  ],
};
