import { randomUUID } from 'node:crypto';
import { setCookieLine } from './cookie-header.ts';
import { jsonBody, nothing, withHeaders, type Exchange, type Reply } from './exchange.ts';
import { recordOf, recordPage, recordStay, type VisitorLog, type VisitorRecord } from './visitor-log.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;

/** 400 days: the longest that browsers keep a cookie. */
const NUMBER_DAYS = 400;

/** Who a request comes from, by the number its cookie holds. */
export interface Visitor {
  readonly number: string;
  /** True where the request carried no number and this one is made up for the answer. */
  readonly isNew: boolean;
}

/** The number a request carries; a new random one where it carries none that could be ours. */
export function recognise(exchange: Exchange, log: VisitorLog): Visitor {
  const carried = exchange.cookies.get(log.cookie) ?? '';
  return UUID.test(carried) ? { number: carried, isNew: false } : { number: randomUUID(), isNew: true };
}

/** Whether the browser asks for this as a page of its own, not as a part of one or ahead of time. */
function isPageRequest({ method, headers }: Exchange): boolean {
  if (method !== 'GET' && method !== 'POST') return false;
  const destination = headers['sec-fetch-dest'];
  return (destination === undefined || destination === 'document') && headers['sec-purpose'] === undefined;
}

/** Whether an answer is a page that a person sees. */
export function isPage(exchange: Exchange, reply: Reply): boolean {
  if (!isPageRequest(exchange)) return false;
  if ('bytes' in reply) return reply.isPage;
  return reply.headers.some(([name, value]) => name === 'Content-Type' && value.startsWith('text/html'));
}

/** Files a page under the visitor's number and renews the number's cookie. */
export function countPage(exchange: Exchange, reply: Reply, { log, visitor }: Counting): Reply {
  const record = recordOf(log, visitor.number, exchange.at);
  recordPage(record, exchange.url.pathname, exchange.at);
  recordRequest(record, exchange);
  return withHeaders(reply, [['Set-Cookie', setCookieLine(log.cookie, visitor.number, { days: NUMBER_DAYS })]]);
}

export interface Counting {
  readonly log: VisitorLog;
  readonly visitor: Visitor;
}

function recordRequest(record: VisitorRecord, { method, url, cookie, at }: Exchange): void {
  record.requests.push({ method, url: url.href, cookie, at });
}

/** Files a request that is no page (a style sheet, a report) under the number it carries, if it carries one. */
export function countRequest(exchange: Exchange, { log, visitor }: Counting): VisitorRecord | undefined {
  if (visitor.isNew) return undefined;
  const record = recordOf(log, visitor.number, exchange.at);
  recordRequest(record, exchange);
  return record;
}

/** Where the page script reports: visible time, a page shown without a request for it, numbers it made itself. */
export const REPORTS: ReadonlySet<string> = new Set(['/stay', '/seen', '/numbers']);

interface Report {
  readonly path?: unknown;
  readonly milliseconds?: unknown;
  readonly numbers?: unknown;
}

function isNumbers(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}

/** Takes a report of the page script, under the number it carries; without a number it is nobody's. */
export function answerReport(exchange: Exchange, { log, visitor }: Counting): Reply {
  const { pathname } = exchange.url;
  const record = visitor.isNew ? undefined : recordOf(log, visitor.number, exchange.at);
  const { path, milliseconds, numbers } = (jsonBody(exchange) ?? {}) as Report;
  if (record === undefined) {
    if (pathname === '/numbers' && isNumbers(numbers)) log.nobodys.push({ numbers, at: exchange.at });
    return nothing();
  }
  if (pathname === '/stay' && typeof path === 'string' && typeof milliseconds === 'number' && milliseconds > 0) {
    recordStay(record, { path, milliseconds }, exchange.at);
  } else if (pathname === '/seen' && typeof path === 'string') {
    recordPage(record, path, exchange.at);
  } else if (pathname === '/numbers' && isNumbers(numbers)) {
    Object.assign(record.scriptNumbers, numbers);
  } else {
    return nothing(400);
  }
  return nothing();
}
