import { isList, isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { find, type Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred, match, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** From this number on, what is recorded comes from the site, and not from the page. */
const OF_SITE = 8192;
/** Where the page is: as it is loaded, and as its address changes. */
const LOCATIONS = new Set([25, 37]);

function argument(event: Json, at: number): Json {
  return own(own(event, 'Args'), String(at)) ?? null;
}

function isOfSite(event: Json): boolean {
  return (asNumber(own(event, 'Kind') ?? null) ?? 0) >= OF_SITE;
}

/** An event of the site's, or what it says of the person: a name, and JSON as text. */
function named(event: Json, at: number): readonly Layers[] {
  const [name, json] = [asText(argument(event, 0)), asText(argument(event, 1))];
  const properties = isOfSite(event) && json !== undefined ? openText(json) : undefined;
  if (name === undefined || !isObject(properties)) return [];
  return [[{ part: 'body', at: `Evts.${at}`, value: { name, properties } }]];
}

/** The recording is one event, and each that the site named itself is another. */
function events({ layers }: OpenHit): readonly Layers[] {
  const list = find(layers, 'Evts')?.value;
  return [[], ...(isList(list) ? list.flatMap(named) : [])];
}

const PAGE: Taken<string> = {
  at: 'Evts',
  take: (list) => {
    const event = isList(list) ? list.find((one) => LOCATIONS.has(asNumber(own(one, 'Kind') ?? null) ?? 0)) : undefined;
    return /^https?:.*/u.exec(asText(argument(event ?? null, 0)) ?? '')?.[0];
  },
};

/** The time from the first to the last thing that is recorded, in ms or how many of them make one. */
function covered(per: number): Taken<number> {
  return {
    at: 'Evts',
    take: (list) => {
      const whens = (isList(list) ? list : [])
        .map((one) => asNumber(own(one, 'When') ?? null))
        .filter((one) => one !== undefined)
        .toSorted((a, b) => a - b);
      const [first, last] = [whens[0], whens.at(-1)];
      return first === undefined || last === undefined || whens.length < 2 ? undefined : (last - first) / per;
    },
  };
}

const ROLES: Roles = {
  visitor: ['UserId'],
  session: ['SessionId'],
  user: [match('properties.uid', /^[^\s@]+$/u), match('AppKey', /^[^\s@]+$/u)],
  account: ['OrgId'],
  page: ['Url', PAGE],
  referrer: ['Referrer'],
  search: ['properties.search_term', 'properties.query', 'properties.search_term_str', 'properties.query_str'],
  seconds: [inferred(covered(1000))],
  value: [
    'properties.revenue',
    'properties.value',
    'properties.total',
    'properties.revenue_real',
    'properties.value_real',
  ],
  currency: [match('properties.currency', /^[A-Z]{3}$/u), match('properties.currency_str', /^[A-Z]{3}$/u)],
  order: ['properties.order_id', 'properties.orderId', 'properties.order_id_str', 'properties.orderId_str'],
};

const BUNDLE: Omit<HitKind, 'when'> = {
  events,
  name: ['name'],
  unnamed: 'recording',
  deeds: { recording: 'recording', user: 'identify' },
  roles: ROLES,
  items: [{ at: 'properties.products' }, { at: 'properties.items' }],
  personal: { email: ['properties.email'], name: ['properties.displayName'] },
  once: ['OrgId', 'UserId', 'PageId', 'Seq'],
  stream: [covered(1)],
};

const START: Omit<HitKind, 'when'> = { unnamed: 'page', deeds: { page: 'page-view' }, roles: ROLES };

/**
 * FullStory: the beginning of a page, and what is recorded on it in bundles; to its own hosts, or through a site's relay,
 * which keeps the paths.
 * @see https://help.fullstory.com/hc/en-us/articles/360046112593
 */
export const FULLSTORY: Vendor = {
  id: 'fullstory',
  name: 'FullStory',
  hosts: ['fullstory.com'],
  hits: [
    { when: { query: { OrgId: true, UserId: true, SessionId: true, PageId: true } }, ...BUNDLE },
    { when: { path: /\/rec\/page$/u, body: { OrgId: true, Url: /^https?:/u } }, ...START },
    { when: { body: { OrgId: true, Url: /^https?:/u, ScreenWidth: true, Doctype: true } }, ...START },
    { when: { host: 'own', path: /\/rec\/page$/u }, ...START },
    { when: { host: 'own', path: /\/rec\/[\w/-]+$/u }, ...BUNDLE },
    {
      // By which servers, and some tag managers, tell of events.
      when: { host: 'own', path: /^\/v2(?:beta)?\/events$/u, hasBody: true },
      name: ['name'],
      roles: {
        ...ROLES,
        user: [match('user.uid', /^[^\s@]+$/u)],
        session: ['session.id'],
        page: ['context.browser.url'],
        referrer: ['context.browser.initial_referrer'],
      },
      personal: { email: ['user.email'], name: ['user.display_name'] },
    },
  ],
};
