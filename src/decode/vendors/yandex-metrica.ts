import type { Item, Personal } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, fields, inferred, match, sum, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** What the tag knows about the visit, as one text: `pv:1:u:1704103200123456789:t:Title`. */
const INFO = 'browser-info';
const INFO_LIKE = /(?:^|:)(?:vf|v|rn|hid|u|uid|st|et|i):[\w-]+/u;

/** The counter's number stands in the path: `/watch/12345678/1`. */
function withCounter({ url }: OpenHit): readonly Layers[] {
  return [[{ part: 'path', at: '', value: { counter: /\/(\d{2,})(?:\/|$)/u.exec(url.pathname)?.[1] ?? null } }]];
}

/** `goal://shop.example/signup`: what was reached stands in the place of the page's address. */
function reached(at: string): Taken<string> {
  return {
    at,
    take: (found) => {
      const [, scheme, name] = /^(?!https?:)([a-z]+):\/\/[^/]*\/?(.*)$/isu.exec(asText(found) ?? '') ?? [];
      if (scheme === undefined) return undefined;
      return [scheme === 'goal' ? 'reachGoal' : scheme, name].filter((text) => text !== '').join(' · ');
    },
  };
}

/** By its flag, which method of the tag has sent it. */
function flagged(flag: string, method: string): Taken<string> {
  const pattern = new RegExp(`(?:^|:)${flag}:1(?::|$)`, 'u');
  return { at: INFO, take: (found) => (pattern.test(asText(found) ?? '') ? method : undefined) };
}

/** What a site adds stands as JSON in one of these. */
const PARAMETERS = ['site-info', '_pa', 'params'];

function inParameters<T>(place: (at: string) => T): readonly T[] {
  return PARAMETERS.map(place);
}

const ECOMMERCE = inParameters((at): Taken<string> => ({
  at: `${at}.__ym.ecommerce.0`,
  take: (found) => {
    const action = isObject(found) ? Object.keys(found).find((name) => name !== 'currencyCode') : undefined;
    return `ecommerce${action === undefined ? '' : ` · ${action}`}`;
  },
}));

/** Contact data, each as a pair of what it is and its hash. */
const CONTACTS = ['fpp', 'fpmh'].flatMap((way) => inParameters((at) => `${at}.__ym.${way}`));

function contact(what: string): readonly Taken<Personal['form']>[] {
  return CONTACTS.map((at) => ({
    at,
    take: (found) => (isList(found) && found.some((pair) => own(pair, '0') === what) ? 'hashed' : undefined),
  }));
}

const PERSONAL: HitKind['personal'] = { email: contact('email'), phone: contact('phone_number') };

const ORDER: Roles = {
  value: inParameters((at) => [
    `${at}.__ym.ecommerce.*.purchase.actionField.revenue`,
    inferred(sum(`${at}.__ym.ecommerce.*.purchase.products`, 'price', 'quantity')),
    inferred(sum(`${at}.__ym.ecommerce.*.add.products`, 'price', 'quantity')),
    `${at}.order_price`,
  ]).flat(),
  currency: inParameters((at) => [`${at}.__ym.ecommerce.*.currencyCode`, `${at}.currency`]).flat(),
  order: inParameters((at) => `${at}.__ym.ecommerce.*.purchase.actionField.id`),
};
const ITEMS = inParameters((at) => ({ at: `${at}.__ym.ecommerce.*.*.products` }));

/** The visitor's number begins with the time it was given out, in seconds. */
const firstSeen: Taken<number> = {
  at: INFO,
  take: (found) => {
    const [, seconds] = /(?:^|:)u:(\d{10})\d{6,}/u.exec(asText(found) ?? '') ?? [];
    return seconds === undefined ? undefined : Number(seconds) * 1000;
  },
  basis: 'inferred',
};

const WATCH = {
  events: withCounter,
  name: [
    reached('page-url'),
    flagged('dl', 'file'),
    flagged('ln', 'extLink'),
    flagged('nb', 'notBounce'),
    flagged('pv:1:ar', 'hit · pageview'),
    flagged('pv', 'pageview'),
    ...ECOMMERCE,
    ...CONTACTS.map((at): Taken<string> => ({ at, take: () => 'firstPartyParams' })),
    ...inParameters((at): Taken<string> => ({ at: `${at}.__ymu`, take: () => 'userParams' })),
    flagged('pa', 'params'),
  ],
  unnamed: 'pageview',
  deeds: {
    file: 'download',
    extlink: 'click',
    notbounce: 'time',
    userparams: 'identify',
    firstpartyparams: 'identify',
    'ecommerce · impressions': 'product-view',
    'ecommerce · detail': 'product-view',
    'ecommerce · add': 'cart',
    'ecommerce · remove': 'cart',
  },
  roles: {
    visitor: [match(INFO, /(?:^|:)u:(\d+)/u), match(INFO, /(?:^|:)uid:(\d+)/u)],
    account: ['counter'],
    page: [match('page-url', /^https?:.+$/isu), 'page-ref'],
    referrer: ['page-ref'],
    title: [match(INFO, /(?:^|:)t:(.+)$/su)],
    firstVisit: [firstSeen],
    ...ORDER,
  },
  items: ITEMS,
  personal: PERSONAL,
  // Sent on to `/watch/…/1` with the same in it.
  once: [INFO, 'page-url'],
} satisfies Omit<HitKind, 'when'>;

