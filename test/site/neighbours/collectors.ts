import { randomUUID } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import { fileReply, jsonReply, nothing, withHeaders } from '../exchange.ts';
import type { DemoSite, Exchange, Header, Reply } from '../exchange.ts';
import { logged, type LoggedRequest } from '../request-log.ts';
import { readHog, readSnow, type Collected } from './payloads.ts';

/** A request to a collector, with what it said. */
interface CollectedRequest extends LoggedRequest, Collected {}

/** What one collector wrote down. */
interface CollectorLog {
  readonly requests: readonly CollectedRequest[];
  /** Every visitor number that arrived, once, in the order they came. */
  readonly visitorIds: readonly string[];
  /** Numbers that the collector itself gave by cookie. */
  readonly given: readonly string[];
}

/** The two collectors of the shop's SDKs: PostHog's and Snowplow's. */
export interface CollectorsLog {
  readonly hog: CollectorLog;
  readonly snow: CollectorLog;
}

interface Collecting {
  readonly requests: CollectedRequest[];
  readonly visitorIds: string[];
  readonly given: string[];
}

type Collector = DemoSite & { readonly collected: CollectorLog };

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

function collector(
  host: string,
  { read, answer }: { read: (exchange: Exchange) => Collected; answer: (exchange: Exchange, log: Collecting) => Reply },
): Collector {
  const collected: Collecting = { requests: [], visitorIds: [], given: [] };
  return {
    hosts: [host],
    collected,
    log: () => ({ site: host, ...collected }),
    answer: (exchange) => {
      if (exchange.method === 'OPTIONS') return withHeaders(nothing(), crossOrigin(exchange));
      const said = read(exchange);
      collected.requests.push({ ...logged(exchange), ...said });
      for (const id of said.ids) if (!collected.visitorIds.includes(id)) collected.visitorIds.push(id);
      return withHeaders(answer(exchange, collected), crossOrigin(exchange));
    },
  };
}

/** PostHog's server: settings for the SDK, no feature flags, and thanks for every event. */
function hogAnswer({ url }: Exchange): Reply {
  if (url.pathname.endsWith('/config.js')) return fileReply('text/javascript', '', 'no-store');
  if (url.pathname.startsWith('/flags')) return jsonReply({ featureFlags: {}, errorsWhileComputingFlags: false });
  if (url.pathname.startsWith('/array/')) return jsonReply({ supportedCompression: ['gzip', 'gzip-js'] });
  return jsonReply({ status: 1 });
}

/** Snowplow's collector: its own network user id in a cookie, renewed with every answer. */
function snowAnswer(exchange: Exchange, log: Collecting): Reply {
  const number = exchange.cookies.get('sp') ?? randomUUID();
  if (!log.given.includes(number)) log.given.push(number);
  const line: Header = ['Set-Cookie', setCookieLine('sp', number, { days: 365, crossSite: true })];
  return withHeaders(fileReply('text/plain', 'ok', 'no-store'), [line]);
}

export function createCollectors(): { readonly hog: Collector; readonly snow: Collector } {
  return {
    hog: collector('eu.hog-collector.example', { read: readHog, answer: hogAnswer }),
    snow: collector('sp.snow-collector.example', { read: readSnow, answer: snowAnswer }),
  };
}
