import type { HitEvent } from '#core/hit.ts';
import { isList, isObject, type Json } from '../body/json.ts';
import { deedOf } from './deed.ts';
import { factsOf, say } from './facts.ts';
import { itemsOf } from './items.ts';
import type { Layers } from './layers.ts';
import { personalOf } from './personal.ts';
import { asText, type At, type Taken } from './take.ts';
import type { OpenHit, Roles } from './vendor.ts';

/** Where anybody puts what an event is about. */
const BESIDE = [
  '',
  'properties.',
  'data.',
  'payload.',
  'params.',
  'event.',
  'page.',
  'context.',
  'context.page.',
  'attributes.',
];

/** A name is short and no sentence, no number, no address. */
const NAME = /^[\p{L}$_][\p{L}\d _$:./-]{0,79}$/u;
const CURRENCY = /^[A-Z]{3}$/u;

function asName(found: Json): string | undefined {
  const text = asText(found);
  return text !== undefined && NAME.test(text) && !text.includes('//') ? text : undefined;
}

function asAddress(found: Json): string | undefined {
  const text = asText(found);
  return text !== undefined && /^https?:\/\/[^\s/]+/iu.test(text) ? text : undefined;
}

function asCurrency(found: Json): string | undefined {
  const text = asText(found);
  return text !== undefined && CURRENCY.test(text) ? text : undefined;
}

/** A number of somebody's: long enough not to be a count, and no address or sentence. */
function asNumberOfSomebody(found: Json): string | undefined {
  const text = asText(found);
  return text !== undefined && text.length >= 8 && text.length <= 128 && !/[\s@/]/u.test(text) ? text : undefined;
}

function anywhere<T>(names: string, take: (found: Json) => T | undefined): readonly Taken<T>[] {
  return BESIDE.flatMap((before) => names.split(' ').map((name) => ({ at: before + name, take })));
}

function texts(names: string): readonly At<string>[] {
  return BESIDE.flatMap((before) => names.split(' ').map((name) => before + name));
}

const EVENT = anywhere('event event_name eventName eventname event_type eventType name action type ev en', asName);

/** Names that say what they mean, whoever uses them. */
const ROLES: Roles = {
  visitor: anywhere(
    'anonymous_id anonymousId visitor_id visitorId client_id clientId device_id deviceId distinct_id distinctId user_pseudo_id cid vid',
    asNumberOfSomebody,
  ),
  session: anywhere('session_id sessionId sid', asNumberOfSomebody),
  page: anywhere(
    'page_url pageUrl pageURL page_location url href location current_url currentUrl document_location page dl',
    asAddress,
  ),
  referrer: anywhere('referrer referer document_referrer page_referrer ref dr', asAddress),
  title: texts('page_title pageTitle document_title title dt'),
  search: texts('search_term searchTerm search_query searchQuery search_string'),
  currency: anywhere('currency currency_code currencyCode', asCurrency),
  order: texts('order_id orderId transaction_id transactionId'),
};
const VALUE: Roles = { ...ROLES, value: texts('value revenue total amount') as Roles['value'] & {} };

const ITEMS = BESIDE.flatMap((before) => ['items', 'products', 'contents'].map((name) => ({ at: before + name })));

/** What makes something an event rather than any name: at least one of these with it. */
const TELLING = ['page', 'visitor', 'session', 'title', 'search', 'order', 'currency'] as const;

function eventFrom(layers: Layers): HitEvent | null {
  const name = say(layers, EVENT, asName);
  const bare = factsOf(layers, ROLES);
  // An amount without a currency may be anything.
  const facts = bare.currency === undefined ? bare : factsOf(layers, VALUE);
  const told = TELLING.filter((role) => facts[role] !== undefined).length;
  if (told === 0 || (name === undefined && told < 2)) return null;
  const items = itemsOf(layers, ITEMS);
  return {
    name: name?.value ?? '',
    deed: name === undefined ? 'other' : deedOf(name.value),
    facts,
    items,
    personal: personalOf(layers, {}),
    once: null,
  };
}

/** Where batches stand. */
const LISTS = ['', 'events', 'batch', 'data', 'payload', 'hits', 'records', 'requests'];
const MOST = 500;

function listIn({ body }: OpenHit): readonly Layers[] {
  const { content } = body;
  if (content.form === 'rows')
    return content.rows.slice(0, MOST).map((value, at) => [{ part: 'body', at: String(at), value }]);
  if (content.form !== 'value') return [];
  const { value } = content;
  for (const name of LISTS) {
    const list = name === '' ? value : isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (!isList(list) || !list.every(isObject)) continue;
    return list
      .slice(0, MOST)
      .map((event, at) => [{ part: 'body', at: name === '' ? String(at) : `${name}.${at}`, value: event }]);
  }
  return [];
}

/** Reads events out of a request whose form nobody knows, by names that mean the same everywhere. Empty: it tells of none. */
export function readUnknown(hit: OpenHit): readonly HitEvent[] {
  const batch = listIn(hit)
    .map((layers) => eventFrom([...layers, ...hit.layers]))
    .filter((event) => event !== null);
  if (batch.length > 0) return batch;
  const single = eventFrom(hit.layers);
  return single === null ? [] : [single];
}
