import { isList, isObject, type Json, own } from '#core/json.ts';
import type { Layers } from '../hit/layers.ts';
import { asText, match } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** What each line is; version 3 has names of one or two letters for all. */
const SORTS: Readonly<Record<string, string>> = {
  transaction: 'transaction',
  x: 'transaction',
  error: 'error',
  e: 'error',
  span: 'span',
  y: 'span',
  metricset: 'metricset',
  me: 'metricset',
};

/** `transaction · page-load · /shoes`: what it is, of which type, and its name. */
function calledOf(sort: string, event: Json): string {
  const exception = own(event, 'exception') ?? own(event, 'ex');
  const about =
    sort === 'error'
      ? [own(exception, 'type')]
      : [own(event, 'type') ?? own(event, 't'), own(event, 'name') ?? own(event, 'n')];
  return [sort, ...about.map((one) => asText(one ?? null))].filter((text) => text !== undefined).join(' · ');
}

function layersOf(sort: string, event: Json, at: string): Layers {
  return [
    { part: 'body', at, value: event },
    { part: 'body', at, value: { called: calledOf(sort, event) } },
  ];
}

/** The first line tells of the site; each of the others is one event. */
function lines({ body: { content } }: OpenHit): readonly Layers[] {
  const rows = content.form === 'rows' ? content.rows : content.form === 'value' ? [content.value] : [];
  const events = rows.flatMap((row, at) =>
    Object.entries(SORTS).flatMap(([name, sort]) => {
      const event = own(row, name);
      return isObject(event) ? [layersOf(sort, event, `${at}.${name}`)] : [];
    }),
  );
  return events.length > 0 ? events : [[]];
}

/** The first agents sent one object with lists in it. */
function lists({ body: { content } }: OpenHit): readonly Layers[] {
  const whole = content.form === 'value' ? content.value : null;
  return ['transactions', 'errors'].flatMap((name) => {
    const list = own(whole, name);
    return isList(list) ? list.map((event, at) => layersOf(name.slice(0, -1), event, `${name}.${at}`)) : [];
  });
}

const EVENT: Omit<HitKind, 'when'> = {
  events: lines,
  name: ['called'],
  unnamed: 'events',
  deeds: { transaction: 'performance', span: 'performance', metricset: 'performance', error: 'error' },
  roles: {
    session: ['session.id', 'ses.id'],
    user: [match('context.user.id', /^[^\s@]+$/u), match('c.u.id', /^[^\s@]+$/u)],
    account: ['0.metadata.service.name', '0.m.se.n', 'service.name'],
    page: ['context.page.url', 'c.p.url'],
    referrer: ['context.page.referer', 'c.p.rf'],
    visits: ['session.sequence', 'ses.seq'],
  },
  personal: {
    email: ['context.user.email', 'c.u.em'],
    name: ['context.user.username', 'c.u.un'],
  },
};

const AGENT = /^(?:rum-js|js-base|js-react|opentracing|@elastic)/u;

/**
 * Elastic APM's agent for browsers: lines of JSON to a server of the site's own choice.
 * @see https://www.elastic.co/guide/en/apm/agent/rum-js/current/index.html
 */
export const ELASTIC_APM: Vendor = {
  id: 'elastic-apm',
  name: 'Elastic APM',
  hosts: [],
  hits: [
    { when: { path: /\/intake\/v[23]\/rum\/events$/u }, ...EVENT },
    // The path may be the site's own too.
    { when: { body: { '0.metadata.service.agent.name': AGENT } }, ...EVENT },
    { when: { body: { '0.m.se.a.n': AGENT } }, ...EVENT },
    {
      when: { path: /\/v1\/(?:client-side|rum)\/(?:transactions|errors)$/u, body: { 'service.agent.name': AGENT } },
      ...EVENT,
      events: lists,
    },
  ],
};
