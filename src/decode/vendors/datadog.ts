import { type Json, own } from '#core/json.ts';
import { asText, inferred, match, type Taken } from '../hit/take.ts';
import type { HitKind, Vendor } from '../hit/vendor.ts';

function textAt(event: Json, way: string): string | undefined {
  const value = way.split('.').reduce<Json | undefined>((found, name) => own(found, name), event);
  return asText(value ?? null);
}

/** Where it stands what an event of a type is about; what only measures the page has no more than its type. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  view: ['view.name'],
  action: ['action.type', 'action.target.name'],
  error: ['error.type', 'error.message'],
  vital: ['vital.type', 'vital.name'],
  log: ['status', 'message'],
};

/** The type of an event with what it is about: `action · custom · checkout`. Logs have no type, but a message. */
const NAME: Taken<string> = {
  at: '',
  take: (event) => {
    const type = textAt(event, 'type') ?? (textAt(event, 'message') === undefined ? undefined : 'log');
    if (type === undefined) return undefined;
    const about = (ABOUT[type] ?? []).map((way) => textAt(event, way));
    // Messages are anybody's text: one that may tell an e-mail address is left out.
    return [type, ...about].filter((text) => text !== undefined && !text.includes('@')).join(' · ');
  },
};

/** What a site adds of its own to an event is below `context`; the documentation's example is a `cart`. */
function added(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`context.${name}`, `context.cart.${name}`, `context.order.${name}`]);
}

/** The time between beginning and end of a part of a recording, in ms or how many of them make one. */
function covered(per: number): Taken<number> {
  return {
    at: 'event',
    take: (found) => {
      const [start, end] = [own(found, 'start'), own(found, 'end')];
      return typeof start === 'number' && typeof end === 'number' ? (end - start) / per : undefined;
    },
  };
}

/** What the library tells of itself is filed under nobody, and an update leaves out what was told before. */
const FILED = /^(?!telemetry$|view_update$)/u;

/** Before there was a number for the browser, the session's was all that it was known by. */
function asVisitor(at: string): Taken<string> {
  return inferred({ at, take: asText, where: { at: 'type', is: FILED } });
}

const EVENTS: Omit<HitKind, 'when'> = {
  events: [''],
  name: [NAME],
  unnamed: 'rum',
  deeds: {
    view: 'page-view',
    view_update: 'time',
    resource: 'performance',
    long_task: 'performance',
    vital: 'performance',
    log: 'other',
  },
  roles: {
    visitor: [
      'usr.anonymous_id',
      // An update of a view leaves out what its neighbours tell.
      inferred({ at: '*.usr.anonymous_id', take: asText }),
      asVisitor('session.id'),
      asVisitor('session_id'),
    ],
    session: ['session.id', 'session_id'],
    user: [match('usr.id', /^[^\s@]+$/u)],
    account: ['application.id', 'application_id', 'dd-api-key'],
    page: ['view.url'],
    referrer: ['view.referrer'],
    search: added('search_term', 'searchTerm', 'search_query', 'query'),
    seconds: [{ at: 'view.time_spent', take: (found) => (typeof found === 'number' ? found / 1e9 : undefined) }],
    value: added('revenue', 'value', 'total', 'amount'),
    currency: added('currency').map((way) => match(way, /^[A-Z]{3}$/u)),
    order: added('order_id', 'orderId', 'transaction_id', 'transactionId', 'id').filter((way) => way !== 'context.id'),
  },
  items: [{ at: 'context.cart.items' }, { at: 'context.items' }, { at: 'context.products' }],
  personal: { email: ['usr.email'], name: ['usr.name'] },
};

/** One part of a recording: what was recorded, compressed, and `event`, which tells what part it is. */
const REPLAY: Omit<HitKind, 'when'> = {
  unnamed: 'replay',
  deeds: { replay: 'recording' },
  roles: {
    visitor: [asVisitor('event.session.id')],
    session: ['event.session.id'],
    account: ['event.application.id', 'dd-api-key'],
    seconds: [inferred(covered(1000))],
  },
  stream: [covered(1)],
};

const BROWSER = /^(?:browser|flutter|unity|electron|react-native)/u;

/**
 * Datadog, by browser-rum and browser-logs: lines of JSON to its own intake, or to a site's proxy, which is told in
 * `ddforward` where to send them on to.
 * @see https://docs.datadoghq.com/real_user_monitoring/guide/proxy-rum-data/
 */
export const DATADOG: Vendor = {
  id: 'datadog',
  name: 'Datadog',
  hosts: [
    'datadoghq.com',
    'datadoghq.eu',
    'ddog-gov.com',
    'datadoghq-browser-agent.com',
    'browser-intake-datadoghq.com',
    'browser-intake-datadoghq.eu',
    'browser-intake-us3-datadoghq.com',
    'browser-intake-us5-datadoghq.com',
    'browser-intake-ap1-datadoghq.com',
    'browser-intake-ap2-datadoghq.com',
    'browser-intake-ddog-gov.com',
  ],
  hits: [
    { when: { path: /\/replay$/u, query: { 'dd-api-key': true, ddsource: BROWSER } }, ...REPLAY },
    { when: { query: { ddforward: /\/replay\?(?:.*&)?ddsource=/u } }, ...REPLAY },
    { when: { query: { 'dd-api-key': true, ddsource: BROWSER } }, ...EVENTS },
    { when: { query: { ddforward: /\?(?:.*&)?ddsource=/u } }, ...EVENTS },
    // The first versions' form: https://rum-http-intake.logs.datadoghq.com/v1/input/TOKEN
    { when: { path: /\/v1\/input\/pub[\da-f]{16,}$/u, query: { ddsource: BROWSER } }, ...EVENTS },
    // A proxy with an address of its own, so that only what is sent tells.
    {
      when: { body: { '0.type': true, '0._dd.format_version': true, '0.application.id': true, '0.view.id': true } },
      ...EVENTS,
    },
    { when: { body: { type: true, '_dd.format_version': true, 'application.id': true, 'view.id': true } }, ...EVENTS },
  ],
};
