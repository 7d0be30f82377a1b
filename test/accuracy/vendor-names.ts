import { VENDORS } from '#decode/vendors.ts';

/** Other names of vendors, their products and their companies, in letters and digits alone. */
const ALSO: Readonly<Record<string, string>> = {
  'google-analytics': 'ga4 ga googleanalytics4 googleanalyticsga4 gtag googleanalytics4ga4 google',
  'universal-analytics':
    'ua googleuniversalanalytics googleanalyticsuniversal analyticsjs googleanalyticsua ga3 googleanalytics3 universalanalyticsgoogle',
  'google-ads':
    'adwords googleadwords googleadsconversion googleadsremarketing googleadsconversiontracking gads googleadservices',
  floodlight:
    'googlefloodlight doubleclickfloodlight doubleclick campaignmanager campaignmanager360 dcm googlemarketingplatform googlecampaignmanager',
  'adobe-analytics': 'omniture sitecatalyst appmeasurement adobe',
  'adobe-experience-platform':
    'alloy aep adobealloy adobewebsdk adobeedge adobeexperienceplatformalloy adobeexperienceplatformwebsdk adobeexperienceedge',
  'adobe-audience-manager':
    'audiencemanager demdex aam adobedemdex experiencecloudid adobeexperiencecloudid adobeexperiencecloudidservice',
  tealium: 'tealiumiq tealiumeventstream tealiumcollect',
  meta: 'facebook facebookpixel metapixel fbpixel fb facebookmeta metafacebook',
  tiktok: 'tiktokpixel bytedance tiktokads tiktokanalytics',
  linkedin: 'linkedininsight linkedininsighttag linkedinads',
  'microsoft-advertising':
    'bing bingads binguet uet microsoftads microsoftuet microsoftbing bingadsuet microsoftbinguet microsoftadvertisinguet',
  pinterest: 'pinteresttag pinterestads',
  snapchat: 'snap snappixel snapchatpixel snapchatads',
  x: 'twitter xtwitter twitterpixel twitterads xads xpixel twitterx',
  reddit: 'redditpixel redditads',
  criteo: 'criteoonetag',
  quantcast: 'quantcastmeasure quantserve',
  comscore: 'scorecardresearch comscorescorecard',
  taboola: 'taboolapixel',
  outbrain: 'outbrainpixel outbrainamplify',
  'the-trade-desk': 'tradedesk thetradedesk adsrvr ttd',
  'amazon-ads': 'amazon amazonadvertising amazonadsystem',
  demandbase: 'demandbaseabm',
  '6sense': 'sixsense 6si',
  'yandex-metrica': 'yandex yandexmetrika metrica metrika yandexmetricametrika',
  segment: 'twiliosegment segmentio analyticsnext',
  rudderstack: 'rudder rudderlabs',
  mixpanel: 'mixpanelanalytics',
  amplitude: 'amplitudeanalytics',
  posthog: 'posthoganalytics',
  heap: 'heapanalytics',
  jitsu: 'jitsuanalytics',
  mparticle: 'mparticleinc',
  statsig: 'statsiganalytics',
  braze: 'appboy',
  klaviyo: 'klaviyoonsite',
  hubspot: 'hubspotanalytics',
  marketo: 'adobemarketo munchkin marketomunchkin',
  optimizely: 'optimizelyweb optimizelyx',
  vwo: 'visualwebsiteoptimizer wingify',
  'piano-analytics': 'atinternet piano xiti atinternetpiano pianoatinternet pianoanalyticsatinternet',
  parsely: 'parselyanalytics',
  chartbeat: 'chartbeatanalytics',
  matomo: 'piwik matomoanalytics matomopiwik',
  'piwik-pro': 'piwikproanalytics',
  plausible: 'plausibleanalytics plausibleio',
  snowplow: 'snowplowanalytics',
  umami: 'umamianalytics',
  'vercel-analytics': 'vercel vercelinsights vercelwebanalytics',
  'cloudflare-web-analytics': 'cloudflare cloudflareinsights cloudflareanalytics cloudflarerum',
  countly: 'countlyanalytics',
  hotjar: 'contentsquarehotjar',
  clarity: 'microsoftclarity msclarity',
  fullstory: 'fullstoryrecording',
  'new-relic': 'newrelicbrowser nr newrelicbrowseragent',
  sentry: 'sentryio',
  datadog: 'datadogrum',
  'elastic-apm': 'elastic elasticapmrum elasticrum apmrum',
  openreplay: 'openreplaytracker',
  logrocket: 'logrocketreplay',
};

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/gu, '');
}

const BY_NAME = new Map(
  VENDORS.flatMap(({ id, name }) =>
    [id, name, ...(ALSO[id]?.split(' ') ?? [])].map((called) => [plain(called), id] as const),
  ),
);

/** Which vendor is called that, by any of its names; `undefined`: none that is known. */
export function vendorCalled(name: string): string | undefined {
  return BY_NAME.get(plain(name));
}
