import { isList, type Json, own } from '#core/json.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred, match, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

function inside(value: Json, ...way: readonly string[]): Json {
  return way.reduce<Json>((found, name) => own(found, name) ?? null, value);
}

/** What an item is about: an error with its message, a transaction's sort and name, the text of a log. */
function aboutOf(type: string, item: Json): readonly Json[] {
  const error = inside(item, 'exception', 'values', '0');
  switch (type) {
    case 'event':
      return [
        inside(item, 'level'),
        inside(error, 'type'),
        inside(error, 'value'),
        inside(item, 'message'),
        inside(item, 'logentry', 'message'),
      ];
    case 'transaction':
      return [inside(item, 'contexts', 'trace', 'op'), inside(item, 'transaction')];
    case 'span':
      return [inside(item, 'attributes', 'sentry.op', 'value'), inside(item, 'op'), inside(item, 'name')];
    case 'log':
      return [inside(item, 'level'), inside(item, 'body')];
    default:
      return [inside(item, 'status'), inside(item, 'name')];
  }
}

/** `event · error · TypeError · x is undefined`. A text that may tell an e-mail address is left out. */
function calledOf(type: string, item: Json): string {
  const about = aboutOf(type, item).map((one) => asText(one));
  return [...new Set([type, ...about])].filter((text) => text !== undefined && !text.includes('@')).join(' · ');
}

function layersOf(type: string, item: Json, at: string): Layers {
  return [
    { part: 'body', at, value: item },
    { part: 'body', at, value: { called: calledOf(type, item) } },
  ];
}

/** The line of one item. Some hold a list, of which each is one event. */
function itemOf(type: string, item: Json, at: number): readonly Layers[] {
  const many = own(item, 'items');
  if (isList(many)) return many.map((one, index) => layersOf(type, one, `${at}.items.${index}`));
  // What was recorded belongs to the item before it, which tells of it.
  return type === 'replay_recording' ? [] : [layersOf(type, item, String(at))];
}

/** An envelope: a line for the whole, then for each item one that says its type, and the item itself. */
function items({ body: { content } }: OpenHit): readonly Layers[] {
  if (content.form === 'value') return [layersOf('event', content.value, '')];
  if (content.form !== 'rows') return [[]];
  const events: Layers[] = [];
  for (let at = 1; at < content.rows.length; at += 1) {
    const type = asText(own(content.rows[at], 'type') ?? null);
    if (type === undefined) continue;
    at += 1;
    for (const event of itemOf(type, content.rows[at] ?? null, at)) events.push(event);
  }
  return events.length > 0 ? events : [[]];
}

/** The address in a span is the page's only in the one that stands for the page; in others that of what was loaded. */
const OF_SEGMENT: Taken<string> = {
  at: '',
  take: (item) =>
    own(item, 'is_segment') === true ? asText(inside(item, 'attributes', 'url.full', 'value')) : undefined,
};

/** Since when a recording runs. */
const RECORDED: Taken<number> = {
  at: '',
  basis: 'inferred',
  take: (item) => {
    const [start, end] = [asNumber(inside(item, 'replay_start_timestamp')), asNumber(inside(item, 'timestamp'))];
    return start === undefined || end === undefined ? undefined : end - start;
  },
};

/** A number or name that the site gave; an e-mail address in its place is told as one, and not shown. */
function notAddress(at: string): Taken<string> {
  return match(at, /^[^\s@]+$/u);
}

const ENVELOPE: Omit<HitKind, 'when'> = {
  events: items,
  name: ['called'],
  unnamed: 'envelope',
  deeds: {
    transaction: 'performance',
    span: 'performance',
    profile: 'performance',
    trace_metric: 'performance',
    replay_event: 'recording',
    feedback: 'form',
    user_report: 'form',
    session: 'other',
    log: 'other',
  },
  roles: {
    visitor: [notAddress('did')],
    session: [
      'sid',
      'replay_id',
      'contexts.replay.replay_id',
      'tags.replayId',
      'attributes.sentry.replay_id.value',
      '0.trace.replay_id',
    ],
    user: [notAddress('user.id'), notAddress('attributes.user.id.value')],
    account: ['sentry_key', '0.trace.public_key', match('0.dsn', /\/\/([\da-f]+)/u)],
    page: ['request.url', OF_SEGMENT, 'urls.0', 'contexts.feedback.url', 'csp-report.document-uri'],
    referrer: ['request.headers.Referer', 'csp-report.referrer'],
    // The name that a page goes by: its path without what varies.
    title: [inferred({ at: 'transaction', take: asText })],
    seconds: ['duration', RECORDED],
  },
  personal: {
    email: ['user.email', 'contexts.feedback.contact_email', 'attributes.user.email.value', 'email'],
    name: ['user.username', 'user.name', 'contexts.feedback.name', 'attributes.user.name.value'],
  },
  once: ['event_id'],
};

const KEY = /^[\da-f]{32}$/u;

/** The first line of an envelope with a recording is followed by that of the item which tells of it. */
const REPLAY = { '1.type': /^replay_(?:event|recording)$/u };

/**
 * Sentry, by its library for browsers: envelopes to its intake or a self-hosted one, or through a tunnel of the site's.
 * @see https://develop.sentry.dev/sdk/data-model/envelopes/
 */
export const SENTRY: Vendor = {
  id: 'sentry',
  name: 'Sentry',
  hosts: ['sentry.io', 'sentry-cdn.com'],
  hits: [
    { when: { query: { sentry_key: KEY }, body: REPLAY }, ...ENVELOPE, stream: [] },
    { when: { body: { ...REPLAY, '0.dsn': true } }, ...ENVELOPE, stream: [] },
    { when: { path: /\/api\/\d+\/(?:envelope|store|security)\/?$/u, query: { sentry_key: KEY } }, ...ENVELOPE },
    // A tunnel: no more than the first line tells where it is to go.
    {
      when: { body: { '0.dsn': /^https?:\/\/[\da-f]{32}(?::[\da-f]+)?@[^/]+\/(?:.+\/)?\d+$/u, '1.type': true } },
      ...ENVELOPE,
    },
    { when: { body: { '0.sdk.name': /^sentry\./u, '1.type': true } }, ...ENVELOPE },
    { when: { host: 'own', path: /\/api\/\d+\/(?:envelope|store|security)\/?$/u }, ...ENVELOPE },
    // What a person wrote into the form that is shown after an error.
    {
      when: { host: 'own', path: /\/api\/embed\/error-page\/?$/u, hasBody: true },
      ...ENVELOPE,
      name: [],
      unnamed: 'user_report',
    },
  ],
};
