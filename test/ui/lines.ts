import type { Arrival, SetBy, Telling, ToldEvent } from '#core/event.ts';
import type { Place, Said } from '#core/hit.ts';
import type { EventLine } from '#core/report.ts';
import { BLUEBIRD, cookie, DAY, domain, MINUTE, NOW, SECOND, stored, UUID } from './actors.ts';

/** Lines of the record as the background gives them. */

function at(path: string, parameters: readonly string[] = [], origin = 'https://halden-audio.example') {
  return { origin, path, parameters };
}

let next = 0;
/** Fields every line has; each call gives another id. */
function line(when: number) {
  next += 1;
  return { id: `e${next}`, at: when, numbers: [UUID] };
}

export function visit(
  when: number,
  section: string,
  milliseconds: number,
  how: 'load' | 'history' = 'load',
): EventLine {
  const path = section === '' ? '/' : `/${section.toLowerCase()}/model-2`;
  return {
    ...line(when),
    type: 'visit',
    how,
    section,
    title: `${section} at Halden Audio`,
    milliseconds,
    address: at(path),
  };
}

export function search(when: number, term: string): EventLine {
  return { ...line(when), type: 'search', term, parameter: 'q', address: at('/search', ['q', 'page']) };
}

function order(when: number, reference: string | null): EventLine {
  return { ...line(when), type: 'order', reference, address: at('/order/thank-you', ['order']) };
}

export function request(
  when: number,
  recipient: string,
  more: Partial<Extract<EventLine, { type: 'request' }>> = {},
): EventLine {
  return {
    ...line(when),
    type: 'request',
    recipient: domain(recipient),
    method: 'GET',
    resource: 'image',
    address: at('/collect.gif', ['v', 'visitor', 'page'], `https://in.${recipient}`),
    carried: [{ name: 'hvid', number: UUID, as: 'address', parameter: 'visitor' }],
    ...more,
  };
}

type AssignedLine = Extract<EventLine, { readonly setBy: SetBy }>;

export function assigned(when: number, type: AssignedLine['type'], more: Partial<AssignedLine> = {}): EventLine {
  return {
    ...line(when),
    name: 'hvid',
    number: UUID,
    before: type === 'number-replaced' ? 'b81d06e4-77c2-4f09-a3be-52c9d0e81f6a' : null,
    setBy: { how: 'response', basis: 'stated' },
    expires: new Date(2027, 11, 26, 12).getTime(),
    identifier: cookie('hvid', 'halden-audio.example'),
    ...more,
    type,
  };
}

function gone(when: number, cause: 'expired' | 'removed' | 'evicted'): EventLine {
  return {
    ...line(when),
    type: 'number-gone',
    name: 'hvid',
    number: UUID,
    cause,
    identifier: cookie('hvid', 'halden-audio.example'),
  };
}

function bluebirdCookie(when: number): EventLine {
  return request(when, 'bluebird-metrics.example', {
    resource: 'script',
    carried: [{ name: 'bbid', number: BLUEBIRD, as: 'cookie', parameter: null }],
  });
}

export function busyEvents(): readonly EventLine[] {
  return [
    search(NOW - 40 * SECOND, 'car mp3 player'),
    toldTo(NOW - 41 * SECOND, {
      name: 'view_search_results',
      deed: 'search',
      facts: {
        visitor: said('1423778943.1795341600', 'cid'),
        page: said('https://halden-audio.example/search?q=car+mp3+player', 'dl'),
        title: said('Search · Halden Audio', 'dt'),
        search: said('car mp3 player', 'ep.search_term', 'body'),
        seconds: said(5.2, '_et', 'body'),
        visits: said(14, 'sct'),
        consent: said('G111', 'gcs'),
      },
      personal: [{ what: 'email', form: 'hashed', place: { part: 'query', name: 'em' } }],
    }),
    request(NOW - 45 * SECOND, 'bluebird-metrics.example'),
    request(NOW - 46 * SECOND, 'bluebird-metrics.example'),
    request(NOW - 47 * SECOND, 'bluebird-metrics.example'),
    request(NOW - 48 * SECOND, 'bluebird-metrics.example'),
    visit(NOW - 2 * MINUTE, 'Hi-fi', 130_000),
    bluebirdCookie(NOW - 2 * MINUTE),
    request(NOW - 4 * MINUTE, 'adlantern.example', { resource: 'ping', method: 'POST' }),
    visit(NOW - 5 * MINUTE, 'Support', 41_000, 'history'),
    visit(NOW - 6 * MINUTE, '', 12_000),
    assigned(NOW - 7 * MINUTE, 'number-renewed'),
    search(NOW - DAY, 'headphones'),
    order(NOW - DAY - 20 * MINUTE, 'HA-10482'),
    visit(NOW - DAY - 22 * MINUTE, 'Your account', 66_000),
    assigned(NOW - 12 * DAY, 'number-replaced'),
    gone(NOW - 12 * DAY - MINUTE, 'removed'),
    assigned(NOW - 13 * DAY, 'number-set', {
      setBy: { how: 'script', script: 'https://cdn.adlantern.example/tag.js', basis: 'verified' },
      identifier: stored('al_visitor', 'https://halden-audio.example'),
    }),
    assigned(NOW - 14 * DAY, 'number-found'),
  ];
}

/** What a vendor was told: an event, and what it says. */
export function toldTo(
  when: number,
  event: Pick<ToldEvent, 'deed'> & Partial<ToldEvent>,
  { arrival = 'answered', host = 'google-analytics.com' }: { readonly arrival?: Arrival; readonly host?: string } = {},
): Extract<EventLine, { type: 'told' }> {
  const told: Telling = {
    vendor: { id: 'google-analytics', name: 'Google Analytics' },
    by: 'shape',
    events: [{ name: event.deed, facts: {}, items: [], personal: [], ...event }],
    count: 1,
    stream: null,
    limits: [],
  };
  return {
    ...line(when),
    type: 'told',
    recipient: domain(host),
    method: 'POST',
    resource: 'ping',
    address: at('/g/collect', ['v', 'tid', 'cid', 'dl'], `https://${host}`),
    carried: [{ name: '_ga', number: '1423778943.1795341600', as: 'address', parameter: 'cid' }],
    told,
    arrival,
  };
}

/** Something that is said in a request, where it stands. */
export function said<T>(value: T, name: string, part: Place['part'] = 'query'): Said<T> {
  return { value, place: { part, name }, basis: 'stated' };
}
