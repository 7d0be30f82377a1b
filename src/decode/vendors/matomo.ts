import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import { parseParameters } from '../body/parameters.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, epochSeconds, inferred, milliseconds } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor, When } from '../hit/vendor.ts';

function text(fields: Json, name: string): string | undefined {
  return asText(own(fields, name) ?? null);
}

function joined(fields: Json, first: string, names: readonly string[]): string {
  return [first, ...names.map((name) => text(fields, name)).filter((part) => part !== undefined)].join(' · ');
}

/** What sort of action it is stands in no field of its own: the fields that are there tell. */
function nameOf(fields: Json): string | undefined {
  const has = (name: string): boolean => text(fields, name) !== undefined;
  if (has('ping')) return 'ping · heartbeat';
  if (has('hsr_vid')) return 'session recording';
  if (has('e_c') || has('e_a')) return joined(fields, 'event', ['e_c', 'e_a', 'e_n']);
  // Piwik PRO alone names its e-commerce events.
  if (has('e_t')) return text(fields, 'e_t');
  if (has('c_i')) return joined(fields, 'content interaction', ['c_i', 'c_n', 'c_p']);
  if (has('c_n')) return joined(fields, 'content impression', ['c_n', 'c_p']);
  if (has('ec_id')) return 'ecommerce order';
  if (text(fields, 'idgoal') === '0') return 'ecommerce cart update';
  if (has('idgoal')) return joined(fields, 'goal', ['idgoal']);
  if (has('search')) return 'site search';
  if (has('download')) return 'download';
  if (has('link')) return 'outlink';
  if (has('ma_id')) return joined(fields, 'media', ['ma_mt', 'ma_ti']);
  if (has('cra')) return 'crash';
  if (has('fa_vid')) return 'form';
  return has('_pks') || has('_pkn') ? 'pageview · product view' : undefined;
}

/** Each request of a bulk is a query of its own, or its fields. Of any other hit, the part where its fields are. */
function requests({ layers }: OpenHit): readonly Layers[] {
  const body = layers.find(({ part }) => part === 'body');
  const list = own(body?.value, 'requests');
  if (isList(list)) {
    return list.map((request, at) => [
      {
        part: 'body',
        at: `requests.${at}`,
        value: typeof request === 'string' ? parseParameters(request.replace(/^\?/u, '')) : request,
      },
    ]);
  }
  return [layers.filter(({ value }) => own(value, 'idsite') !== undefined).slice(0, 1)];
}

/** `[["SKU","name","category",9.5,2],…]`; the category may be a list. */
function rows(found: Json): readonly Item[] | undefined {
  if (!isList(found)) return undefined;
  return found.filter(isList).map((row) => ({
    id: asText(row[0] ?? null) ?? null,
    name: asText(row[1] ?? null) ?? null,
    price: asNumber(row[3] ?? null) ?? null,
    quantity: asNumber(row[4] ?? null) ?? null,
  }));
}

/** Until Matomo 4 a product that was looked at stood in variables of the page: `{"3":["_pks","SKU"],…}`. */
function inVariables(found: Json): readonly Item[] | undefined {
  if (!isObject(found)) return undefined;
  const named = new Map(
    Object.values(found)
      .filter(isList)
      .map(([name, value]) => [name, value ?? null]),
  );
  const id = asText(named.get('_pks') ?? null) ?? null;
  const name = asText(named.get('_pkn') ?? null) ?? null;
  if (id === null && name === null) return undefined;
  return [{ id, name, price: asNumber(named.get('_pkp') ?? null) ?? null, quantity: null }];
}

