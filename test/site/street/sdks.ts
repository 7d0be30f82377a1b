import { HOG, SNOW } from '../neighbours/collectors.ts';
import { amplitude, elasticIds, newRelic, openReplay, segment, statsig, statsigIds, vercel } from './answers.ts';
import { inAddress, inBody, plainThanks, thanks, type Sdk } from './sdk.ts';

/** The SDKs on the street, each by the name its shop goes by. */
export const SDKS = {
  posthog: {
    maker: 'PostHog',
    shipped: { as: 'script', path: 'posthog-js/dist/array.no-external.js' },
    collectors: ['us.i.posthog.com', 'us-assets.i.posthog.com'],
    ...HOG,
  },
  snowplow: {
    maker: 'Snowplow',
    shipped: { as: 'script', path: '@snowplow/browser-tracker/dist/index.umd.min.js' },
    collectors: ['street.collector.snplow.net'],
    ...SNOW,
  },
  amplitude: {
    maker: 'Amplitude',
    shipped: { as: 'script', path: '@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js' },
    collectors: ['api2.amplitude.com', 'sr-client-cfg.amplitude.com', 'diagnostics.prod.us-west-2.amplitude.com'],
    read: inBody('device_id'),
    answer: amplitude,
  },
  segment: {
    maker: 'Segment',
    shipped: { as: 'script', path: '@segment/analytics-next/dist/umd/index.js' },
    collectors: ['api.segment.io', 'cdn.segment.com'],
    read: inBody('anonymousId'),
    answer: segment,
  },
  ga4: {
    maker: 'Google Analytics',
    shipped: { as: 'script', path: '@minimal-analytics/ga4/dist/index.js' },
    collectors: ['www.google-analytics.com'],
    read: inAddress('cid'),
    answer: plainThanks,
  },
  plausible: {
    maker: 'Plausible',
    shipped: { as: 'module', path: '@plausible-analytics/tracker/plausible.js' },
    collectors: ['plausible.io'],
    read: inBody('id', 'uid', 'user_id', 'visitor_id', 'device_id', 'anonymous_id', 'distinct_id'),
    answer: plainThanks,
  },
  sentry: {
    maker: 'Sentry',
    shipped: { as: 'modules', path: '@sentry/browser/build/npm/esm/prod/index.js' },
    collectors: ['o1.ingest.sentry.io'],
    // A session names its visitor so, where the site has told who it is.
    read: inBody('did'),
    answer: thanks,
  },
  elastic: {
    maker: 'Elastic',
    shipped: { as: 'script', path: '@elastic/apm-rum/dist/bundles/elastic-apm-rum.umd.min.js' },
    collectors: ['street.apm.eu-central-1.aws.elastic-cloud.com'],
    read: elasticIds,
    answer: plainThanks,
  },
  newrelic: {
    maker: 'New Relic',
    shipped: { as: 'modules', path: '@newrelic/browser-agent/dist/esm/loaders/browser-agent.js' },
    collectors: ['bam.nr-data.net'],
    read: inAddress('s'),
    answer: newRelic,
  },
  openreplay: {
    maker: 'OpenReplay',
    shipped: { as: 'modules', path: '@openreplay/tracker/dist/lib/entry.js' },
    collectors: ['api.openreplay.com'],
    read: inBody('userUUID'),
    answer: openReplay,
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
  },
  statsig: {
    maker: 'Statsig',
    shipped: { as: 'script', path: 'statsig-js/build/statsig-prod-web-sdk.js' },
    collectors: ['featureassets.org', 'prodregistryv2.org'],
    read: statsigIds,
    answer: statsig,
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

/** The site whose pages load it. */
export function hostOf(name: SdkName): string {
  return `${name}-shop.example`;
}
