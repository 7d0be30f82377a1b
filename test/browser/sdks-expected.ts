import type { ReasonKey } from '#core/verdict.ts';
import { SDK_NAMES, type SdkName } from '../site/street/sdks.ts';

/** Where an SDK's number for the visitor is kept, and why Known As takes it for one. */
export interface Place {
  readonly in: 'cookie' | 'local-storage';
  readonly name: string;
  readonly says: readonly ReasonKey[];
}

/** What Known As is to say of an SDK's number; its places in the order of their names. */
export interface Expected {
  /** `null`: nothing about it says whose it is. */
  readonly vendor: string | null;
  readonly places: readonly Place[];
}

function cookie(name: string, ...says: readonly ReasonKey[]): Place {
  return { in: 'cookie', name, says: ['knownFormat', ...says, 'lastsLong'] };
}

function local(name: string, ...says: readonly ReasonKey[]): Place {
  return { in: 'local-storage', name, says: ['knownFormat', ...says, 'neverExpires'] };
}

/** For each SDK; `null` where none is kept and none is sent. */
export const EXPECTED: Readonly<Record<SdkName, Expected | null>> = {
  posthog: {
    vendor: 'PostHog',
    places: [
      cookie('ph_phc_street_posthog', 'uuid', 'partOfValue'),
      local('ph_phc_street_posthog', 'uuid', 'partOfValue'),
    ],
  },
  snowplow: { vendor: 'Snowplow', places: [cookie('_sp_id.2dc3', 'uuid', 'partOfValue')] },
  amplitude: { vendor: 'Amplitude', places: [cookie('AMP_5d1f0c7e9a', 'uuid', 'partOfValue')] },
  segment: { vendor: 'Segment', places: [cookie('ajs_anonymous_id', 'uuid'), local('ajs_anonymous_id', 'uuid')] },
  ga4: { vendor: 'Google Analytics', places: [local('clientId')] },
  plausible: null,
  sentry: null,
  elastic: null,
  newrelic: { vendor: 'New Relic', places: [local('NRBA_SESSION::3daa91ec', 'partOfValue')] },
  openreplay: { vendor: 'OpenReplay', places: [local('__openreplay_uuid', 'uuid')] },
  vercel: null,
  jitsu: { vendor: 'Jitsu', places: [cookie('__eventn_id', 'uuid')] },
  statsig: {
    vendor: 'Statsig',
    places: [
      local('STATSIG_LOCAL_STORAGE_INTERNAL_STORE_V4', 'uuid', 'partOfValue'),
      local('STATSIG_LOCAL_STORAGE_STABLE_ID', 'uuid'),
    ],
  },
  // Kept by the page, under a name of its own that the Open Cookie Database happens to list.
  fingerprint: {
    vendor: null,
    places: [{ in: 'cookie', name: 'visitor_id', says: ['randomBits', 'lastsLong', 'listedAdvertising'] }],
  },
};

/** The one whose number is worked out anew from the browser each time. */
export const COMPUTED = 'fingerprint';

export const NO_NUMBER = SDK_NAMES.filter((name) => EXPECTED[name] === null);
export const NUMBERED = SDK_NAMES.filter((name) => EXPECTED[name] !== null);
