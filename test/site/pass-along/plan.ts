import { createHash } from 'node:crypto';
import type { Form } from '#core/followed.ts';

/** Companies that are known by their hosts: what is sent to them is answered by the demo sites. */
export const COMPANIES = {
  'Bing Ads': 'bat.bing.com',
  Snapchat: 'tr.snapchat.com',
  Pinterest: 'ct.pinterest.com',
  Criteo: 'sslwidget.criteo.com',
} as const;

const { 'Bing Ads': BING, Snapchat: SNAP, Pinterest: PIN, Criteo: CRITEO } = COMPANIES;

/** One request that the page is to make, and what is to be found in it. */
export interface Planned {
  readonly url: string;
  /** None: it is asked for with GET. Of a web socket, what is sent into it. */
  readonly body?: string;
  /** An address of the site's own that redirects there: the page asks for that. */
  readonly by?: string;
  /** Where the number stands, by what it is there. */
  readonly expect: {
    readonly form: Form;
    readonly as: 'address' | 'body' | 'message';
    readonly parameter: string | null;
  };
}

function digest(how: string, text: string): string {
  return createHash(how).update(text).digest('hex');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function inQuery(host: string, form: Form, text: string, name = 'v'): Planned {
  return { url: `https://${host}/collect?t=1&${name}=${text}&z=2`, expect: { form, as: 'address', parameter: name } };
}

function inBody(host: string, form: Form, text: string): Planned {
  const body = JSON.stringify({ events: [{ who: text, what: 'seen' }] });
  return { url: `https://${host}/batch`, body, expect: { form, as: 'body', parameter: 'events.0.who' } };
}

/** By way of an address of the site's own, which says nothing and redirects to one that does. */
function byRedirect(planned: Planned): Planned {
  return { ...planned, by: `/away?to=${encodeURIComponent(planned.url)}` };
}

function inSocket(host: string, form: Form, text: string): Planned {
  const expected = { form, as: 'message', parameter: 'join.who' } as const;
  return { url: `wss://${host}/live`, body: JSON.stringify({ join: { who: text } }), expect: expected };
}

/** A number in twelve forms to four companies: in the path, the query, the body, a web socket, by way of a redirect. */
export function inTwelveForms(number: string): readonly Planned[] {
  return [
    { url: `https://${BING}/${number}/p.gif`, expect: { form: 'as-such', as: 'address', parameter: null } },
    inQuery(SNAP, 'lower-case', number.toLowerCase()),
    inBody(PIN, 'upper-case', number.toUpperCase()),
    inQuery(CRITEO, 'as-such', encodeURIComponent(encodeURIComponent(`https://a.example/?id=${number}`)), 'page'),
    inBody(BING, 'base64', base64(number)),
    inQuery(SNAP, 'base64', encodeURIComponent(base64(`{"id":"${number}"}`)), 'd1'),
    inQuery(PIN, 'base64', base64(`{"a":1,"id":"${number}"}`).replaceAll('+', '-').replaceAll('/', '_'), 'd2'),
    inBody(CRITEO, 'hex', Buffer.from(number).toString('hex')),
    byRedirect(inQuery(BING, 'md5', digest('md5', number))),
    inSocket(SNAP, 'sha1', digest('sha1', number)),
    inQuery(PIN, 'sha256', digest('sha256', number)),
    inBody(CRITEO, 'sha512', digest('sha512', number)),
  ];
}

/** On the pages of the site that the number was carried to in a link. */
export function carriedOn(number: string): readonly Planned[] {
  return [inQuery(BING, 'as-such', number, 'from'), inBody(PIN, 'sha256', digest('sha256', number))];
}

/** A number, or what is left of it, changed so that it is another one. */
const CHANGES: readonly ((number: string, at: number) => string)[] = [
  (number, at) =>
    number.slice(0, at % number.length) +
    (number[at % number.length] === '5' ? '6' : '5') +
    number.slice((at % number.length) + 1),
  (number) => number.slice(0, -1),
  (number) => number.slice(3),
  (number) => `${number}7`,
  (number) => `x${number}`,
  (number, at) => digest('sha256', number).slice(0, 24 + (at % 30)),
  (number) => digest('sha256', `${number}salt`),
  (number) => base64(number.slice(2)),
  (_, at) => new Date(1_795_341_600_000 + at * 1000).toISOString(),
  (_, at) => String(1_795_341_600 + at),
  (_, at) => `1.${at}.${at % 7}`,
  (number) => number.split('').toReversed().join(''),
];

/** So many requests in which the number does not stand, but much that resembles it. */
export function without(number: string, count: number): readonly Pick<Planned, 'url' | 'body' | 'by'>[] {
  const hosts = Object.values(COMPANIES);
  return Array.from({ length: count }, (_, at) => {
    const text = CHANGES[at % CHANGES.length]?.(number, at) ?? '';
    const host = hosts[at % hosts.length] ?? BING;
    return at % 3 === 0
      ? { url: `https://${host}/batch?n=${at}`, body: JSON.stringify({ events: [{ who: text }] }) }
      : { url: `https://${host}/collect?n=${at}&v=${encodeURIComponent(text)}` };
  });
}
