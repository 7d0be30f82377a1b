import type { Item } from '#core/hit.ts';
import { isList, type Json, own } from '#core/json.ts';
import { asNumber, asText, inClear, match, milliseconds, sum, type Taken, inferred } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

function text(found: Json | undefined, ...way: readonly string[]): string | undefined {
  return asText(way.reduce<Json | undefined>((inside, name) => own(inside, name), found) ?? null);
}

function joined(pieces: readonly (string | undefined)[]): string | undefined {
  return asText(pieces.filter((piece) => piece !== undefined).join(' · '));
}

/** The sort of event, and what it is called: `custom_event · Search`, `commerce_event · purchase`. */
const NAME: Taken<string> = {
  at: '',
  take: (event) =>
    joined([
      text(event, 'event_type'),
      text(event, 'data', 'event_name') ??
        text(event, 'data', 'screen_name') ??
        text(event, 'data', 'product_action', 'action') ??
        text(event, 'data', 'promotion_action', 'action') ??
        text(event, 'data', 'application_transition_type') ??
        text(event, 'data', 'user_attribute_name') ??
        text(event, 'data', 'new', 'identity_type'),
    ]),
};

/** What a search was for, and the page, as sites call them among an event's attributes. */
function attributes(at: string): Pick<HitKind['roles'], 'search' | 'page' | 'title'> {
  return {
    search: ['search_term', 'search_query', 'searchTerm', 'query', 'search'].map((name) => `${at}.${name}`),
    page: ['page_url', 'url', 'page_location', 'pageUrl', 'location'].map((name) =>
      match(`${at}.${name}`, /^https?:\/\/.+$/u),
    ),
    title: ['title', 'page_title'].map((name) => `${at}.${name}`),
  };
}

/** Where nothing was said of the total, the library says zero. */
function total(at: string): Taken<number> {
  return {
    at,
    take: (found) => {
      const amount = asNumber(found);
      return amount === undefined || amount === 0 ? undefined : amount;
    },
  };
}

const IN_DATA = attributes('data.custom_attributes');

const BATCH: Omit<HitKind, 'when'> = {
  events: ['events'],
  name: [NAME],
  deeds: { screen_view: 'page-view', session_end: 'time', user_identity_change: 'identify' },
  roles: {
    visitor: ['mpid', 'mp_deviceid'],
    session: ['data.session_uuid', 'data.session_id'],
    user: ['user_identities.customer_id'],
    page: [...(IN_DATA.page ?? []), 'data.launch_referral'],
    title: IN_DATA.title ?? [],
    search: IN_DATA.search ?? [],
    // The first is of the session as it ends, the other counts while the page is looked at.
    seconds: [milliseconds('data.session_duration_ms'), milliseconds('data.active_time_on_site_ms')],
    value: [
      total('data.product_action.total_amount'),
      inferred(sum('data.product_action.products', 'price', 'quantity')),
      'data.custom_attributes.revenue',
      'data.custom_attributes.value',
    ],
    currency: ['data.currency_code', 'data.custom_attributes.currency'],
    order: ['data.product_action.transaction_id', 'data.custom_attributes.transaction_id'],
  },
  items: [{ at: 'data.product_action.products' }, { at: 'data.product_impressions.*.products' }],
  personal: {
    email: ['user_identities.email'],
    phone: ['user_attributes.$mobile', 'user_identities.mobile_number'],
    name: ['user_attributes.$firstname', 'user_attributes.$lastname'],
    address: ['user_attributes.$address', 'user_attributes.$zip', 'user_attributes.$city'],
  },
  once: ['data.source_message_id'],
};

/** The sorts of message, by their number in the older form. */
const SORTS: Readonly<Record<string, string>> = {
  1: 'SessionStart',
  2: 'SessionEnd',
  3: 'PageView',
  4: 'PageEvent',
  5: 'CrashReport',
  6: 'OptOut',
  10: 'AppStateTransition',
  14: 'Profile',
  16: 'Commerce',
  17: 'UserAttributeChange',
  18: 'UserIdentityChange',
  20: 'Media',
};

