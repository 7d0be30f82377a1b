import { inflateSync } from 'node:zlib';
import type { Exchange } from '../exchange.ts';
import { parse, textOf } from '../neighbours/payloads.ts';
import { documentsIn, type EventsIn } from './sdk.ts';

/** What stands under a way of names, a `*` for each of a list; whatever is not there is nothing. */
function under(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (name === undefined) return value === undefined || value === null ? [] : [value];
  if (name === '*') return Array.isArray(value) ? value.flatMap((each: unknown) => under(each, rest)) : [];
  return typeof value === 'object' && value !== null ? under((value as Record<string, unknown>)[name], rest) : [];
}

function documentsOf({ body }: Exchange): readonly unknown[] {
  return documentsIn(textOf(body).text).filter((document) => document !== undefined);
}

/** Reads bodies of JSON: the names that stand under these ways, each as often as it does. */
export function named(...ways: readonly string[]): EventsIn {
  return (exchange) =>
    documentsOf(exchange).flatMap((document) =>
      ways.flatMap((way) => under(document, way.split('.')).filter((name) => typeof name === 'string')),
    );
}

/** Reads only requests to some paths. */
export function at(path: RegExp, read: EventsIn): EventsIn {
  return (exchange, seen) => (path.test(exchange.url.pathname) ? read(exchange, seen) : []);
}

/** Reads addresses for the maker's parameter for the event. */
export function parameter(name: string): EventsIn {
  return ({ url }) => url.searchParams.getAll(name);
}

/** One event for each request to some paths, whatever is in it: nobody but its maker can read it. */
export function one(path: RegExp, name: string): EventsIn {
  return at(path, ({ body }) => (body.length > 0 ? [name] : []));
}

/** Several readers, one after the other. */
export function all(...readers: readonly EventsIn[]): EventsIn {
  return (exchange, seen) => readers.flatMap((read) => read(exchange, seen));
}

/** Segment’s calls, by its specification: a track call goes by its event, others by what they are. */
export const calls: EventsIn = (exchange) =>
  documentsOf(exchange).flatMap((document) =>
    [...under(document, ['batch', '*']), document]
      .filter((call) => under(call, ['type']).length > 0)
      .flatMap((call) => {
        const [event] = under(call, ['event']);
        return typeof event === 'string' ? [event] : (under(call, ['type']) as readonly string[]);
      }),
  );

/** Sentry’s envelope: after the first line, one that says what follows, and what follows. */
export const envelope: EventsIn = ({ body }) => {
  const lines = textOf(body).text.split('\n').map(parse);
  return lines.flatMap((line, index) => {
    const isHead = index > 0 && under(line, ['type']).length > 0 && index % 2 === 1;
    if (!isHead) return [];
    const many = under(lines[index + 1], ['items', '*']);
    const [type] = under(line, ['type']) as readonly string[];
    return many.length > 0 ? many.map(() => type ?? '') : [type ?? ''];
  });
};

/** Elastic’s lines: each is one event, by its name, which may be shortened; the first is about the site. */
export const intake: EventsIn = (exchange) => {
  const names: Readonly<Record<string, string>> = { x: 'transaction', e: 'error', y: 'span', me: 'metricset' };
  return documentsOf(exchange).flatMap((line) =>
    Object.entries(names).flatMap(([short, name]) => [...under(line, [short]), ...under(line, [name])].map(() => name)),
  );
};

/** Mixpanel’s form: JSON, or base64 of it, in `data`; what is done to profiles goes by where it is sent. An event is told
 * again until it is answered, and goes by its number. */
export const mixpanel: EventsIn = ({ url, body }, seen) => {
  const read = parse(textOf(body).text);
  const records = Array.isArray(read) ? (read as readonly unknown[]) : [read];
  if (/\/track\/?$/u.test(url.pathname))
    return records.flatMap((record) => {
      const [id] = under(record, ['properties', '$insert_id']) as readonly string[];
      if (id === undefined || seen.has(id)) return [];
      seen.add(id);
      return under(record, ['event']) as readonly string[];
    });
  return /\/engage\/?$/u.test(url.pathname) ? records.map(() => 'engage') : [];
};

