import type { Item } from '#core/hit.ts';
import { isList, isObject, type Json, own } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import { asJson, parseParameters } from '../body/parameters.ts';
import type { Layer, Layers } from '../hit/layers.ts';
import { formOf } from '../hit/personal.ts';
import { asNumber, asText, encoded, inferred, match, sum, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** How the tag shortens the names of its events. */
const EVENTS: ReadonlyMap<string, string> = new Map([
  ['ac', 'addToCart'],
  ['al', 'appLaunched'],
  ['ce', 'setEmail'],
  ['cl', 'setLogin'],
  ['dis', 'callDising'],
  ['exd', 'setData'],
  ['id', 'setIdentity'],
  ['vb', 'viewBasket'],
  ['vc', 'trackTransaction'],
  ['vh', 'viewHome'],
  ['vl', 'viewList'],
  ['vp', 'viewItem'],
  ['vpg', 'viewPage'],
  ['vs', 'viewSearch'],
]);

/** What is no event of the visitor's: what the others share, and the request for ads. An e-mail address may be empty. */
function isAside({ value }: Layer): boolean {
  const code = asText(own(value, 'e') ?? null);
  return (
    code === 'exd' || code === 'dis' || (code === 'ce' && /^(?:\[\])?$/u.test(asText(own(value, 'm') ?? null) ?? ''))
  );
}

/** `e=vp&p=28249`. Some senders leave a list in its brackets as it is, so that its fields must be kept together first. */
function fieldsIn(text: string): Layer['value'] {
  return asJson(parseParameters(text.replace(/\[[^\]]*\]/gu, (list) => encodeURIComponent(list))));
}

/** Each of `p0`, `p1` … is one event, its fields encoded once more; what they share stands in one of them. */
function slots({ layers }: OpenHit): readonly Layers[] {
  const all = layers.flatMap(({ part, value }) =>
    Object.keys(isObject(value) ? value : {})
      .filter((name) => /^p\d{1,2}$/u.test(name))
      .map((name): Layer => ({ part, at: name, value: fieldsIn(asText(own(value, name) ?? null) ?? '') })),
  );
  const [asides, events] = [all.filter(isAside), all.filter((layer) => !isAside(layer))];
  return events.length === 0 ? [asides] : events.map((event) => [event, ...asides]);
}

/** `[a,b]`, each encoded once more, or one alone. */
function listIn(found: Json): readonly string[] {
  if (isList(found)) return found.map(asText).filter((text) => text !== undefined);
  const text = asText(found) ?? '';
  return text
    .replace(/^\[|\]$/gu, '')
    .split(',')
    .map((piece) => decodePercent(piece).replace(/^"|"$/gu, ''))
    .filter((piece) => piece !== '');
}

/** `i=SKU&pr=9.5&q=2`, or the product's number alone. */
function itemIn(text: string): Item {
  if (!/^\w+=/u.test(text)) return { id: text, name: null, price: null, quantity: null };
  const { i, pr, q } = parseParameters(text);
  return { id: i ?? null, name: null, price: asNumber(pr ?? null) ?? null, quantity: asNumber(q ?? null) ?? null };
}

/** Of one product alone the price stands beside it. */
function itemsOf(event: Json): readonly Item[] {
  const items = listIn(own(event, 'p') ?? null).map(itemIn);
  const price = asNumber(own(event, 'pr') ?? null) ?? null;
  return items.length === 1 ? items.map((item) => ({ ...item, price: item.price ?? price })) : items;
}

const total: Taken<number> = {
  at: 'p',
  take: (found) => {
    const known = listIn(found)
      .map(itemIn)
      .filter(({ price }) => price !== null);
    return known.length === 0
      ? undefined
      : known.reduce((all, { price, quantity }) => all + (price ?? 0) * (quantity ?? 1), 0);
  },
  basis: 'inferred',
};

const ONE_TAG: Omit<HitKind, 'when'> = {
  events: slots,
  name: [
    {
      at: 'e',
      take: (found) => {
        const code = asText(found);
        const name = EVENTS.get(code ?? '');
        return name === undefined ? code : `${name} (${code})`;
      },
    },
  ],
  unnamed: 'event',
  deeds: {
    'setemail (ce)': 'identify',
    'setidentity (id)': 'identify',
    'setdata (exd)': 'other',
    'viewhome (vh)': 'page-view',
    'viewlist (vl)': 'product-view',
    'viewsearch (vs)': 'search',
  },
  roles: {
    visitor: ['bundle', 'sid', 'axid', 'rvi'],
    user: ['ci'],
    account: ['a'],
    page: [encoded('fu'), match('referer', /^https?:\/\/[^/]+\/.+$/u)],
    referrer: [encoded('pu'), encoded('ref')],
    search: [{ at: 'kw', take: (found) => asText(listIn(found).join(' ')) }],
    value: ['tv', total],
    currency: ['c'],
    // An identity is called the same.
    order: [{ at: '', take: (found) => (own(found, 'e') === 'vc' ? asText(own(found, 'id') ?? null) : undefined) }],
    consent: ['grs', 'gpp', 'cs'],
  },
  items: [{ at: '', take: itemsOf }],
  personal: { email: [{ at: 'm', take: (found) => formOf('email', listIn(found)[0] ?? '') }] },
  once: ['ceid'],
};

/**
 * Criteo, by the OneTag, from a server or an app, for Retail Media, and its matching of cookies.
 * @see https://help.criteo.com/kb/guide/en/all-criteo-onetag-events-and-parameters-vZbzbEeY86/Steps/775825
 * @see https://developers.criteo.com/retailer-integration/docs/onetag
 */
export const CRITEO: Vendor = {
  id: 'criteo',
  name: 'Criteo',
  hosts: ['criteo.com', 'criteo.net'],
  hits: [
    { when: { host: 'own', path: /^\/event$/u }, ...ONE_TAG },
    { when: { query: { p0: /^e=\w+(?:&|$)/u, v: /^\d+\.\d+/u } }, ...ONE_TAG },
    {
      when: { host: 'own', path: /^\/m\/event\/?$/u },
      events: ['events'],
      name: ['event'],
      roles: {
        visitor: ['id.idfa', 'id.gaid', 'id.mapped_user_id'],
        account: ['account', 'account.app_name'],
        page: ['full_url', 'url'],
        referrer: ['previous_url'],
        search: ['keywords'],
        value: ['transaction_value', inferred(sum('product', 'price', 'quantity')), 'product.price'],
        currency: ['currency'],
        order: ['transaction_id', 'id'],
      },
      deeds: { viewproduct: 'product-view', viewlisting: 'product-view', viewhome: 'page-view' },
      items: [{ at: 'product' }],
      personal: { email: ['alternate_ids.0.value'] },
    },
    {
      when: { host: 'own', path: /^\/delivery\/retailmedia/u },
      name: ['event-type', 'page-id'],
      roles: {
        visitor: ['retailer-visitor-id'],
        user: ['customer-id'],
        account: ['criteo-partner-id'],
        search: ['keywords'],
        order: ['transaction-id'],
      },
    },
    {
      when: { host: 'own', path: /^\/(?:sync|sid\/json|dis\/usersync\.aspx|dis\/rtb\/.*cookiematch\.aspx)$/u },
      unnamed: 'cookie sync',
      deeds: { 'cookie sync': 'sync' },
      roles: { visitor: ['bundle'], consent: ['gdpr_consent', 'us_privacy'] },
    },
  ],
};
