import type { Item } from '#core/hit.ts';
import { isObject, type Json, type JsonObject, own } from '#core/json.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred, milliseconds, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** Context data nest by names that open (`c.`) and close (`.c`): `c.&search.&term=socks&.search&.c`. */
function contextIn(fields: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const open: string[] = [];
  const pairs = Object.entries(fields).flatMap(([name, value]) => {
    if (/^[\w-]+\.$/u.test(name) && value === '') open.push(name);
    else if (/^\.[\w-]+$/u.test(name) && value === '') open.pop();
    else if (open.length > 0) return [[open.join('') + name, value] as const];
    return [];
  });
  return Object.fromEntries(pairs);
}

/** Fields as a form has them, or as the older XML: `<pageName>Home</pageName>`. */
function sentIn({ query, body: { content } }: OpenHit): JsonObject {
  if (content.form === 'value' && isObject(content.value)) return content.value;
  if (content.form !== 'text') return query;
  const tags = content.text.matchAll(/<(\w+)>([^<]{1,2000})<\/\1>/gu);
  return Object.fromEntries([...tags].map(([, name = '', text = '']) => [name, text]));
}

/** The fields in one: a long address comes in two pieces, and context data by their whole names. */
function opened(hit: OpenHit): readonly Layers[] {
  const { url, query } = hit;
  const sent = sentIn(hit);
  const address = (asText(own(sent, 'g') ?? null) ?? '') + (asText(own(sent, '-g') ?? null) ?? '');
  const value = { ...contextIn(sent), ...sent, ...(address === '' ? {} : { g: address }) };
  const account = /\/b\/ss\/([^/]*)\//u.exec(url.pathname)?.[1];
  return [
    [
      { part: sent === query ? 'query' : 'body', at: '', value },
      { part: 'path', at: '', value: account === undefined || account === '' ? {} : { account } },
    ],
  ];
}

/** What Adobe's own short names mean. */
const WORDS: Readonly<Record<string, string>> = {
  purchase: 'order',
  prodView: 'product view',
  scOpen: 'cart open',
  scAdd: 'cart addition',
  scRemove: 'cart removal',
  scView: 'cart view',
  scCheckout: 'checkout',
  lnk_o: 'custom link',
  lnk_d: 'download link',
  lnk_e: 'exit link',
};

function inWords(name: string): string {
  const words = WORDS[/^\w+/u.exec(name)?.[0] ?? ''];
  return words === undefined ? name : `${name} (${words})`;
}

/** A link and what it is called, or a page view; then all events, which have names of Adobe's or numbers. */
const NAME: Taken<string> = {
  at: '',
  take: (found) => {
    const field = (...names: readonly string[]): string | undefined =>
      names.map((name) => asText(own(found, name) ?? null)).find((text) => text !== undefined);
    const link = field('pe', 'linkType');
    const events = field('events', 'ev')?.split(',').map(inWords).join(', ');
    const parts = [
      link === undefined ? 'page view' : inWords(link),
      link === undefined ? undefined : field('pev2', 'linkName', 'pev3', 'pev1'),
      events,
    ];
    return parts.filter((part) => part !== undefined).join(' · ');
  },
};

/** `category;name;quantity;price;…` for each, joined by commas. The price is that of all of them together. */
function productsIn(found: Json): readonly { readonly name: string; readonly quantity: number; price?: number }[] {
  return (asText(found) ?? '')
    .split(',')
    .map((product) => product.split(';'))
    .filter((pieces) => pieces.length > 1 && pieces[1] !== '')
    .map(([, name = '', quantity = '', price = '']) => {
      const paid = asNumber(price);
      return { name, quantity: asNumber(quantity) ?? 1, ...(paid === undefined ? {} : { price: paid }) };
    });
}

function items(found: Json): readonly Item[] {
  return productsIn(found).map(({ name, quantity, price }) => ({
    id: name,
    name,
    price: price === undefined || quantity === 0 ? null : price / quantity,
    quantity,
  }));
}

function total(at: string): Taken<number> {
  return {
    at,
    take: (found) => {
      const prices = productsIn(found).flatMap(({ price }) => (price === undefined ? [] : [price]));
      return prices.length === 0 ? undefined : prices.reduce((all, price) => all + price, 0);
    },
  };
}

/** What sites call a search in their context data; which variable of the many it is, each decides. */
const SEARCHES = [
  'search.term',
  'search.keyword',
  'search.query',
  'searchTerm',
  'searchterm',
  'search_term',
  'keyword',
];

/** A page view or a click, by whichever library. */
const HIT: Omit<HitKind, 'when'> = {
  events: opened,
  name: [NAME],
  deeds: { '*': 'click' },
  roles: {
    account: ['account', 'reportSuiteID'],
    user: ['cid.userid.id', 'cid.customerid.id', 'cid.crmid.id'],
    visitor: ['mid', 'vid', 'aid', 'fid', 'visitorID', 'marketingCloudVisitorID'],
    page: ['g', 'pageURL'],
    referrer: ['r', 'referrer'],
    title: ['pageName', 'gn'],
    search: SEARCHES.map((name) => `c.${name}`),
    value: [total('products'), total('pl')],
    currency: ['cc', 'currencyCode'],
    order: ['purchaseID', 'pi', 'xact', 'transactionID'],
  },
  items: [
    { at: 'products', take: items },
    { at: 'pl', take: items },
  ],
  // Of the names that a site gives to its own numbers of people, those that say so.
  personal: { email: ['cid.email.id', 'cid.Email.id', 'cid.emailhash.id', 'cid.email_sha256.id'] },
};

/**
 * Adobe Analytics (Omniture SiteCatalyst), by AppMeasurement and its forerunners; and its counting of video.
 * @see https://experienceleague.adobe.com/en/docs/analytics/implementation/validate/query-parameters
 */
export const ADOBE_ANALYTICS: Vendor = {
  id: 'adobe-analytics',
  name: 'Adobe Analytics',
  hosts: ['omtrdc.net', '2o7.net', 'hb.adobedc.net', 'sc.adobedc.cn'],
  hits: [
    // Account, kind of device, library and a random number, on whichever host the site chose.
    { when: { path: /\/b\/ss\/[\w.,%~-]+\/\d+(?:\.\d+)?\/[A-Z]+[\d.-][\w.+-]*\/(?:s\d+|0)$/u }, ...HIT },
    { when: { path: /\/b\/ss\/[\w.,%~-]*\/\d+/u, query: { AQB: /^1$/u } }, ...HIT },
    { when: { path: /\/b\/ss\/[\w.,%~-]*\/\d+/u, body: { AQB: /^1$/u } }, ...HIT },
    { when: { host: 'own', path: /\/b\/ss\/[\w.,%~-]*\/\d+/u }, ...HIT },
    {
      when: { query: { 's:event:type': true, 's:event:sid': true } },
      name: ['s:event:type'],
      deeds: { '*': 'video' },
      roles: {
        visitor: ['s:user:mid', 's:user:aid', 's:user:id'],
        session: ['s:event:sid'],
        account: ['s:sc:rsid'],
        seconds: [inferred(milliseconds('l:event:duration'))],
      },
    },
    {
      when: { body: { eventType: true, 'playerTime.playhead': true, 'playerTime.ts': true } },
      name: ['eventType'],
      deeds: { '*': 'video' },
      roles: {
        visitor: ['params.visitor.marketingCloudUserId'],
        account: ['params.analytics.reportSuite'],
      },
    },
  ],
};
