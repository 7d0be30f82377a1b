import { HOG, SNOW } from '../neighbours/collectors.ts';
import { amplitude, elasticIds, newRelic, openReplay, segment, statsig, statsigIds, vercel } from './answers.ts';
import {
  at,
  calls,
  envelope,
  intake,
  named,
  newRelicEvents,
  openReplayEvents,
  parameter,
  snowplow,
} from './events-in.ts';
import { MORE_SDKS } from './more-sdks.ts';
import { inAddress, inBody, plainThanks, thanks, type Sdk } from './sdk.ts';

/** The SDKs on the street that are looked at for their numbers, each by the name its shop goes by. */
export const SDKS = {
  posthog: {
    maker: 'PostHog',
    shipped: { as: 'script', path: 'posthog-js/dist/array.no-external.js' },
    collectors: ['us.i.posthog.com', 'us-assets.i.posthog.com'],
    ...HOG,
    events: named('event', 'batch.*.event', '*.event'),
  },
  snowplow: {
    maker: 'Snowplow',
    shipped: { as: 'script', path: '@snowplow/browser-tracker/dist/index.umd.min.js' },
    collectors: ['street.collector.snplow.net'],
    ...SNOW,
    events: snowplow,
  },
  amplitude: {
    maker: 'Amplitude',
    shipped: { as: 'script', path: '@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js' },
    collectors: ['api2.amplitude.com', 'sr-client-cfg.amplitude.com', 'diagnostics.prod.us-west-2.amplitude.com'],
    read: inBody('device_id'),
    answer: amplitude,
    events: at(/\/httpapi$/u, named('events.*.event_type')),
  },
  segment: {
    maker: 'Segment',
    shipped: { as: 'script', path: '@segment/analytics-next/dist/umd/index.js' },
    collectors: ['api.segment.io', 'cdn.segment.com'],
    read: inBody('anonymousId'),
    answer: segment,
    events: at(/\/v1\/\w+$/u, calls),
  },
  ga4: {
    maker: 'Google Analytics',
    shipped: { as: 'script', path: '@minimal-analytics/ga4/dist/index.js' },
    collectors: ['www.google-analytics.com'],
    read: inAddress('cid'),
    answer: plainThanks,
    events: parameter('en'),
  },
  plausible: {
    maker: 'Plausible',
    shipped: { as: 'module', path: '@plausible-analytics/tracker/plausible.js' },
    collectors: ['plausible.io'],
    read: inBody('id', 'uid', 'user_id', 'visitor_id', 'device_id', 'anonymous_id', 'distinct_id'),
    answer: plainThanks,
    events: named('n'),
  },
  sentry: {
    maker: 'Sentry',
    shipped: { as: 'modules', path: '@sentry/browser/build/npm/esm/prod/index.js' },
    collectors: ['o1.ingest.sentry.io'],
    // A session names its visitor so, where the site has told who it is.
    read: inBody('did'),
    answer: thanks,
    events: envelope,
  },
  elastic: {
    maker: 'Elastic',
    shipped: { as: 'script', path: '@elastic/apm-rum/dist/bundles/elastic-apm-rum.umd.min.js' },
    collectors: ['street.apm.eu-central-1.aws.elastic-cloud.com'],
    read: elasticIds,
    answer: plainThanks,
    events: intake,
  },
  newrelic: {
    maker: 'New Relic',
    shipped: { as: 'modules', path: '@newrelic/browser-agent/dist/esm/loaders/browser-agent.js' },
    collectors: ['bam.nr-data.net'],
    read: inAddress('s'),
    answer: newRelic,
    events: newRelicEvents,
  },
  openreplay: {
    maker: 'OpenReplay',
    shipped: { as: 'modules', path: '@openreplay/tracker/dist/lib/entry.js' },
    collectors: ['api.openreplay.com'],
    read: inBody('userUUID'),
    answer: openReplay,
    events: openReplayEvents,
  },
  vercel: {
    maker: 'Vercel',
    shipped: { as: 'module', path: '@vercel/analytics/dist/index.mjs' },
    collectors: [],
    read: inBody('id', 'uid', 'user_id', 'visitor_id', 'device_id', 'anonymous_id', 'distinct_id'),
    answer: vercel,
  },
  jitsu: {
    maker: 'Jitsu',
    shipped: { as: 'module', path: '@jitsu/js/dist/jitsu.es.js' },
    collectors: ['street.d.jitsu.com'],
    read: inBody('anonymousId'),
    answer: thanks,
    events: calls,
  },
  statsig: {
    maker: 'Statsig',
    shipped: { as: 'script', path: 'statsig-js/build/statsig-prod-web-sdk.js' },
    collectors: ['featureassets.org', 'prodregistryv2.org'],
    read: statsigIds,
    answer: statsig,
    events: named('events.*.eventName'),
  },
  fingerprint: {
    maker: 'FingerprintJS',
    shipped: { as: 'script', path: '@fingerprintjs/fingerprintjs/dist/fp.umd.min.js' },
    collectors: ['collect.fingerprint-shop.example'],
    read: inBody('visitorId'),
    answer: thanks,
  },
} as const satisfies Readonly<Record<string, Sdk>>;

export type SdkName = keyof typeof SDKS;

export const SDK_NAMES = Object.keys(SDKS) as readonly SdkName[];

/** All SDKs on the street. */
export const STREET = { ...SDKS, ...MORE_SDKS } as const satisfies Readonly<Record<string, Sdk>>;

export type StreetName = keyof typeof STREET;

export const STREET_NAMES = Object.keys(STREET) as readonly StreetName[];

/** Those that tell of events, each in a story of its own. */
export const TELLERS = STREET_NAMES.filter((name) => (STREET[name] as Sdk).events !== undefined);

/** The site whose pages load it. */
export function hostOf(name: StreetName): string {
  return `${name}-shop.example`;
}

/** A site of the same, to which its SDK reports instead of its collector. */
export function relayingHostOf(name: StreetName): string {
  return `relaying-${hostOf(name)}`;
}