/** What a request to Countly tells beside its events. */
const COUNTLY_BESIDE = [
  'begin_session',
  'session_duration',
  'end_session',
  'user_details',
  'crash',
  'apm',
  'consent',
  'hc',
];

/** Countly: a form, or an address; events are JSON in `events`. */
export const countly: EventsIn = ({ url, body }) => {
  const fields = new URLSearchParams(body.length > 0 ? body.toString('utf8') : url.search);
  if (!url.pathname.endsWith('/i') || !fields.has('device_id')) return [];
  const events = under(parse(fields.get('events') ?? ''), ['*', 'key']) as readonly string[];
  const beside = COUNTLY_BESIDE.find((name) => fields.has(name));
  return beside === undefined ? (events.length > 0 ? events : ['request']) : [...events, beside];
};

/** New Relic: lists in JSON, lines of its own that begin with `bel.`, or a request that says all in its address. */
export const newRelicEvents: EventsIn = ({ url, body }) => {
  if (!/\/1\/[\w-]{10,}$/u.test(url.pathname)) return [];
  const { text } = textOf(body);
  if (text.startsWith('bel.'))
    return text.split(/(?<!\\);/u).flatMap((node) => {
      const sorts: Readonly<Record<string, string>> = {
        e: 'PageViewTiming',
        1: 'BrowserInteraction',
        2: 'AjaxRequest',
      };
      const name = sorts[node.split(',')[0] ?? ''];
      return name === undefined ? [] : [name];
    });
  const document = parse(text);
  const told = [
    ...(under(document, ['ins', '*', 'eventType']) as readonly string[]),
    ...under(document, ['err', '*']).map(() => 'JavaScriptError'),
  ];
  if (told.length > 0) return told;
  const counts: Readonly<Record<string, string>> = {
    xhr: 'AjaxRequest',
    cm: 'CustomMetrics',
    sm: 'SupportabilityMetrics',
  };
  const count = Object.keys(counts).find((name) => under(document, [name]).length > 0);
  if (count !== undefined) return [counts[count] ?? ''];
  return url.pathname.includes('/events/') || url.pathname.includes('/jserrors/') ? ['Event'] : ['PageView'];
};

/** Datadog’s lines of JSON, deflated where the browser can: each is one event, by its type. */
export const datadog: EventsIn = ({ body }) => {
  const text = body[0] === 0x78 ? inflateSync(body).toString('utf8') : body.toString('utf8');
  return documentsIn(text).flatMap((event) => under(event, ['type']) as readonly string[]);
};

/** Snowplow: a batch, or one event in an address. */
export const snowplow: EventsIn = all(named('data.*.e'), parameter('e'));

/** OpenReplay: the start of a session, and parts of a recording, which nobody else reads. */
export const openReplayEvents: EventsIn = all(
  one(/\/web\/start$/u, 'start'),
  one(/\/web\/(?:i|images)$/u, 'recording'),
  at(/\/sdk\/start$/u, () => ['start']),
  at(/\/sdk\/i$/u, named('data.events.*.name', 'data.user_actions.*.type')),
);

/** Clarity: a recording, and in it what the site calls its own. It is sent once more where a page that goes away got no
 * answer, and goes by its page, its place among the page's, and when it was. */
export const clarity: EventsIn = at(/\/collect$/u, (exchange, seen) =>
  documentsOf(exchange).flatMap((document) => {
    const id = JSON.stringify(['1', '2', '5', '6', '7'].map((place) => under(document, ['e', place])));
    if (seen.has(id)) return [];
    seen.add(id);
    const own = under(document, ['a', '*']).filter((row) => under(row, ['1'])[0] === 24);
    return ['recording', ...own.flatMap((row) => under(row, ['2']) as readonly string[])];
  }),
);

/** mParticle: a batch, or a question who somebody is. */
export const mParticleEvents: EventsIn = all(
  at(/\/events$/iu, named('events.*.event_type')),
  one(/\/v1\/identify$/u, 'identify'),
  one(/\/v1\/login$/u, 'login'),
);
