import { nothing, withHeaders } from '../exchange.ts';
import type { DemoSite, Exchange, Header, Reply } from '../exchange.ts';
import { logged, type LoggedRequest } from '../request-log.ts';
import type { Collected } from './payloads.ts';

/** A request to a collector, with what it said. */
interface CollectedRequest extends LoggedRequest, Collected {}

/** What one collector wrote down. */
export interface CollectorLog {
  readonly requests: readonly CollectedRequest[];
  /** Every visitor number that arrived, once, in the order they came. */
  readonly visitorIds: readonly string[];
  /** Numbers that the collector itself gave. */
  readonly given: readonly string[];
}

/** A log while it is written. */
export interface Collecting extends CollectorLog {
  readonly requests: CollectedRequest[];
  readonly visitorIds: string[];
  readonly given: string[];
}

export type Collector = DemoSite & {
  readonly collected: CollectorLog;
  readonly answer: (exchange: Exchange) => Reply;
};

/** What a collector understands, and what it answers. */
export interface CollectorManner {
  readonly read: (exchange: Exchange) => Collected;
  readonly answer: (exchange: Exchange, log: Collecting) => Reply;
}

/** Lets the pages of any site read the answers with their cookies. */
function crossOrigin({ headers }: Exchange): readonly Header[] {
  const { origin } = headers;
  if (origin === undefined) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', 'GET, POST, OPTIONS'],
    ['Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? 'Content-Type'],
    ['Vary', 'Origin'],
  ];
}

/** Where an SDK reports: writes down what arrives at its hosts. */
export function collector(hosts: readonly string[], { read, answer }: CollectorManner): Collector {
  const collected: Collecting = { requests: [], visitorIds: [], given: [] };
  return {
    hosts,
    collected,
    log: () => ({ site: hosts[0], ...collected }),
    answer: (exchange) => {
      if (exchange.method === 'OPTIONS') return withHeaders(nothing(), crossOrigin(exchange));
      const said = read(exchange);
      collected.requests.push({ ...logged(exchange), ...said });
      for (const id of said.ids) if (!collected.visitorIds.includes(id)) collected.visitorIds.push(id);
      return withHeaders(answer(exchange, collected), crossOrigin(exchange));
    },
  };
}
