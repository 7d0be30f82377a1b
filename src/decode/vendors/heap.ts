import { type Json, own } from '#core/json.ts';
import type { Layer, Layers } from '../hit/layers.ts';
import { asText, type Taken } from '../hit/take.ts';
import { itemsOfTheSite, ofTheSite } from '../hit/of-the-site.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** Of one request so many events are read. */
const MOST_EVENTS = 200;

/** Names and values in turn, each as a parameter of the same name: `pp=d&pp=shop.example&pp=h&pp=%2F`. */
function inTurn({ url }: OpenHit, name: string): Readonly<Record<string, string>> {
  const all = url.searchParams.getAll(name);
  const pairs = all.flatMap((key, at) => (at % 2 === 0 ? [[key, all[at + 1] ?? ''] as const] : []));
  return Object.fromEntries(pairs);
}

function layer(value: Json, at: string): Layer {
  return { part: 'query', at, value };
}

/**
 * A view of a page has its fields as they are (`d`, `h`, `t`); what people do on it comes numbered (`t0=click`,
 * `x0=Sign in`, `k0` for the site's own), with the page in `pp`.
 */
function eventsIn(hit: OpenHit): readonly Layers[] {
  const { query } = hit;
  const session = layer({ session: inTurn(hit, 'sp') }, '');
  if (query['t0'] === undefined) return [[layer({ page: query, properties: inTurn(hit, 'k') }, ''), session]];
  const page = inTurn(hit, 'pp');
  const count = Array.from({ length: MOST_EVENTS }, (_, at) => at).findIndex((at) => query[`t${at}`] === undefined);
  return Array.from({ length: count === -1 ? MOST_EVENTS : count }, (_, at) => [
    layer({ event: query[`t${at}`] ?? '', text: query[`x${at}`] ?? '', page, properties: inTurn(hit, `k${at}`) }, ''),
    session,
  ]);
}

/** Domain, path, query and fragment make the address; of its scheme nothing is said. */
const ADDRESS: Taken<string> = {
  at: 'page',
  basis: 'inferred',
  take: (page) => {
    const text = (name: string): string => asText(own(page, name) ?? null) ?? '';
    return text('d') === '' ? undefined : `https://${text('d')}${text('h')}${text('q')}${text('g')}`;
  },
};

const SITE = ofTheSite('properties');

const ROLES: Roles = {
  visitor: ['u'],
  session: ['s'],
  user: ['i'],
  account: ['a', 'app_id'],
  page: [ADDRESS],
  referrer: ['page.r', 'session.r'],
  title: ['page.t'],
  search: SITE.search,
  value: SITE.value,
  currency: SITE.currency,
  order: SITE.order,
};

/** Heap 4, in the address. */
const CLASSIC: Omit<HitKind, 'when'> = {
  events: eventsIn,
  name: ['event'],
  unnamed: 'pageview',
  deeds: { change: 'form', submit: 'form' },
  roles: ROLES,
  items: itemsOfTheSite('properties'),
};

/** The numbers of application, visitor, page view and session, and which tracker. */
const NUMBERS = {
  u: /^\d{6,17}$/u,
  a: /^\d{4,12}$/u,
  s: /^\d{6,17}$/u,
  tv: /^\d+\.\d+$/u,
} as const;

/** Heap 5 sends protocol buffers, which only Heap reads. */
function binary(called: string): HitKind {
  return {
    when: { host: 'own', path: new RegExp(`/api/capture/v\\d/${called}$`, 'u'), hasBody: true },
    unnamed: called,
    deeds: { identify: 'identify', add_user_properties: 'identify', track: 'other' },
    roles: { visitor: ['u'], account: ['a'] },
    stream: [],
  };
}

/**
 * Heap (Contentsquare): the classic heap.js and Heap 5.
 * @see https://developers.heap.io/reference/client-side-apis-overview
 * @see https://developers.heap.io/reference/track-1
 */
export const HEAP: Vendor = {
  id: 'heap',
  name: 'Heap',
  hosts: ['heapanalytics.com', 'heap-api.com'],
  hits: [
    { when: { host: 'own', path: /^\/h$/u }, ...CLASSIC },
    { when: { path: /\/h$/u, query: NUMBERS }, ...CLASSIC },
    ...['identify', 'add_user_properties'].flatMap((called): readonly HitKind[] => {
      const kind: Omit<HitKind, 'when'> = {
        events: eventsIn,
        unnamed: called,
        deeds: { [called]: 'identify' },
        roles: ROLES,
      };
      const path = new RegExp(`/api/${called}(?:_v\\d)?$`, 'u');
      return [
        { when: { path, query: NUMBERS }, ...kind },
        { when: { host: 'own', path }, unnamed: called, deeds: { [called]: 'identify' }, roles: ROLES },
        binary(called),
      ];
    }),
    binary('track'),
    // What servers send, and pages that do without the library.
    {
      when: { host: 'own', path: /\/api(?:\/\w+)*\/track$/u, hasBody: true },
      events: ['events'],
      name: ['event'],
      roles: {
        ...ROLES,
        visitor: ['user_id'],
        user: ['identity'],
      },
      items: itemsOfTheSite('properties'),
      once: ['idempotency_key'],
    },
  ],
};
