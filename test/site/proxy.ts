import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createSecureServer as createStreamServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Certificate } from './certificate.ts';
import type { SiteClock } from './clock.ts';
import { readExchange, sendReply, type Exchange, type Reply } from './exchange.ts';

/** One thing a browser asked of the proxy, to a demo site or to anywhere else. */
export interface ProxiedRequest {
  /** A `connect` opens a TLS connection; what is asked inside it of a demo site, a web socket too, follows by itself. */
  readonly kind: 'connect' | 'request' | 'socket';
  readonly method: string;
  /** The full URL; for a `connect` the host and port. */
  readonly url: string;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  /** ms since the epoch by the sites' clock. */
  readonly at: number;
  /** Whether it went to a demo site; anything else got 502. */
  readonly known: boolean;
}

/** A running proxy. */
export interface Proxy {
  readonly port: number;
  readonly log: readonly ProxiedRequest[];
  readonly stop: () => Promise<void>;
}

interface ProxyPlan {
  readonly clock: SiteClock;
  readonly certificate: Certificate;
  /** The demo site of a host; `undefined` where there is none. */
  find(host: string): ((exchange: Exchange) => Reply | Promise<Reply>) | undefined;
  /** The site of a host that runs on a server of its own, and is handed requests as they come. */
  server(host: string): RequestListener | undefined;
  /** Takes the messages of web sockets that are opened to a host; `undefined` where none can be. */
  messages(host: string): ((text: string) => void) | undefined;
  /** Whether a host speaks HTTP/2, over which alone a browser sends a body while it is still being made. */
  streams(host: string): boolean;
}

/** Idle connections stay open (a beacon must never meet one that is just closing); long addresses are let through. */
const LASTING = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0, maxHeaderSize: 262_144 } as const;

const REFUSAL = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/**
 * Starts the forward proxy on a free loopback port. Absolute-form requests are plain http; `CONNECT` to port 443 of a
 * demo site ends in TLS here. It writes down everything it is asked for.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2 (absolute-form)
 */
export async function startProxy(plan: ProxyPlan): Promise<Proxy> {
  const log: ProxiedRequest[] = [];
  const sockets = new Set<Socket>();

  const serve = async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = url.port === '' ? plan.find(url.hostname) : undefined;
    const server = url.port === '' ? plan.server(url.hostname) : undefined;
    const entry = { method: request.method ?? 'GET', url: url.href, host: url.hostname, headers: request.headers };
    const known = answer !== undefined || server !== undefined;
    log.push({ kind: 'request', ...entry, at: plan.clock.now(), known });
    if (server !== undefined) {
      server(request, response);
      return;
    }
    if (answer === undefined) {
      response.writeHead(502, { 'Content-Type': 'text/plain' }).end('There is no such demo site.\n');
      return;
    }
    const exchange = await readExchange(request, url, plan.clock.now());
    sendReply(await answer(exchange), response);
  };

  const listener = (scheme: 'http' | 'https') => (request: IncomingMessage, response: ServerResponse) => {
    const authority = request.headers.host ?? request.headers[':authority'];
    const base = `${scheme}://${typeof authority === 'string' ? authority : 'unknown.invalid'}`;
    const target = request.url ?? '/';
    const address = target.startsWith('/') ? base + target : target;
    if (!URL.canParse(address)) {
      response.writeHead(400).end();
      return;
    }
    // An error here is our own bug, or a browser that went away in the middle of a request.
    serve(new URL(address), request, response).catch((error: unknown) => {
      if (!request.destroyed) console.error(error);
      response.destroy();
    });
  };

  const secure = createTlsServer({ ...plan.certificate, ...LASTING }, listener('https'));
  const streaming = createStreamServer({ ...plan.certificate, allowHTTP1: true }, (request, response) => {
    // Its requests and answers are made to be used as those of HTTP/1.
    listener('https')(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  });
  const webSockets = new WebSocketServer({ noServer: true });
  secure.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const { host = '' } = request.headers;
    const heard = plan.messages(host);
    const entry = { method: 'GET', url: `wss://${host}${request.url ?? '/'}`, host, headers: request.headers };
    log.push({ kind: 'socket', ...entry, at: plan.clock.now(), known: heard !== undefined });
    if (heard === undefined) {
      socket.destroy();
      return;
    }
    webSockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('message', (data: Buffer) => {
        heard(data.toString('utf8'));
        opened.send('heard');
      });
    });
  });
  const server = createServer(LASTING, listener('http'));
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const known = port === '443' && (plan.find(host) ?? plan.server(host)) !== undefined;
    const entry = { method: 'CONNECT', url: request.url ?? '', host, headers: request.headers };
    log.push({ kind: 'connect', ...entry, at: plan.clock.now(), known });
    socket.on('error', () => socket.destroy());
    if (!known) {
      socket.end(REFUSAL);
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.unshift(head);
    (plan.streams(host) ? streaming : secure).emit('connection', socket);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
