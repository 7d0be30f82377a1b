import { gunzipSync } from 'node:zlib';
import { type DemoSite, type Exchange, fileReply, nothing, withHeaders } from '../exchange.ts';

/** One event that arrived, and how. */
export interface Arrived {
  /** The way it was sent in, as it says itself. */
  readonly event: string;
  readonly method: string;
  readonly path: string;
}

/** Where the outbox's pages report: writes down every event that arrives, whatever form it came in. */
export interface Inbox extends DemoSite {
  readonly arrived: readonly Arrived[];
  /** A message that came through a web socket. */
  readonly message: (text: string) => void;
}

export const INBOX = 'events.inbox-partner.example';

/** The same partner's host that takes bodies while they are made. */
export const STREAMS = 'streams.inbox-partner.example';

/** The events in a text that was sent: it names them in JSON or in fields, alone or among other things. */
export function eventsIn(text: string): readonly string[] {
  const json = [...text.matchAll(/"event":\s*"([a-z-]+)"/gu)].map(([, name]) => name ?? '');
  const fields = [...text.matchAll(/(?:^|[&?])(?:event|en)=([a-z-]+)/gu)].map(([, name]) => name ?? '');
  const parts = [...text.matchAll(/name="event"\r\n\r\n([a-z-]+)\r\n/gu)].map(([, name]) => name ?? '');
  return [...json, ...fields, ...parts];
}

function textOf(body: Buffer): string {
  return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString('utf8');
}

/** Makes it. */
export function createInbox(): Inbox {
  const arrived: Arrived[] = [];
  return {
    hosts: [INBOX, STREAMS],
    arrived,
    message: (text) => {
      for (const event of eventsIn(text)) arrived.push({ event, method: 'SOCKET', path: '/socket' });
    },
    log: () => arrived,
    answer: ({ method, url, body, headers }: Exchange) => {
      const open = [
        ['Access-Control-Allow-Origin', headers.origin ?? '*'],
        ['Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? 'content-type'],
      ] as const;
      if (method === 'OPTIONS') return withHeaders(nothing(), open);
      for (const event of [...eventsIn(url.search), ...eventsIn(textOf(body))])
        arrived.push({ event, method, path: url.pathname });
      const type = url.pathname === '/stream' ? 'text/event-stream' : 'text/plain';
      return withHeaders(fileReply(url.pathname.endsWith('.js') ? 'text/javascript' : type, '', 'no-store'), open);
    },
  };
}
