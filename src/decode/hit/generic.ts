import type { HitEvent } from '#core/hit.ts';
import { isList, isObject, type Json } from '#core/json.ts';
import { deedOf } from './deed.ts';
import { factsOf, say } from './facts.ts';
import { itemsOf } from './items.ts';
import { find, type Layers } from './layers.ts';
import { personalOf } from './personal.ts';
import { asText, type Taken } from './take.ts';
import type { ItemsAt, OpenHit, Roles } from './vendor.ts';

/** Where anybody puts what an event is about. */
const BESIDE = ['properties', 'data', 'payload', 'params', 'event', 'page', 'context', 'context.page', 'attributes'];

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

/** Names that say what they mean, whoever uses them. */
interface Names {
  readonly event: readonly Taken<string>[];
  readonly roles: Roles;
  /** An amount without a currency may be anything. */
  readonly withValue: Roles;
  readonly items: readonly ItemsAt[];
}

/** The names, directly in the event and in these objects of it. */
function namesIn(objects: readonly string[]): Names {
  const before = ['', ...objects.map((object) => `${object}.`)];
  const texts = (names: string): readonly string[] =>
    before.flatMap((start) => names.split(' ').map((name) => start + name));
  const taken = (names: string, take: (found: Json) => string | undefined): readonly Taken<string>[] =>
    texts(names).map((at) => ({ at, take }));
  const roles: Roles = {
    visitor: taken(
      'anonymous_id anonymousId visitor_id visitorId client_id clientId device_id deviceId distinct_id distinctId user_pseudo_id cid vid',
      asNumberOfSomebody,
    ),
    session: taken('session_id sessionId sid', asNumberOfSomebody),
    page: taken(
      'page_url pageUrl pageURL page_location url href location current_url currentUrl document_location page dl',
      asAddress,
    ),
    referrer: taken('referrer referer document_referrer page_referrer ref dr', asAddress),
    title: texts('page_title pageTitle document_title title dt'),
    search: texts('search_term searchTerm search_query searchQuery search_string'),
    currency: taken('currency currency_code currencyCode', asCurrency),
    order: texts('order_id orderId transaction_id transactionId'),
  };
  return {
    event: taken('event event_name eventName eventname event_type eventType name action type ev en', asName),
    roles,
    withValue: { ...roles, value: texts('value revenue total amount') },
    items: texts('items products contents').map((at) => ({ at })),
  };
}

/** Whether there is something in it: an object, or the text of one. */
function holdsMore(value: Json | undefined): boolean {
  return isObject(value) || (typeof value === 'string' && /^\s*\{/u.test(value));
}

const learned = new Map<string, Names>();

/** The names to look for in an event, by which of the usual objects it has: most have few or none. */
function namesFor(layers: Layers): Names {
  const there = BESIDE.filter((object) => holdsMore(find(layers, object)?.value));
  const key = there.join(' ');
  const names = learned.get(key) ?? namesIn(there);
  learned.set(key, names);
  return names;
}

/** What makes something an event rather than any name: at least one of these with it. */
const TELLING = ['page', 'visitor', 'session', 'title', 'search', 'order', 'currency'] as const;

function eventFrom(layers: Layers): HitEvent | null {
  const names = namesFor(layers);
  const name = say(layers, names.event, asName);
  const bare = factsOf(layers, names.roles);
  const facts = bare.currency === undefined ? bare : factsOf(layers, names.withValue);
  const told = TELLING.filter((role) => facts[role] !== undefined).length;
  if (told === 0 || (name === undefined && told < 2)) return null;
  const items = itemsOf(layers, names.items);
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
