import { isList, type Json, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from '../hit/layers.ts';
import { asNumber, asText, inferred, match, milliseconds } from '../hit/take.ts';
import type { HitKind, OpenHit, Roles, Vendor } from '../hit/vendor.ts';

/** An event, and what New Relic calls it with what it is about: `PageAction · AddToCart`. */
function layersOf(event: Json, at: string, called: readonly (Json | undefined)[]): Layers {
  const texts = called.map((one) => asText(one ?? null)).filter((text) => text !== undefined);
  return [
    { part: 'body', at, value: event },
    { part: 'body', at, value: { called: texts.join(' · ') } },
  ];
}

/** When the page was left, counted from its beginning. */
const LEFT = new Set(['unload', 'pageHide']);

/** Behind a backslash they are part of a text. */
const BETWEEN_NODES = /(?<!\\);/u;
const BETWEEN_FIELDS = /(?<!\\),/u;

/** A text; what is not there before it has left a `!` each. */
const TEXT = /^!*'/u;

function unquoted(field: string): string {
  return field.replace(TEXT, '').replace(/\\([,;\\])/gu, '$1');
}

/** A node by its fields; those of attributes, which follow the one they are of, are none. */
function nodeOf(fields: readonly string[], texts: readonly string[], at: string): readonly Layers[] {
  const text = (index: number): string => {
    const field = fields[index] ?? '';
    return TEXT.test(field) ? unquoted(field) : (texts[Number.parseInt(field, 36)] ?? '');
  };
  const [sort = ''] = fields;
  switch (sort) {
    case 'e': {
      const name = text(1);
      const left = LEFT.has(name) ? Number.parseInt(fields[2] ?? '', 36) : null;
      return [layersOf({ left }, at, ['PageViewTiming', name])];
    }
    case '1':
      return [layersOf({ currentUrl: text(9) || text(7) }, at, ['BrowserInteraction', text(10) || text(6)])];
    case '2':
      return [layersOf(null, at, ['AjaxRequest', text(6), text(8)])];
    default:
      return [];
  }
}

/**
 * Reads New Relic's own format: `bel.7;e,'load,6g;5,'plan,'gold`. Nodes are parted by `;` and their fields by `,`.
 * Numbers have base 36, and texts a `'` before them; a text that was there before is told by its number.
 */
function nodesIn(whole: string): readonly Layers[] {
  const texts: string[] = [];
  return whole.split(BETWEEN_NODES).flatMap((node, at) => {
    const fields = node.split(BETWEEN_FIELDS);
    for (const field of fields) if (TEXT.test(field)) texts.push(unquoted(field));
    return nodeOf(fields, texts, String(at));
  });
}

function listOf(body: Json, name: string): readonly Json[] {
  const list = own(body, name);
  return isList(list) ? list : [];
}

/** What only counts, by the first list that is there. */
const COUNTS: Readonly<Record<string, string>> = {
  xhr: 'AjaxRequest',
  cm: 'CustomMetrics',
  sm: 'SupportabilityMetrics',
};

/** The events of any of its endpoints. */
function events({ url: { pathname }, body: { content } }: OpenHit): readonly Layers[] {
  if (content.form === 'text' && content.text.startsWith('bel.')) {
    const read = nodesIn(content.text);
    if (read.length > 0) return read;
  }
  const body = content.form === 'value' ? content.value : null;
  const all = [
    ...listOf(body, 'ins').map((event, at) =>
      layersOf(event, `ins.${at}`, [own(event, 'eventType'), own(event, 'actionName') ?? own(event, 'action')]),
    ),
    ...listOf(body, 'err').map((event, at) =>
      layersOf(event, `err.${at}`, ['JavaScriptError', own(own(event, 'params'), 'exceptionClass')]),
    ),
    ...listOf(own(body, '0') ?? null, 'logs').map((event, at) =>
      layersOf(event, `0.logs.${at}`, ['Log', own(event, 'level'), own(event, 'message')]),
    ),
  ];
  if (all.length > 0) return all;
  const count = Object.entries(COUNTS).find(([name]) => own(body, name) !== undefined)?.[1];
  const other = pathname.includes('/resources/')
    ? 'SessionTrace'
    : /\/(?:events|jserrors|ins)\//u.test(pathname)
      ? 'Event'
      : 'PageView';
  return [layersOf(null, '', [count ?? other])];
}

/** A number or name that the site gave; an e-mail address in its place is told as one, and not shown. */
const USERS = [
  'enduser.id',
  'custom.enduser.id',
  'ja.enduser.id',
  'attributes.enduser.id',
  '0.common.attributes.enduser.id',
];

const SESSION = /^(?!0$)[\w-]+$/u;

const ROLES: Roles = {
  // It has no number for the visitor but the session's, which is kept for hours and over all tabs.
  visitor: [
    inferred(match('s', SESSION)),
    inferred(match('attributes.session', SESSION)),
    inferred(match('0.common.attributes.session', SESSION)),
  ],
  session: [match('s', SESSION), 'attributes.session', '0.common.attributes.session'],
  user: USERS.map((way) => match(way, /^[^\s@]+$/u)),
  account: ['a', 'app_id', 'browser_monitoring_key'],
  page: ['currentUrl', 'pageUrl', 'attributes.currentUrl', 'attributes.pageUrl', 'ref'],
  title: [inferred(match('t', /^(?!Unnamed Transaction$).+/u))],
  search: ['search_term', 'searchTerm', 'searchQuery', 'search_query'],
  seconds: [inferred(milliseconds('left')), milliseconds('attributes.session.durationMs')],
  value: ['revenue', 'value', 'total', 'amount', 'price'],
  currency: [match('currency', /^[A-Z]{3}$/u)],
  order: ['orderId', 'order_id', 'transactionId', 'transaction_id'],
};

const DATA: Omit<HitKind, 'when'> = {
  events,
  name: ['called'],
  deeds: {
    pageview: 'page-view',
    pageviewtiming: 'performance',
    browserinteraction: 'other',
    ajaxrequest: 'performance',
    sessiontrace: 'performance',
    supportabilitymetrics: 'performance',
    custommetrics: 'performance',
    log: 'other',
  },
  roles: ROLES,
  items: [{ at: 'items' }, { at: 'products' }],
};

/** A recording or a trace of the session in parts; what part it is stands in `attributes`, once more as in a query. */
const BLOB: Omit<HitKind, 'when'> = {
  name: ['type'],
  unnamed: 'SessionReplay',
  deeds: { sessionreplay: 'recording', browsersessionchunk: 'performance' },
  roles: ROLES,
};

/** The time that a part of a recording covers. */
function covered(found: Json): number | undefined {
  const attributes = typeof found === 'string' ? openText(found) : found;
  const [first, last] = ['first', 'last'].map((which) => asNumber(own(attributes, `replay.${which}Timestamp`) ?? null));
  return first === undefined || last === undefined ? undefined : last - first;
}

const REPLAY: Omit<HitKind, 'when'> = { ...BLOB, stream: [{ at: 'attributes', take: covered }] };

const VERSION = /^\d+(?:\.[\w-]+)*$/u;

/**
 * New Relic's agent for browsers; its hosts, or a site's own that sends on to them.
 * @see https://docs.newrelic.com/docs/browser/browser-monitoring/getting-started/introduction-browser-monitoring/
 */
export const NEW_RELIC: Vendor = {
  id: 'new-relic',
  name: 'New Relic',
  hosts: ['nr-data.net', 'newrelic.com'],
  hits: [
    {
      when: { path: /\/browser\/blobs$/u, query: { browser_monitoring_key: true, type: /^SessionReplay$/u } },
      ...REPLAY,
    },
    { when: { path: /\/browser\/blobs$/u, query: { browser_monitoring_key: true, type: true } }, ...BLOB },
    { when: { path: /\/browser\/logs$/u, query: { browser_monitoring_key: true } }, ...DATA },
    {
      when: {
        path: /\/(?:(?:events|jserrors|ins|resources)\/)?1\/[\w-]{10,}$/u,
        query: { rst: /^\d+$/u, a: /^\d+(?:,\d+)*$/u, v: VERSION },
      },
      ...DATA,
    },
    // The first agents told less of themselves.
    { when: { host: 'own', path: /^\/(?:(?:events|jserrors|ins|resources)\/)?1\/[\w-]+$/u }, ...DATA },
  ],
};