/** Where the page's place is taken, by a goal or by a link's address, the page is what “refers”. */
const ELSEWHERE = { ...WATCH, roles: { ...WATCH.roles, page: ['page-ref'], referrer: [] } };

/** `pr1id=…&pr1nm=…&pr1pr=…&pr1qt=…`. */
function items(event: Json): readonly Item[] {
  return Array.from({ length: 100 }, (_, at) => {
    const field = (name: string): Json => own(event, `pr${at + 1}${name}`) ?? null;
    return {
      id: asText(field('id')) ?? null,
      name: asText(field('nm')) ?? null,
      price: asNumber(field('pr')) ?? null,
      quantity: asNumber(field('qt')) ?? null,
    };
  }).filter(({ id, name }) => id !== null || name !== null);
}

/** The tag's own actions, shortened; any other is the site's. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['nb', 'notBounce'],
  ['ln', 'extLink'],
  ['dwl', 'file'],
  ['pa', 'params'],
  ['pv', 'hit · pageview'],
]);

const COLLECT = {
  name: [
    reached('el'),
    ...ECOMMERCE,
    { at: 'ea', take: (found) => ACTIONS.get(asText(found) ?? '') },
    fields('', ['t', 'ea', 'pa']),
    't',
  ],
  unnamed: 'pageview',
  deeds: WATCH.deeds,
  roles: {
    visitor: ['cid'],
    account: ['tid'],
    page: [match('dl', /^https?:.+$/isu), 'dr'],
    referrer: ['dr'],
    title: ['dt'],
    value: ['tr', ...(ORDER.value ?? [])],
    currency: ['cu', ...(ORDER.currency ?? [])],
    order: ['ti', ...(ORDER.order ?? [])],
  },
  items: [...ITEMS, { at: '', take: items }],
  personal: PERSONAL,
} satisfies Omit<HitKind, 'when'>;

/** Under which endings the same host is reached. */
const ENDINGS = 'ru com by kz uz ua az ee fr lt lv md tj tm co.il com.am com.ge com.tr'.split(' ');

const RECORDING = {
  ...WATCH,
  name: [],
  unnamed: 'webvisor',
  deeds: { webvisor: 'recording' },
  stream: [],
  once: ['wv-hit', 'wv-type', 'wv-part'],
} satisfies Omit<HitKind, 'when'>;

const CLICK = {
  ...WATCH,
  name: [],
  unnamed: 'clickmap',
  deeds: { clickmap: 'click' },
  once: ['page-url', 'pointer-click'],
} satisfies Omit<HitKind, 'when'>;

/**
 * Yandex Metrica, by tag.js and watch.js, by AMP, and by the Measurement Protocol.
 * @see https://github.com/yandex/metrica-tag
 * @see https://yandex.com/dev/metrika/en/data-import/measurement-upload
 */
export const YANDEX_METRICA: Vendor = {
  id: 'yandex-metrica',
  name: 'Yandex Metrica',
  hosts: [
    ...ENDINGS.map((ending) => `mc.yandex.${ending}`),
    'mc.yango.com',
    'mc.webvisor.com',
    'mc.webvisor.org',
    'mc.admetrica.ru',
    'ymetrica1.com',
  ],
  hits: [
    { when: { query: { 'wv-hit': true, 'wv-part': true, [INFO]: INFO_LIKE } }, ...RECORDING },
    { when: { host: 'own', path: /^\/webvisor\/\d+/u }, ...RECORDING },
    { when: { query: { 'pointer-click': /^rn:|:x:/u, 'page-url': true } }, ...CLICK },
    { when: { query: { 'page-url': /^(?!https?:)[a-z]+:\/\//iu, [INFO]: INFO_LIKE } }, ...ELSEWHERE },
    { when: { query: { 'page-url': true, [INFO]: /(?:^|:)(?:ln|dl):1(?::|$)/u } }, ...ELSEWHERE },
    { when: { query: { 'page-url': true, [INFO]: INFO_LIKE } }, ...WATCH },
    { when: { host: 'own', path: /^\/watch\/\d+(?:\/1)?\/?$/u }, ...WATCH },
    { when: { host: 'own', path: /^\/clmap\/\d+/u }, ...CLICK },
    { when: { host: 'own', path: /^\/collect\/?/u, query: { tid: /^\d+$/u } }, ...COLLECT },
    { when: { host: 'own', path: /^\/collect\/?/u, body: { tid: /^\d+$/u } }, ...COLLECT },
    {
      when: {
        path: /\/collect\/?$/u,
        query: { tid: /^\d{5,10}$/u, cid: /^1\d{14,20}$/u, t: /^(?:pageview|event)$/u, dl: true },
      },
      ...COLLECT,
    },
  ],
};
