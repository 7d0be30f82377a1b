import { randomUUID } from 'node:crypto';
import { setCookieLine, type CookieTerms } from '../cookie-header.ts';
import { jsonBody, nothing, type Exchange, type Header, type Reply } from '../exchange.ts';
import { logged, type LoggedRequest, type RequestLog } from '../request-log.ts';
import { WAYS, type WayName } from './ways.ts';

/** A number as it was given. */
export interface HandedOut {
  readonly way: WayName | 'loop';
  readonly name: string;
  readonly value: string;
  /** The page whose script was to write it; an empty text where a header set it. */
  readonly page: string;
  /** ms since the epoch by the sites' clock. */
  readonly at: number;
  /** How many requests and reports there were by then: those from here on are later ones. */
  readonly requestsBefore: number;
  readonly reportsBefore: number;
}

/** What was set beside a number, on the very same response, and is no number. */
export interface Beside {
  readonly way: WayName;
  readonly kind: 'login' | 'security' | 'cart' | 'preference';
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** What a page's own script could read, and told its server. */
export interface ReadBack {
  /** The page's id: each answer is another page. */
  readonly page: string;
  readonly cookies: Pairs;
  readonly local: Pairs;
  readonly session: Pairs;
  readonly at: number;
}

/** Everything the zoo, or its partner, wrote down; oldest first. */
export interface ZooLog {
  readonly site: string;
  readonly handedOut: readonly HandedOut[];
  readonly beside: readonly Beside[];
  readonly requests: RequestLog;
  readonly readBack: readonly ReadBack[];
}

/** A log while it is written. */
export interface ZooNotes extends ZooLog {
  readonly handedOut: HandedOut[];
  readonly beside: Beside[];
  readonly requests: LoggedRequest[];
  readonly readBack: ReadBack[];
}

export function createZooLog(site: string): ZooNotes {
  return { site, handedOut: [], beside: [], requests: [], readBack: [] };
}

export function noteRequest(log: ZooNotes, exchange: Exchange): void {
  log.requests.push(logged(exchange));
}

/** Makes a number and writes down that it was given. `page` is the page whose script is to write it. */
export function handOut(
  log: ZooNotes,
  way: WayName | 'loop',
  { name, page = '', at }: { readonly name: string; readonly page?: string; readonly at: number },
): string {
  const value = randomUUID();
  const before = { requestsBefore: log.requests.length, reportsBefore: log.readBack.length };
  log.handedOut.push({ way, name, value, page, at, ...before });
  return value;
}

/** The number of a way as a header. */
export function numberHeader(log: ZooNotes, way: WayName, at: number): Header {
  const { name, terms } = WAYS[way];
  return ['Set-Cookie', setCookieLine(name, handOut(log, way, { name, at }), terms)];
}

const DAYS = { cart: 14, preference: 365 } as const;

/** Login, form token, cart and language, each under a name of the way's own: they go on the response with the number. */
export function besideHeaders(log: ZooNotes, way: WayName, at: number): readonly Header[] {
  const { crossSite = false, partitioned = false }: CookieTerms = WAYS[way].terms;
  const site = { crossSite, partitioned };
  const suffix = way.replaceAll('-', '_');
  const set = (kind: Beside['kind'], name: string, value: string): string => {
    log.beside.push({ way, kind, name: `${name}_${suffix}`, value, at });
    return `${name}_${suffix}`;
  };
  const session = randomUUID().replaceAll('-', '');
  const token = randomUUID().replaceAll('-', '');
  return [
    setCookieLine(set('login', 'sid', session), session, { ...site, httpOnly: true }),
    setCookieLine(set('security', 'csrf', token), token, site),
    setCookieLine(set('cart', 'cart', 'model-2.model-5'), 'model-2.model-5', { ...site, days: DAYS.cart }),
    setCookieLine(set('preference', 'lang', 'en'), 'en', { ...site, days: DAYS.preference }),
  ].map((line) => ['Set-Cookie', line]);
}

function isPairs(value: unknown): value is Pairs {
  return (
    Array.isArray(value) &&
    value.every(
      (pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'),
    )
  );
}

/** `POST /seen`: the page's script tells what it could read. */
export function noteReadBack(log: ZooNotes, exchange: Exchange): Reply {
  const said = jsonBody(exchange);
  if (typeof said !== 'object' || said === null) return nothing(400);
  const { page, cookies, local, session } = said as Readonly<Record<string, unknown>>;
  if (typeof page !== 'string' || !isPairs(cookies) || !isPairs(local) || !isPairs(session)) return nothing(400);
  log.readBack.push({ page, cookies, local, session, at: exchange.at });
  return nothing();
}
