import type { Item } from '#core/hit.ts';
import { isList, type Json, own } from '#core/json.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, match, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** What the library's codes mean, in the words of Braze's documentation. */
const CODES: Readonly<Record<string, string>> = {
  ss: 'session start',
  se: 'session end',
  p: 'purchase',
  i: 'internal',
  ie: 'internal error',
  ca: 'news feed card',
  si: 'in-app message impression',
  sc: 'in-app message click',
  sbc: 'in-app message button click',
  cci: 'content card impression',
  ccic: 'content card control impression',
  ccc: 'content card click',
  ccd: 'content card dismissal',
  pc: 'push click',
  sfe: 'feedback',
  iec: 'in-app message control',
  lr: 'location recorded',
  uae: 'user alias',
  lcaa: 'location attribute added',
  lcar: 'location attribute removed',
  inc: 'attribute increment',
  add: 'attribute array add',
  rem: 'attribute array remove',
  set: 'attribute array set',
  ncam: 'nested attribute merge',
  sgu: 'subscription group update',
  ffi: 'feature flag impression',
  bi: 'banner impression',
  bc: 'banner click',
  bd: 'banner dismissal',
};

/** A custom event goes by its own name, all others by their code and what it means. */
const NAME: Taken<string> = {
  at: '',
  take: (event) => {
    const code = asText(own(event, 'name') ?? null);
    if (code === undefined) return undefined;
    if (code === 'ce') return asText(own(own(event, 'data') ?? null, 'n') ?? null) ?? code;
    const meaning = CODES[code];
    return meaning === undefined ? code : `${code} · ${meaning}`;
  },
};

function product(values: readonly Json[]): number | undefined {
  const numbers = values.map((value) => asNumber(value));
  return numbers.every((number) => number !== undefined)
    ? numbers.reduce((total, number) => total * number, 1)
    : undefined;
}

/** A purchase states the price of one, and how many. */
const PAID: Taken<number> = {
  at: 'data',
  take: (data) => {
    const price = own(data, 'p');
    return price === undefined ? undefined : product([price, own(data, 'q') ?? 1]);
  },
  basis: 'inferred',
};

/** The only event whose `d` is a time is the end of a session. */
const SESSION_LENGTH: Taken<number> = {
  at: '',
  take: (event) => (own(event, 'name') === 'se' ? asNumber(own(own(event, 'data') ?? null, 'd') ?? null) : undefined),
};

/** What was bought, under the names of the library or of the REST API. */
function bought(names: Readonly<Record<'id' | 'price' | 'quantity', string>>): (found: Json) => readonly Item[] {
  return (found) => {
    const id = asText(own(found, names.id) ?? null);
    const number = (name: string): number | null => asNumber(own(found, name) ?? null) ?? null;
    return id === undefined ? [] : [{ id, name: null, price: number(names.price), quantity: number(names.quantity) }];
  };
}

/** What a site gives along with an event: with a custom one under `p`, with a purchase under `pr`. */
function given(names: string): readonly string[] {
  return names.split(' ').flatMap((name) => [`data.p.${name}`, `data.pr.${name}`, `properties.${name}`]);
}

const PERSONAL: HitKind['personal'] = {
  email: ['attributes.*.email', 'email'],
  phone: ['attributes.*.phone', 'phone'],
  name: ['attributes.*.first_name', 'attributes.*.last_name', 'first_name', 'last_name'],
  address: ['attributes.*.home_city', 'home_city'],
  birth: ['attributes.*.dob', 'dob'],
};

