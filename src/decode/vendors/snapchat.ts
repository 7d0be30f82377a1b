import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, type JsonObject, own } from '#core/json.ts';
import type { Layers } from '../hit/layers.ts';
import { hashed, match } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** Of several in one, that which is an event: it has a name. It may stand a level deeper. */
function eventIn(request: Json): { readonly way: string; readonly value: JsonObject } | null {
  if (!isObject(request)) return null;
  if (own(request, 'ev') !== undefined) return { way: '', value: request };
  for (const [name, value] of Object.entries(request)) {
    if (isObject(value) && own(value, 'ev') !== undefined) return { way: `.${name}`, value };
  }
  return null;
}

/** Newer versions send several in one, and what they share before them: `{ctx, req: […]}`. */
function tracked({ layers }: OpenHit): readonly Layers[] {
  const body = layers.find(({ part }) => part === 'body')?.value;
  const requests = own(body, 'req');
  if (!isList(requests)) return [layers];
  const context = own(body, 'ctx');
  const shared: Layers = isObject(context) ? [{ part: 'body', at: 'ctx', value: context }] : [];
  return requests.flatMap((request, at) => {
    const event = eventIn(request);
    if (event === null) return [];
    return [[{ part: 'body', at: `req.${at}${event.way}`, value: event.value }, ...shared]];
  });
}

/** `e_iids=12,13` as well as a list. */
function itemsIn(text: string): readonly Item[] {
  return text.split(',').map((id) => ({ id: id.trim(), name: null, price: null, quantity: null }));
}

const EVENT: Omit<HitKind, 'when'> = {
  name: ['ev'],
  deeds: { add_billing: 'checkout', list_view: 'product-view', page_view: 'page-view', complete_tutorial: 'other' },
  roles: {
    visitor: ['u_c1', 'u_sclid', 'uuid_c1'],
    session: ['u_scsid'],
    user: ['u_puid'],
    account: ['pid'],
    page: ['pl', 'page_url', match('url', /^https?:.*$/u)],
    referrer: ['rf'],
    search: ['e_ss', 'search_string'],
    value: ['e_pr', 'price'],
    currency: ['e_cur', 'currency'],
    order: ['e_tid', 'transaction_id'],
    consent: ['du'],
  },
  items: [
    { at: 'e_iids', take: (found) => (typeof found === 'string' ? itemsIn(found) : undefined) },
    { at: 'item_ids', take: (found) => (typeof found === 'string' ? itemsIn(found) : undefined) },
  ],
  personal: {
    // `FFF` stands before the hash of what was no e-mail address.
    email: ['u_hem', hashed('u_hem', /^FFF[\da-f]{64}$/u), 'u_em', 'user_email', 'user_hashed_email'],
    phone: ['u_hpn', 'u_pn', 'user_phone_number', 'user_hashed_phone_number'],
    name: ['u_fn', 'u_ln', 'u_hfn', 'u_hln', 'firstname', 'lastname'],
    address: ['l_city', 'l_gpc', 'l_addr', 'geo_city', 'geo_postal_code'],
  },
  once: ['pid', 'trackId'],
};

/** The Conversions API; meant for servers, and sent by pages too. */
const SERVER: HitKind['roles'] = {
  visitor: ['user_data.sc_cookie1', 'uuid_c1'],
  user: ['user_data.external_id'],
  account: ['pixel_id'],
  page: ['event_source_url', 'page_url'],
  search: ['custom_data.search_string', 'search_string'],
  value: ['custom_data.value', 'custom_data.price', 'price'],
  currency: ['custom_data.currency', 'currency'],
  order: ['custom_data.order_id', 'custom_data.transaction_id', 'transaction_id'],
};

const PIXEL = /^[\da-f]{8}-[\da-f-]{27}$/iu;
const NAME = /^[A-Z][A-Z\d_]{2,40}$/u;

/**
 * Snap Pixel, through `launchpad` on a site's own host too.
 * @see https://businesshelp.snapchat.com/s/article/pixel-website-install
 */
export const SNAPCHAT: Vendor = {
  id: 'snapchat',
  name: 'Snap Pixel',
  hosts: ['snapchat.com', 'sc-static.net'],
  hits: [
    { when: { host: /^tr[\w-]*\.snapchat\.com$/u, path: /^\/(?:gateway\/)?p\/?$/u }, events: tracked, ...EVENT },
    {
      when: { host: 'own', path: /^\/v3\/[^/]+\/events(?:\/.*)?$/u, body: { 'data.0.event_name': true } },
      events: ['data'],
      name: ['event_name'],
      roles: SERVER,
      items: [{ at: 'custom_data.contents' }, { at: 'custom_data.content_ids' }],
      personal: {
        email: ['user_data.em'],
        phone: ['user_data.ph'],
        name: ['user_data.fn', 'user_data.ln'],
        address: ['user_data.ct', 'user_data.zp'],
      },
      once: ['event_id'],
    },
    {
      when: { host: 'own', path: /^\/v2\/conversion$/u },
      events: ['events', 'data'],
      name: ['event_type'],
      roles: SERVER,
      personal: { email: ['hashed_email'], phone: ['hashed_phone_number'] },
      once: ['client_dedup_id'],
    },
    // Who the visitor is to Snapchat and its partners.
    {
      when: { host: /^tr[\w-]*\.snapchat\.com$/u, path: /^\/cm\/\w+\/?$/u },
      unnamed: 'cookie match',
      deeds: { '*': 'sync' },
      roles: { visitor: ['u_sclid', 'c1', 'pcid'], session: ['u_scsid'], account: ['pid', 'pids'] },
    },
    {
      when: { host: /^tr[\w-]*\.snapchat\.com$/u, path: /^\/collector\/\w+\/?$/u },
      unnamed: 'prep_mapping',
      deeds: { '*': 'identify' },
      roles: { visitor: ['u_c1'], account: ['pids'] },
      personal: { name: ['u_hfn', 'u_hln'], address: ['l_hz', 'l_hc'], email: ['u_hems'], phone: ['u_hpns'] },
    },
    { when: { query: { ev: NAME, pid: PIXEL, pl: true, m_pi: true } }, ...EVENT },
    { when: { body: { ev: NAME, pid: PIXEL, pl: true, u_c1: PIXEL } }, ...EVENT },
    { when: { body: { 'req.*.*.ev': NAME, 'req.*.*.pid': PIXEL } }, events: tracked, ...EVENT },
  ],
};
