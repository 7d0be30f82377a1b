import { randomUUID } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import { fileReply, jsonReply, withHeaders } from '../exchange.ts';
import type { Exchange, Header, Reply } from '../exchange.ts';
import { collector, type Collecting, type Collector, type CollectorLog, type CollectorManner } from './collector.ts';
import { readHog, readSnow } from './payloads.ts';

/** The two collectors of the shop's SDKs: PostHog's and Snowplow's. */
export interface CollectorsLog {
  readonly hog: CollectorLog;
  readonly snow: CollectorLog;
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

export const HOG: CollectorManner = { read: readHog, answer: hogAnswer };
export const SNOW: CollectorManner = { read: readSnow, answer: snowAnswer };

export function createCollectors(): { readonly hog: Collector; readonly snow: Collector } {
  return {
    hog: collector(['eu.hog-collector.example'], HOG),
    snow: collector(['sp.snow-collector.example'], SNOW),
  };
}
