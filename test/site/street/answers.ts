import { randomUUID } from 'node:crypto';
import { fileReply, jsonBody, jsonReply, type Exchange, type Reply } from '../exchange.ts';
import type { Collecting } from '../neighbours/collector.ts';
import { textOf, type Collected } from '../neighbours/payloads.ts';
import { siteFile } from '../page-files.ts';
import { inBody, thanks } from './sdk.ts';

// What each SDK has to be told to go on.

/** Amplitude: an empty remote configuration, or thanks. */
export function amplitude({ url, at }: Exchange): Reply {
  if (url.hostname.startsWith('sr-client-cfg.')) return jsonReply({ configs: {} });
  return jsonReply({ code: 200, events_ingested: 1, payload_size_bytes: 1, server_upload_time: at });
}

/** Segment: a source's settings, with no destination but Segment itself. */
export function segment({ url }: Exchange): Reply {
  if (!url.pathname.endsWith('/settings')) return thanks();
  return jsonReply({ integrations: { 'Segment.io': { apiKey: 'street', apiHost: 'api.segment.io/v1' } }, plan: {} });
}

/** New Relic: which parts of the agent are to run; all but traces and recordings. */
export function newRelic({ at }: Exchange): Reply {
  const app = { agents: [{ entityGuid: 'street' }], nrServerTime: at };
  return jsonReply({ app, loaded: 1, err: 1, ins: 1, spa: 1, st: 0, sts: 0, sr: 0, srs: 0, log: 0 });
}

/** OpenReplay: the start of a session; who comes without a number gets one. */
export function openReplay(exchange: Exchange, log: Collecting): Reply {
  if (!exchange.url.pathname.endsWith('/web/start')) return jsonReply({ tags: [], flags: [] });
  const asked = jsonBody(exchange) as { readonly userUUID?: string | null } | undefined;
  const userUUID = asked?.userUUID ?? randomUUID();
  if (!log.given.includes(userUUID)) log.given.push(userUUID);
  const session = { token: `street-${exchange.at}`, sessionID: String(exchange.at), projectID: '1', delay: 0 };
  return jsonReply({ ...session, userUUID, startTimestamp: exchange.at, beaconSizeLimit: 1_000_000 });
}

/** Vercel: its script comes from Vercel's own servers and is in no package, so that this is one of ours. */
export function vercel({ url }: Exchange): Reply {
  if (!url.pathname.endsWith('/script.js')) return thanks();
  return fileReply('text/javascript', siteFile('page/street/vercel-insights.js'));
}

/** Statsig: no gates and no experiments, or thanks. */
export function statsig({ url, at }: Exchange): Reply {
  if (!url.pathname.endsWith('/initialize')) return thanks();
  return jsonReply({ feature_gates: {}, dynamic_configs: {}, layer_configs: {}, has_updates: true, time: at });
}

/** Statsig's first request is in base64, written backwards. */
export function statsigIds(exchange: Exchange): Collected {
  const read = inBody('stableID');
  if (exchange.headers['statsig-encoded'] !== '1') return read(exchange);
  const { text } = textOf(exchange.body);
  return {
    ...read({ ...exchange, body: Buffer.from(text.split('').toReversed().join(''), 'base64') }),
    form: 'base64',
  };
}

/** Elastic: the user of an event, where the site has told who it is; its names are shortened. */
export function elasticIds({ body }: Exchange): Collected {
  const { form, text } = textOf(body);
  return { form, ids: [...text.matchAll(/"u":\{"id":"([^"]+)"/gu)].map(([, id = '']) => id), events: [] };
}
