import type { Vendor } from './hit/vendor.ts';
import { SIX_SENSE } from './vendors/6sense.ts';
import { ADOBE_ANALYTICS } from './vendors/adobe-analytics.ts';
import { ADOBE_AUDIENCE_MANAGER } from './vendors/adobe-audience-manager.ts';
import { ADOBE_EXPERIENCE_PLATFORM } from './vendors/adobe-experience-platform.ts';
import { AMAZON_ADS } from './vendors/amazon-ads.ts';
import { AMPLITUDE } from './vendors/amplitude.ts';
import { BRAZE } from './vendors/braze.ts';
import { CHARTBEAT } from './vendors/chartbeat.ts';
import { CLARITY } from './vendors/clarity.ts';
import { CLOUDFLARE_WEB_ANALYTICS } from './vendors/cloudflare-web-analytics.ts';
import { COMSCORE } from './vendors/comscore.ts';
import { COUNTLY } from './vendors/countly.ts';
import { CRITEO } from './vendors/criteo.ts';
import { DATADOG } from './vendors/datadog.ts';
import { DEMANDBASE } from './vendors/demandbase.ts';
import { ELASTIC_APM } from './vendors/elastic-apm.ts';
import { FLOODLIGHT } from './vendors/floodlight.ts';
import { FULLSTORY } from './vendors/fullstory.ts';
import { GOOGLE_ADS } from './vendors/google-ads.ts';
import { GOOGLE_ANALYTICS } from './vendors/google-analytics.ts';
import { HEAP } from './vendors/heap.ts';
import { HOTJAR } from './vendors/hotjar.ts';
import { HUBSPOT } from './vendors/hubspot.ts';
import { JITSU } from './vendors/jitsu.ts';
import { KLAVIYO } from './vendors/klaviyo.ts';
import { LINKEDIN } from './vendors/linkedin.ts';
import { LOGROCKET } from './vendors/logrocket.ts';
import { MARKETO } from './vendors/marketo.ts';
import { MATOMO } from './vendors/matomo.ts';
import { META } from './vendors/meta.ts';
import { MICROSOFT_ADVERTISING } from './vendors/microsoft-advertising.ts';
import { MIXPANEL } from './vendors/mixpanel.ts';
import { MPARTICLE } from './vendors/mparticle.ts';
import { NEW_RELIC } from './vendors/new-relic.ts';
import { OPENREPLAY } from './vendors/openreplay.ts';
import { OPTIMIZELY } from './vendors/optimizely.ts';
import { OUTBRAIN } from './vendors/outbrain.ts';
import { PARSELY } from './vendors/parsely.ts';
import { PIANO_ANALYTICS } from './vendors/piano-analytics.ts';
import { PINTEREST } from './vendors/pinterest.ts';
import { PIWIK_PRO } from './vendors/piwik-pro.ts';
import { PLAUSIBLE } from './vendors/plausible.ts';
import { POSTHOG } from './vendors/posthog.ts';
import { QUANTCAST } from './vendors/quantcast.ts';
import { REDDIT } from './vendors/reddit.ts';
import { RUDDERSTACK } from './vendors/rudderstack.ts';
import { SEGMENT } from './vendors/segment.ts';
import { SENTRY } from './vendors/sentry.ts';
import { SNAPCHAT } from './vendors/snapchat.ts';
import { SNOWPLOW } from './vendors/snowplow.ts';
import { STATSIG } from './vendors/statsig.ts';
import { TABOOLA } from './vendors/taboola.ts';
import { TEALIUM } from './vendors/tealium.ts';
import { THE_TRADE_DESK } from './vendors/the-trade-desk.ts';
import { TIKTOK } from './vendors/tiktok.ts';
import { UMAMI } from './vendors/umami.ts';
import { UNIVERSAL_ANALYTICS } from './vendors/universal-analytics.ts';
import { VERCEL_ANALYTICS } from './vendors/vercel-analytics.ts';
import { VWO } from './vendors/vwo.ts';
import { X } from './vendors/x.ts';
import { YANDEX_METRICA } from './vendors/yandex-metrica.ts';

/** All vendors that are known, one file each. */
export const VENDORS: readonly Vendor[] = [
  SIX_SENSE,
  ADOBE_ANALYTICS,
  ADOBE_AUDIENCE_MANAGER,
  ADOBE_EXPERIENCE_PLATFORM,
  AMAZON_ADS,
  AMPLITUDE,
  BRAZE,
  CHARTBEAT,
  CLARITY,
  CLOUDFLARE_WEB_ANALYTICS,
  COMSCORE,
  COUNTLY,
  CRITEO,
  DATADOG,
  DEMANDBASE,
  ELASTIC_APM,
  FLOODLIGHT,
  FULLSTORY,
  GOOGLE_ADS,
  GOOGLE_ANALYTICS,
  HEAP,
  HOTJAR,
  HUBSPOT,
  JITSU,
  KLAVIYO,
  LINKEDIN,
  LOGROCKET,
  MARKETO,
  MATOMO,
  META,
  MICROSOFT_ADVERTISING,
  MIXPANEL,
  MPARTICLE,
  NEW_RELIC,
  OPENREPLAY,
  OPTIMIZELY,
  OUTBRAIN,
  PARSELY,
  PIANO_ANALYTICS,
  PINTEREST,
  PIWIK_PRO,
  PLAUSIBLE,
  POSTHOG,
  QUANTCAST,
  REDDIT,
  RUDDERSTACK,
  SEGMENT,
  SENTRY,
  SNAPCHAT,
  SNOWPLOW,
  STATSIG,
  TABOOLA,
  TEALIUM,
  THE_TRADE_DESK,
  TIKTOK,
  UMAMI,
  UNIVERSAL_ANALYTICS,
  VERCEL_ANALYTICS,
  VWO,
  X,
  YANDEX_METRICA,
];
