import { request, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';

/** An answer that came through the proxy. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly setCookies: readonly string[];
  readonly text: string;
}

/** What goes with a question. A body makes it a POST. */
export interface Question {
  readonly cookie?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A weather site's headers are long and hold control characters. */
const LENIENT = { maxHeaderSize: 262_144, insecureHTTPParser: true } as const;

/** Opens a tunnel through the proxy; the certificate is the demo's own. */
async function tunnel(proxyPort: number, host: string): Promise<Socket> {
  const connecting = request({ port: proxyPort, host: '127.0.0.1', method: 'CONNECT', path: `${host}:443` });
  const socket = await new Promise<Socket>((resolve, reject) => {
    connecting.on('error', reject).on('connect', (response, raw: Socket) => {
      if (response.statusCode === 200) resolve(raw);
      else reject(new Error(`CONNECT was answered ${response.statusCode}`));
    });
    connecting.end();
  });
  return connect({ socket, servername: host, rejectUnauthorized: false });
}

/** Asks a demo site through the proxy, as a browser without a cookie jar. */
export async function ask(proxyPort: number, address: string, question: Question = {}): Promise<Answer> {
  const url = new URL(address);
  const headers = { host: url.host, ...question.headers, ...(question.cookie ? { cookie: question.cookie } : {}) };
  const method = question.body === undefined ? 'GET' : 'POST';
  const path = `${url.pathname}${url.search}`;
  const socket = url.protocol === 'https:' ? await tunnel(proxyPort, url.hostname) : undefined;
  const asking =
    socket === undefined
      ? request({ host: '127.0.0.1', port: proxyPort, path: url.href, method, headers, ...LENIENT })
      : request({ createConnection: () => socket, path, method, headers, ...LENIENT });
  return new Promise<Answer>((resolve, reject) => {
    asking.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        socket?.destroy();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          setCookies: response.headers['set-cookie'] ?? [],
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    asking.end(question.body);
  });
}
