import type { DemoSite, Exchange, Header, Reply } from '../exchange.ts';
import { logged, type LoggedRequest, type RequestLog } from '../request-log.ts';

/** A site that sets the cookies it is asked to set: hosts of one domain, and one of another. */
export interface Teller extends DemoSite {
  readonly requests: RequestLog;
}

const HOSTS = [
  'exact-teller.example',
  'www.exact-teller.example',
  'deep.www.exact-teller.example',
  'far-teller.example',
];

/** Answers scripts of any origin, cookies and all. */
function corsFor({ headers }: Exchange): readonly Header[] {
  const { origin } = headers;
  if (origin === undefined) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
}

/**
 * `?set=` may stand several times, each a `Set-Cookie` line; `?to=` redirects there. Lines go out as UTF-8, as they
 * are: the answer is written by hand, for lines no HTTP library would send.
 */
function answer(exchange: Exchange): Reply {
  const { searchParams } = exchange.url;
  const to = searchParams.get('to');
  const headers: readonly Header[] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Connection', 'close'],
    ...corsFor(exchange),
    ...(to === null ? [] : [['Location', to] as const]),
    ...searchParams.getAll('set').map((line) => ['Set-Cookie', line] as const),
  ];
  const status = to === null ? '200 OK' : '302 Found';
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const body = to === null ? '<!doctype html><title>Teller</title><p>Told.' : '';
  const bytes = Buffer.from(`HTTP/1.1 ${status}\r\n${lines}Content-Length: ${body.length}\r\n\r\n${body}`);
  return { bytes, isPage: to === null };
}

/** The address that sets these lines. */
export function telling(base: string, lines: readonly string[], to?: string): string {
  const url = new URL(base);
  for (const line of lines) url.searchParams.append('set', line);
  if (to !== undefined) url.searchParams.set('to', to);
  return url.href;
}

export function createTeller(): Teller {
  const requests: LoggedRequest[] = [];
  return {
    hosts: HOSTS,
    requests,
    answer: (exchange) => {
      requests.push(logged(exchange));
      return answer(exchange);
    },
    log: () => requests,
  };
}
