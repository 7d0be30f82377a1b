import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { parseCookieHeader } from './cookie-header.ts';
import type { Markup } from './html.ts';

/** One request to a demo site, read to its end. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** The Cookie header as it came; empty where there was none. */
  readonly cookie: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** By the sites' clock: ms since the epoch. */
  readonly at: number;
}

export type Header = readonly [name: string, value: string];

/** What a site answers. `bytes` goes out as it is, status line and all: for lines no HTTP library would send. */
export type Reply =
  | { readonly status: number; readonly headers: readonly Header[]; readonly body: string | Buffer }
  | { readonly bytes: Buffer; readonly isPage: boolean };

/** One demo site: the hosts it answers for, its answers, and what it wrote down. */
export interface DemoSite {
  readonly hosts: readonly string[];
  answer(exchange: Exchange): Reply | Promise<Reply>;
  /** Plain JSON, served at `/__log`. */
  log(): unknown;
}

export function htmlReply(page: Markup, status = 200, headers: readonly Header[] = []): Reply {
  const type: Header = ['Content-Type', 'text/html; charset=utf-8'];
  return { status, headers: [type, ['Cache-Control', 'no-store'], ...headers], body: page.markup };
}

export function jsonReply(value: unknown, status = 200): Reply {
  return { status, headers: [['Content-Type', 'application/json']], body: JSON.stringify(value, null, 2) };
}

/** An answer of a fixed kind; kept by the browser for an hour where `keep` says so. */
export function fileReply(type: string, body: string | Buffer, keep: 'keep' | 'no-store' = 'keep'): Reply {
  const caching: Header = ['Cache-Control', keep === 'keep' ? 'max-age=3600' : 'no-store'];
  return { status: 200, headers: [['Content-Type', type], caching], body };
}

/** `303 See Other`: the next page is fetched with GET. */
export function redirect(to: string, headers: readonly Header[] = []): Reply {
  return { status: 303, headers: [['Location', to], ['Cache-Control', 'no-store'], ...headers], body: '' };
}

/** Done, with nothing to show. */
export function nothing(status: 204 | 400 | 403 | 404 = 204): Reply {
  return { status, headers: [['Cache-Control', 'no-store']], body: '' };
}

/** Adds header lines to an answer. */
export function withHeaders(reply: Reply, headers: readonly Header[]): Reply {
  return 'bytes' in reply ? reply : { ...reply, headers: [...reply.headers, ...headers] };
}

/** The body as JSON; `undefined` where it is none. */
export function jsonBody(exchange: Exchange): unknown {
  try {
    return JSON.parse(exchange.body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The body of a form. */
export function formBody(exchange: Exchange): URLSearchParams {
  return new URLSearchParams(exchange.body.toString('utf8'));
}

/** Reads a request of Node's to its end. */
export async function readExchange(request: IncomingMessage, url: URL, at: number): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const cookie = request.headers.cookie ?? '';
  return {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    cookie,
    cookies: parseCookieHeader(cookie),
    body: Buffer.concat(chunks),
    at,
  };
}

/** Sends an answer. */
export function sendReply(reply: Reply, response: ServerResponse): void {
  if ('bytes' in reply) {
    response.socket?.end(reply.bytes);
    return;
  }
  const length: Header = ['Content-Length', String(Buffer.byteLength(reply.body))];
  const headers = reply.status === 204 ? reply.headers : [...reply.headers, length];
  response.writeHead(reply.status, headers.flat());
  response.end(reply.body);
}
