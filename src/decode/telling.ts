import type { Telling, ToldEvent } from '#core/event.ts';
import type { Facts, HitEvent, Item, Reading, Said } from '#core/hit.ts';
import { plainText } from '#core/plain-text.ts';
import { bareUrl } from './bare-url.ts';
import { wordsOf } from './search.ts';

/** Of a batch so many events are kept. */
const MOST_EVENTS = 20;
const MOST_ITEMS = 10;
const NAME_LENGTH = 100;
const TITLE_LENGTH = 200;
/** A number of somebody's; what is longer is no name of anything. */
const NUMBER_LENGTH = 200;
const EMAIL = /\S@\S+\.\S/u;

function changed<T>(said: Said<T> | undefined, keep: (value: T) => T | null): Said<T> | undefined {
  if (said === undefined) return undefined;
  const value = keep(said.value);
  return value === null ? undefined : { ...said, value };
}

/** Names and numbers of people in vendors' books. One that is an e-mail address is not kept: it is told as personal. */
function keptNumber(value: string): string | null {
  return EMAIL.test(value) ? null : plainText(value, NUMBER_LENGTH);
}

function address(value: string): string | null {
  const bare = bareUrl(value);
  return bare === '' ? null : bare;
}

function keptText(length: number): (value: string) => string | null {
  return (value) => {
    const text = plainText(value, length);
    return text === '' || EMAIL.test(text) ? null : text;
  };
}

function keptFacts(facts: Facts): Facts {
  const { visitor, session, user, account, page, referrer, title, search, currency, order, consent } = facts;
  const all: Partial<Record<keyof Facts, Said<unknown> | undefined>> = {
    ...facts,
    visitor: changed(visitor, keptNumber),
    session: changed(session, keptNumber),
    user: changed(user, keptNumber),
    account: changed(account, keptNumber),
    page: changed(page, address),
    referrer: changed(referrer, address),
    title: changed(title, keptText(TITLE_LENGTH)),
    search: changed(search, (term) => wordsOf(term) || null),
    currency: changed(currency, keptText(NAME_LENGTH)),
    order: changed(order, keptText(NAME_LENGTH)),
    consent: changed(consent, keptText(NAME_LENGTH)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, said]) => said !== undefined)) as Facts;
}

function itemName({ id, name }: Item): string {
  return plainText(name ?? id ?? '', NAME_LENGTH);
}

function keptEvent({ name, deed, facts, items, personal }: HitEvent): ToldEvent {
  const called = plainText(name, NAME_LENGTH);
  return {
    name: EMAIL.test(called) ? '' : called,
    deed,
    facts: keptFacts(facts),
    items: items
      .slice(0, MOST_ITEMS)
      .map(itemName)
      .filter((item) => item !== '' && !EMAIL.test(item)),
    personal: personal.slice(0, MOST_ITEMS),
  };
}

/**
 * What is kept of a reading: what happened, when, where and to whom it was told, without what a person typed. `null`
 * where it tells of nothing.
 */
export function tellingOf(reading: Reading): Telling | null {
  if (reading.type === 'host' || reading.type === 'nothing') return null;
  const { events, limits } = reading;
  const kept = events.slice(0, MOST_EVENTS).map(keptEvent);
  if (reading.type === 'unknown')
    return { vendor: null, by: 'names', events: kept, count: events.length, stream: null, limits };
  const { vendor, by, stream } = reading;
  return { vendor, by, events: kept, count: events.length, stream, limits };
}