/** What Braze's library sends. */
const DATA: Omit<HitKind, 'when'> = {
  events: ['events'],
  name: [NAME],
  deeds: {
    ss: 'other',
    se: 'time',
    p: 'order',
    uae: 'identify',
    pc: 'click',
    i: 'other',
    ccd: 'other',
    sgu: 'consent',
  },
  roles: {
    visitor: ['device_id'],
    session: ['session_id'],
    user: ['user_id', 'respond_with.user_id', 'attributes.*.user_id', 'external_id', 'attributes.*.external_id'],
    account: ['api_key'],
    page: given('page_url pageUrl url current_url').map((at) => match(at, /^https?:\/\/.*$/u)),
    title: given('page_title pageTitle'),
    search: given('search_term searchTerm search_query search_string query keyword'),
    seconds: [SESSION_LENGTH],
    value: [...given('total_value total revenue value price'), PAID],
    currency: ['data.c', ...given('currency currency_code')],
    order: given('order_id orderId transaction_id'),
  },
  items: [
    { at: 'data.p.products', price: 'price' },
    { at: 'data', take: bought({ id: 'pid', price: 'p', quantity: 'q' }) },
  ],
  personal: PERSONAL,
};

/** A server's way in, which pages use too: three lists in one. */
function tracked({ layers }: OpenHit): readonly Layers[] {
  const [body] = layers;
  const all = ['events', 'purchases', 'attributes'].map((at): readonly Layers[] => {
    const list = body === undefined ? undefined : own(body.value, at);
    return isList(list) ? list.map((value, nth) => [{ part: 'body', at: `${at}.${nth}`, value }]) : [];
  });
  const [events = [], purchases = [], attributes = []] = all;
  return events.length + purchases.length > 0 ? [...events, ...purchases] : attributes;
}

const TRACK: Omit<HitKind, 'when'> = {
  ...DATA,
  events: tracked,
  name: [
    'name',
    { at: 'product_id', take: (id) => (asText(id) === undefined ? undefined : `purchase · ${asText(id)}`) },
  ],
  unnamed: 'attributes',
  deeds: { attributes: 'identify' },
  roles: {
    ...DATA.roles,
    visitor: ['device_id', 'braze_id'],
    value: [
      {
        at: '',
        take: (event) =>
          own(event, 'product_id') === undefined
            ? undefined
            : product([own(event, 'price') ?? null, own(event, 'quantity') ?? 1]),
        basis: 'inferred',
      },
      ...(DATA.roles.value ?? []),
    ],
    currency: ['currency', ...(DATA.roles.currency ?? [])],
  },
  items: [
    { at: 'properties.products' },
    { at: '', take: bought({ id: 'product_id', price: 'price', quantity: 'quantity' }) },
  ],
};

/** Nothing happened, but something was learned of the person. */
const ATTRIBUTES: Omit<HitKind, 'when'> = {
  ...DATA,
  name: [],
  unnamed: 'attributes',
  deeds: { attributes: 'identify' },
};

/** Without `api/v3` where a site states the whole address. */
const PATH = /\/data\/?$/u;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
/** With each of its requests the library asks for what it lacks, and says whose it is. */
const LIBRARY = { api_key: UUID, device_id: true, sdk_version: /^\d+\.\d+/u, respond_with: true } as const;

/**
 * Braze (formerly Appboy), by its web SDK to its own hosts or to a site's proxy, and its REST API.
 * @see https://www.braze.com/docs/developer_guide/platforms/web
 * @see https://www.braze.com/docs/api/endpoints/user_data/post_user_track
 */
export const BRAZE: Vendor = {
  id: 'braze',
  name: 'Braze',
  hosts: ['braze.com', 'braze.eu', 'appboy.com', 'appboy.eu', 'appboycdn.com'],
  hits: [
    { when: { host: 'own', path: PATH, body: { 'events.0': true } }, ...DATA },
    { when: { host: 'own', path: PATH, body: { 'attributes.0': true } }, ...ATTRIBUTES },
    { when: { host: 'own', path: PATH, hasBody: true }, unnamed: 'data', roles: DATA.roles, deeds: { data: 'other' } },
    { when: { host: 'own', path: /^\/users\/track\/?$/u, hasBody: true }, ...TRACK },
    { when: { body: { ...LIBRARY, 'events.0.name': true } }, ...DATA },
    { when: { body: { ...LIBRARY, 'attributes.0': true } }, ...ATTRIBUTES },
  ],
};
