import { createHash } from 'node:crypto';
import type { StreetName } from '../site/street/sdks.ts';

/** What an SDK's story is to tell. */
export interface Story {
  /** As Known As calls whom it is told to. */
  readonly vendor: string;
  /** By their maker's words; more may be told. */
  readonly names: readonly string[];
  /** The first of them, where the others are told once the person goes elsewhere, and not before. */
  readonly begins?: readonly string[];
  /** What was searched for, ordered and who signed in, where the maker has a word for it. */
  readonly search?: 'wool socks' | 'q';
  readonly order?: 'S-1047';
  readonly value?: 59.9;
  readonly user?: string;
  /** Numbers that the visitor goes by; one, where nothing is said. */
  readonly visitors?: number;
}

const SEARCH = { search: 'wool socks' } as const;
const USER = { user: 'customer-81' } as const;
const ORDER = { order: 'S-1047', value: 59.9 } as const;
const NAMES = ['Newsletter joined', 'Search', 'Order placed'] as const;

export const STORIES: Readonly<Partial<Record<StreetName, Story>>> = {
  posthog: { vendor: 'PostHog', names: ['$pageview', '$identify', ...NAMES], ...SEARCH, ...ORDER, ...USER },
  snowplow: { vendor: 'Snowplow', names: ['pv', 'se', 'ue', 'ue', 'se'], ...SEARCH, ...ORDER, ...USER },
  amplitude: { vendor: 'Amplitude', names: ['$identify', ...NAMES], ...SEARCH, ...ORDER, ...USER },
  segment: {
    vendor: 'Segment',
    names: ['page', 'Newsletter joined', 'Products Searched', 'Order Completed', 'identify'],
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  ga4: {
    vendor: 'Google Analytics',
    names: ['view_search_results', 'page_view', 'newsletter_joined', 'purchase', 'login'],
    // Of `?q=wool+socks` this SDK tells the parameter’s name.
    search: 'q',
    ...ORDER,
    ...USER,
  },
  plausible: { vendor: 'Plausible', names: ['pageview', ...NAMES], ...SEARCH, ...ORDER },
  sentry: { vendor: 'Sentry', names: ['event', 'event', 'span'], ...USER },
  elastic: { vendor: 'Elastic APM', names: ['transaction', 'error'], ...USER },
  newrelic: { vendor: 'New Relic', names: ['PageAction', 'PageAction', 'PageAction'], ...SEARCH, ...ORDER, ...USER },
  openreplay: { vendor: 'OpenReplay', names: ['start', 'recording'], ...USER },
  jitsu: {
    vendor: 'Jitsu',
    names: ['page', 'Newsletter joined', 'Products Searched', 'Order Completed', 'identify'],
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  statsig: { vendor: 'Statsig', names: ['page_view', 'Signed in', ...NAMES], ...SEARCH, ...ORDER, ...USER },
  mixpanel: {
    vendor: 'Mixpanel',
    names: ['$mp_web_page_view', '$identify', 'engage', ...NAMES],
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  countly: { vendor: 'Countly', names: ['[CLY]_view', 'user_details', ...NAMES], ...SEARCH, ...ORDER, ...USER },
  alloy: {
    vendor: 'Adobe Experience Platform',
    names: [
      'web.webpagedetails.pageViews',
      'newsletter.joined',
      'web.webinteraction.siteSearch',
      'commerce.purchases',
      'userAccount.logins',
    ],
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  mparticle: {
    vendor: 'mParticle',
    names: ['screen_view', 'custom_event', 'custom_event', 'commerce_event'],
    // By the browser’s until it is told its own.
    visitors: 2,
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  datadog: {
    vendor: 'Datadog',
    names: ['view', 'action', 'action', 'action', 'error'],
    begins: [],
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  piano: {
    vendor: 'Piano Analytics',
    names: ['page.display', 'newsletter.joined', 'internal_search_result.display', 'transaction.confirmation'],
    ...SEARCH,
    ...ORDER,
    ...USER,
  },
  optimizely: { vendor: 'Optimizely', names: ['Newsletter joined', 'Order placed'], ...ORDER },
  clarity: {
    vendor: 'Microsoft Clarity',
    names: ['recording', 'Newsletter joined'],
    // It hashes what the site calls the person.
    user: createHash('sha256').update('customer-81').digest('hex'),
  },
};