/** Whether one of a site's own variables, `{"1":["name","value"],…}`, is an e-mail address. */
function emailIn(found: Json): 'clear' | undefined {
  const variables = typeof found === 'string' ? openText(found) : found;
  const pairs = isObject(variables) ? Object.values(variables).filter(isList) : [];
  const values = pairs.flatMap((pair) => pair.slice(1));
  return values.some((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(asText(value) ?? '')) ? 'clear' : undefined;
}

/** What Matomo and its descendants send alike. */
export const MATOMO_ACTION: Omit<HitKind, 'when'> = {
  events: requests,
  name: [{ at: '', take: nameOf }],
  unnamed: 'pageview',
  deeds: {
    'ecommerce order': 'order',
    order: 'order',
    outlink: 'click',
    // Their names go on with what a site calls its contents.
    'content interaction': 'click',
    'content impression': 'other',
    'session recording': 'recording',
  },
  roles: {
    visitor: ['_id', 'cid'],
    user: ['uid'],
    account: ['idsite'],
    page: ['url'],
    referrer: ['urlref'],
    title: ['action_name'],
    search: ['search'],
    // Time spent with a video, and on a page that is recorded.
    seconds: ['ma_st', milliseconds('hsr_ti')],
    visits: ['_idvc'],
    firstVisit: [epochSeconds('_idts')],
    // The number that goes with an event is often its worth, but a site may count anything with it.
    value: ['revenue', inferred({ at: 'e_v', take: asNumber })],
    order: ['ec_id'],
  },
  items: [
    { at: 'ec_items', take: rows },
    { at: 'ec_products', take: rows },
    { at: '', id: '_pks', name: '_pkn', price: '_pkp' },
    { at: 'cvar', take: inVariables },
  ],
  personal: { email: ['_cvar', 'cvar', 'e_cvar'].map((at) => ({ at, take: emailIn })) },
};

/** A site's number. Piwik PRO's are UUIDs, and theirs. */
const SITE = /^(?![\da-f]{8}-[\da-f]{4}-)[\w-]{1,64}$/iu;
const YES = /^1$/u;
/** Empty where cookies are off. */
const VISITOR = /^(?:[\da-f]{16})?$/iu;
const ADDRESS = /^https?:\/\//iu;
const FILE = /\/(?:matomo|piwik)\.php$/iu;
/** Behind a proxy its file may be called anything; but this is Piwik PRO's. */
const ANY_FILE = /^(?!.*\/ppms\.php)/iu;
const BULK = /^(?=.*\bidsite=(?![\da-f]{8}-[\da-f]{4}-)[\w-]+)(?=.*\brec=1\b)/iu;

/** Any of these with a site's number and `rec=1` makes a hit, whatever its path. */
const TELLING: readonly NonNullable<When['query']>[] = [
  { _id: VISITOR },
  { url: ADDRESS },
  { action_name: true },
  { e_c: true, e_a: true },
  { idgoal: /^\d+$/u },
];

const SHAPES: readonly When[] = [
  { path: FILE, query: { idsite: SITE } },
  { path: FILE, body: { idsite: SITE } },
  ...TELLING.flatMap((telling) => [
    { path: ANY_FILE, query: { idsite: SITE, rec: YES, ...telling } },
    { path: ANY_FILE, body: { idsite: SITE, rec: YES, ...telling } },
  ]),
  { body: { 'requests.0': BULK } },
  { body: { 'requests.0.idsite': SITE, 'requests.0.rec': YES } },
];

/**
 * Matomo, formerly Piwik: on its own cloud, and on sites' own servers under any name.
 * @see https://developer.matomo.org/api-reference/tracking-api
 */
export const MATOMO: Vendor = {
  id: 'matomo',
  name: 'Matomo',
  hosts: ['matomo.cloud', 'innocraft.cloud'],
  hits: [
    { when: { body: { idsite: SITE, rec: YES, hsr_vid: true, _id: VISITOR } }, ...MATOMO_ACTION, stream: ['hsr_ti'] },
    { when: { query: { idsite: SITE, rec: YES, hsr_vid: true, _id: VISITOR } }, ...MATOMO_ACTION, stream: ['hsr_ti'] },
    ...SHAPES.map((when) => ({ when, ...MATOMO_ACTION })),
  ],
};