const MESSAGE_NAME: Taken<string> = {
  at: '',
  take: (message) => {
    const [sort, name] = [text(message, 'dt') ?? '', text(message, 'n')];
    // A message without a name of its own has its number there once more.
    return joined([SORTS[sort], name === sort ? undefined : name]);
  },
};

/** E-mail addresses are identities of number 7. */
const E_MAIL_IDENTITY: Taken<'clear' | 'hashed'> = {
  at: 'ui',
  take: (identities) => {
    const found = isList(identities) ? identities.find((one) => text(one, 'Type') === '7') : undefined;
    const value = text(found, 'Identity');
    if (value === undefined) return undefined;
    return value.includes('@') ? 'clear' : 'hashed';
  },
};

function productsIn(products: Json): readonly Item[] | undefined {
  if (!isList(products)) return undefined;
  return products.map((product) => ({
    id: text(product, 'id') ?? null,
    name: text(product, 'nm') ?? null,
    price: asNumber(own(product, 'pr') ?? null) ?? null,
    quantity: asNumber(own(product, 'qt') ?? null) ?? null,
  }));
}

const MESSAGE: Omit<HitKind, 'when'> = {
  name: [MESSAGE_NAME],
  deeds: { sessionend: 'time' },
  roles: {
    ...attributes('attrs'),
    page: [...(attributes('attrs').page ?? []), 'lr'],
    visitor: ['mpid', 'das'],
    session: ['sid'],
    seconds: [milliseconds('sl')],
    value: [total('pd.tr'), inferred(sum('pd.pl', 'pr', 'qt')), 'attrs.revenue', 'attrs.value'],
    currency: ['cu', 'attrs.currency'],
    order: ['pd.ti', 'attrs.transaction_id'],
  },
  items: [{ at: 'pd.pl', take: productsIn }],
  personal: { email: [E_MAIL_IDENTITY] },
};

const IDENTIFY = ['identify', 'login', 'logout', 'modify'] as const;

function identification(called: (typeof IDENTIFY)[number]): HitKind {
  return {
    when: {
      path: new RegExp(`/v1/(?:-?\\d+/)?${called}$`, 'u'),
      body: { 'client_sdk.sdk_vendor': /^mparticle$/u, request_id: true },
    },
    unnamed: called,
    deeds: { modify: 'identify', login: 'sign-in', logout: 'other' },
    roles: {
      visitor: ['previous_mpid', 'known_identities.device_application_stamp'],
      user: ['known_identities.customerid', 'identity_changes.0.new_value'],
    },
    personal: {
      email: ['known_identities.email', inClear('identity_changes.*.new_value', /^[^@\s]+@[^@\s]+$/u)],
      phone: ['known_identities.mobile_number'],
    },
    once: ['request_id'],
  };
}

/**
 * mParticle (Rokt): its events API, the older one, and who a person is.
 * @see https://docs.mparticle.com/developers/guides/http/
 * @see https://docs.mparticle.com/developers/client-sdks/web/
 */
export const MPARTICLE: Vendor = {
  id: 'mparticle',
  name: 'mParticle',
  hosts: ['mparticle.com'],
  hits: [
    { when: { path: /\/v\d\/JS\/[\w-]+\/events$/iu, body: { 'events.0.event_type': true } }, ...BATCH },
    { when: { body: { 'events.0.event_type': true, mpid: true, 'events.0.data.session_uuid': true } }, ...BATCH },
    { when: { host: 'own', body: { 'events.0.event_type': true } }, ...BATCH },
    { when: { path: /\/v\d\/JS\/[\w-]+\/events$/iu, body: { dt: /^\d+$/u, das: true } }, ...MESSAGE },
    { when: { path: /\/v\d\/JS\/[\w-]+\/events$/iu, body: { n: true, mpid: true } }, ...MESSAGE },
    { when: { host: 'own', path: /\/v\d\/JS\/[\w-]+\/events$/iu, hasBody: true }, ...MESSAGE },
    ...IDENTIFY.map(identification),
  ],
};
