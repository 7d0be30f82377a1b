import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { findText, type Layers } from '../hit/layers.ts';
import { asNumber, asText, fields, match, milliseconds, type Taken, time } from '../hit/take.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

function listed(list: Json | undefined, part: 'body' | 'query', at: string): readonly Layers[] {
  return isList(list) ? list.map((value, nth) => [{ part, at: `${at}.${nth}`, value }]) : [];
}

/** Events are in the body; AT Internet's last tag, and AMP, send them as JSON in a parameter. */
function events({ layers }: OpenHit): readonly Layers[] {
  const body = layers.find(({ part }) => part === 'body');
  const sent = listed(own(body?.value, 'events'), 'body', 'events');
  if (sent.length > 0) return sent;
  const packed = listed(openText(findText(layers, 'events') ?? ''), 'query', 'events');
  return packed.length > 0 ? packed : [[]];
}

/** Properties are flat today, and were objects in AT Internet's tag: `transaction_id`, `transaction.id`. */
function property(names: string): readonly string[] {
  return names.split(' ').flatMap((name) => [`data.${name}`, `data.${name.replace('_', '.')}`]);
}

const EVENTS: Omit<HitKind, 'when'> = {
  events,
  name: ['name'],
  deeds: {
    'page.display': 'page-view',
    'internal_search_result.display': 'search',
    'internal_search_result.click': 'click',
    'click.action': 'click',
    'click.navigation': 'click',
    'click.exit': 'click',
    'click.download': 'download',
    'product.display': 'other',
    'product.page_display': 'product-view',
    'product.add_to_cart': 'cart',
    'cart.display': 'cart',
    'cart.creation': 'cart',
    'cart.update': 'cart',
    'cart.delivery': 'checkout',
    'cart.payment': 'checkout',
    'transaction.confirmation': 'order',
    'av.heartbeat': 'video',
    'av.start': 'video',
    'av.stop': 'video',
    'av.resume': 'video',
  },
  roles: {
    visitor: ['idclient', 'data.visitor_id'],
    user: property('user_id'),
    account: ['s'],
    page: ['data.event_url_full', 'data.event_url', 'data.page_url'],
    referrer: ['data.previous_url', 'data.event_referrer', 'ref'],
    title: ['data.page_title_html', ...property('page_full_name page')],
    search: property('ise_keyword'),
    // Of a film or sound: how long it played since the last event.
    seconds: [milliseconds('data.av_duration')],
    firstVisit: [time('data.cookie_creation_date')],
    value: property(
      'transaction_turnovertaxincluded transaction_revenue cart_turnovertaxincluded cart_turnovertaxfree product_pricetaxincluded product_pricetaxfree',
    ),
    currency: property('cart_currency product_currency transaction_currency'),
    order: property('transaction_id'),
    consent: ['data.visitor_privacy_mode'],
  },
  items: [{ at: 'data', take: productIn }],
};

function productIn(data: Json): readonly Item[] {
  const field = (name: string): Json => own(data, `product_${name}`) ?? own(own(data, 'product') ?? null, name) ?? null;
  const [id, name] = [asText(field('id')), asText(own(data, 'product') ?? null) ?? asText(field('$'))];
  if (id === undefined && name === undefined) return [];
  return [
    {
      id: id ?? null,
      name: name ?? null,
      price: asNumber(field('pricetaxincluded')) ?? asNumber(field('pricetaxfree')) ?? null,
      quantity: asNumber(field('quantity')) ?? null,
    },
  ];
}

/** `pdt1=Socks::SKU-1&qte1=2&mt1=9.5`: each product of an order has its number in the names. */
function productsIn(hit: Json): readonly Item[] {
  const field = (name: string): string | undefined => asText(own(hit, name) ?? null);
  return Array.from({ length: 100 }, (_, at) => at + 1).flatMap((nth): readonly Item[] => {
    const name = field(`pdt${nth}`);
    if (name === undefined) return [];
    const price = asNumber(field(`mt${nth}`) ?? field(`mtht${nth}`) ?? '') ?? null;
    return [
      { id: null, name: name.split('::').at(-1) ?? name, price, quantity: asNumber(field(`qte${nth}`) ?? '') ?? null },
    ];
  });
}

/** A page of AT Internet's is called by chapters and name: `Shop::Socks`. */
function called(...words: readonly string[]): readonly Taken<string>[] {
  const rest = fields('', words.slice(1));
  const [first = ''] = words;
  return [{ at: '', take: (hit) => [first, rest.take(hit)].filter((word) => word !== undefined).join(' · ') }];
}

const HIT: Omit<HitKind, 'when'> = {
  roles: {
    visitor: ['idclient'],
    user: ['at', 'an'],
    account: ['s'],
    page: [match('docl', /^https?:\/\/.*$/u), match('x5', /^\[?(https?:\/\/[^\]]*)\]?$/u)],
    referrer: ['ref'],
    title: ['p'],
    search: ['mc'],
    value: ['mtttc', 'roimt', 'mtht'],
    order: ['cmd'],
  },
  items: [{ at: '', take: (hit) => (isObject(hit) ? productsIn(hit) : []) }],
};

/** What is called so is no page, but something on it. */
const ON_PAGE: Roles = { ...HIT.roles, title: ['pclick', 'prich', 'patc'] };

/** The sorts of hit, the one with more to it first, and what tells it. */
const SORTS: readonly (Pick<HitKind, 'when' | 'name' | 'deeds'> & Partial<Pick<HitKind, 'roles'>>)[] = [
  { when: { query: { tp: /^cart/u } }, name: called('cart', 'tp', 'p'), deeds: { cart: 'cart' } },
  { when: { query: { tp: /^pre/u } }, name: called('checkout', 'tp', 'p'), deeds: { checkout: 'checkout' } },
  { when: { query: { tp: /^conf/u } }, name: called('order', 'tp', 'p'), deeds: { order: 'order' } },
  { when: { query: { cmd: /./u } }, name: called('order', 'p'), deeds: { order: 'order' } },
  {
    when: { query: { type: /^(?:video|audio|vpost|animation|podcast)/iu, a: /./u } },
    name: called('media', 'type', 'a', 'p'),
    deeds: { media: 'video' },
    roles: ON_PAGE,
  },
  {
    when: { query: { click: /^[A-Z]/u } },
    name: called('click', 'click', 'p'),
    deeds: { click: 'click' },
    roles: ON_PAGE,
  },
  {
    when: { query: { clic: /^[A-Z]/u } },
    name: called('click', 'clic', 'p'),
    deeds: { click: 'click' },
    roles: ON_PAGE,
  },
  {
    when: { query: { type: /^AT$/u } },
    name: called('self promotion', 'atc', 'ati'),
    deeds: { '*': 'other' },
    roles: ON_PAGE,
  },
  { when: { query: { type: /^PDT$/u } }, name: called('product', 'pdtl'), deeds: { product: 'product-view' } },
  { when: { query: { mc: /./u } }, name: called('internal search', 'p'), deeds: { 'internal search': 'search' } },
  { when: {}, name: called('pageview', 'p'), deeds: { pageview: 'page-view' } },
];

const SITE = /^\d{4,}$/u;

/** What tells AT Internet's hit from others: its host, the name of its pixel, or what its tag says of itself. */
const TELLING = [
  { host: 'own', query: { s: SITE } },
  { path: /\/hit\.xiti$/u, query: { s: SITE } },
  { query: { s: SITE, idclient: true, vtag: /^[\d.-]+$/u, ptag: true } },
] as const;

/**
 * Piano Analytics, and AT Internet (XiTi) before it; both to their own hosts or to one of the site's.
 * @see https://developers.atinternet-solutions.com/piano-analytics/
 * @see https://developers.atinternet-solutions.com/general-en/craft-your-hit
 */
export const PIANO_ANALYTICS: Vendor = {
  id: 'piano-analytics',
  name: 'Piano Analytics',
  hosts: ['xiti.com', 'ati-host.net', 'pa-cd.com', 'aticdn.net', 'atinternet-solutions.com'],
  hits: [
    { when: { host: 'own', query: { s: SITE }, body: { 'events.0.name': true } }, ...EVENTS },
    { when: { query: { s: SITE, idclient: true }, body: { 'events.0.name': true, 'events.0.data': true } }, ...EVENTS },
    ...TELLING.map((when): HitKind => ({ when: { ...when, query: { ...when.query, events: /^\s*\[/u } }, ...EVENTS })),
    ...TELLING.flatMap((when) =>
      SORTS.map((sort): HitKind => ({
        ...HIT,
        ...sort,
        when: { ...when, query: { ...when.query, ...sort.when.query } },
      })),
    ),
  ],
};
