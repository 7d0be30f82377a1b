import type { Purpose } from '#core/verdict.ts';
import { digits, field, first, fit, hex32, inBase64, type Take, uuid, whole } from './takes.ts';

/** A company's numbers: by name (`*` for any text, `name@domain` where the name means this on that domain only). */
export interface Vendor {
  readonly vendor: string;
  readonly purpose: Purpose;
  readonly numbers: Readonly<Record<string, Take>>;
}

const lastTwo = fit(/^GA\d\.[\d-]+\.((?:amp-[\w-]{20,}|\d+\.\d+))$/u);

/** Number formats by vendor, from their own documentation and SDKs. A value that does not fit is judged as any other. */
export const VENDORS: readonly Vendor[] = [
  {
    vendor: 'Google Analytics',
    purpose: 'analytics',
    numbers: {
      _ga: lastTwo,
      _gid: lastTwo,
      FPID: fit(/^FPID\d\.\d\.(.+)$/u),
      __utma: fit(/^\d+\.(\d+\.\d+)\./u),
    },
  },
  {
    vendor: 'Google',
    purpose: 'advertising',
    numbers: {
      _gcl_au: fit(/^1\.1\.(\d+\.\d+)/u),
      __gads: fit(/^ID=([^:]{8,})/u),
      __gpi: fit(/^UID=([^:]{8,})/u),
      'IDE@doubleclick.net': whole,
      'DSID@doubleclick.net': fit(/^[\w-]{12,}$/u),
      'NID@google.com': fit(/^\d+=([^:]{20,})/u),
      'VISITOR_INFO1_LIVE@youtube.com': whole,
      'YSC@youtube.com': whole,
    },
  },
  {
    vendor: 'Meta',
    purpose: 'advertising',
    numbers: {
      _fbp: fit(/^fb\.\d\.\d{13}\.\d+/u),
      _fbc: fit(/^fb\.\d\.\d{13}\..+/u),
      'fr@facebook.com': fit(/^[\w-]{8,}/u),
      'datr@facebook.com': whole,
    },
  },
  {
    vendor: 'Matomo',
    purpose: 'analytics',
    numbers: { '_pk_id*': fit(/^[\da-f]{16}(?![\da-f])/u) },
  },
  { vendor: 'Snowplow', purpose: 'analytics', numbers: { '_sp_id*': uuid, sp: fit(/^[\da-f]{8}-[\da-f-]{27}$/u) } },
  { vendor: 'PostHog', purpose: 'analytics', numbers: { 'ph_*_posthog': field('distinct_id', '$device_id') } },
  { vendor: 'Mixpanel', purpose: 'analytics', numbers: { 'mp_*_mixpanel': field('$device_id', 'distinct_id') } },
  {
    vendor: 'Amplitude',
    purpose: 'analytics',
    numbers: { 'AMP_*': field('deviceId'), 'amplitude_id*': field('deviceId'), 'amp_*': fit(/^([\w-]{16,40})\./u) },
  },
  { vendor: 'Segment', purpose: 'analytics', numbers: { ajs_anonymous_id: first, ajs_user_id: first } },
  { vendor: 'RudderStack', purpose: 'analytics', numbers: { rl_anonymous_id: (text) => uuid(text) ?? whole(text) } },
  {
    vendor: 'Hotjar',
    purpose: 'analytics',
    numbers: { '_hjSessionUser_*': field('id'), '_hjSession_*': field('id'), _hjid: uuid },
  },
  {
    vendor: 'HubSpot',
    purpose: 'analytics',
    numbers: { hubspotutk: hex32, __hstc: fit(/^\d+\.([\da-f]{32})\./u) },
  },
  {
    vendor: 'Microsoft Clarity',
    purpose: 'analytics',
    numbers: { _clck: fit(/^[\w-]{5,40}(?=[|^]|$)/u), _clsk: fit(/^[\w-]{5,40}(?=[|^]|$)/u), CLID: hex32 },
  },
  { vendor: 'Microsoft', purpose: 'advertising', numbers: { MUID: hex32, _uetvid: hex32, _uetsid: hex32 } },
  {
    vendor: 'Adobe',
    purpose: 'analytics',
    numbers: {
      'AMCV_*': fit(/MCMID\|(\d{20,40})/u),
      'kndctr_*_identity': inBase64(fit(/\d{38}/u)),
      s_vi: fit(/^\[CS\]v1\|([\dA-F-]{16,})/u),
      s_fid: fit(/^[\dA-F]{16}-[\dA-F]{16}$/u),
      mbox: fit(/PC#([\w-]{8,40})/u),
      mboxPC: first,
      mboxSession: first,
      'demdex@demdex.net': digits,
      'dpm@demdex.net': digits,
    },
  },
  { vendor: 'VWO', purpose: 'analytics', numbers: { _vwo_uuid_v2: fit(/^\w{32,36}(?=\|)/u), _vwo_uuid: first } },
  {
    vendor: 'Tealium',
    purpose: 'analytics',
    numbers: { utag_main: fit(/(?:^|\$)v_id:([\da-f]{16,})/u), utag_main_v_id: first },
  },
  { vendor: 'Optimizely', purpose: 'analytics', numbers: { optimizelyEndUserId: fit(/^oeu[\d.r]{10,}/u) } },
  {
    vendor: 'Quantcast',
    purpose: 'advertising',
    numbers: { __qca: fit(/^[A-Z]\d-\d+-\d+/u), 'mc@quantserve.com': whole },
  },
  {
    vendor: 'Comscore',
    purpose: 'analytics',
    numbers: { _scor_uid: hex32, 'UID@scorecardresearch.com': fit(/^[\da-fA-Z-]{10,}/u) },
  },
  { vendor: 'Parse.ly', purpose: 'analytics', numbers: { _parsely_visitor: fit(/pid[=:]([\w-]{16,40})/u) } },
  {
    vendor: 'Chartbeat',
    purpose: 'analytics',
    numbers: { _cb: fit(/^[\w-]{12,40}$/u), _chartbeat2: fit(/^\.?([\w-]{12,40})\.\d/u) },
  },
  {
    vendor: 'TikTok',
    purpose: 'advertising',
    numbers: { _ttp: fit(/^[\w.-]{20,80}$/u), '_tt_*': fit(/^[\w.-]{16,80}$/u) },
  },
  { vendor: 'Snap', purpose: 'advertising', numbers: { _scid: first, _scid_r: first, 'sc_at@snapchat.com': whole } },
  {
    vendor: 'Pinterest',
    purpose: 'advertising',
    numbers: { _pin_unauth: whole, _epik: whole, '_pinterest_ct_ua@pinterest.com': whole },
  },
  { vendor: 'Reddit', purpose: 'advertising', numbers: { _rdt_uuid: fit(/^\d{13}\.[\da-f-]{36}$/u) } },
  {
    vendor: 'X',
    purpose: 'advertising',
    numbers: {
      _twpid: fit(/^tw\.\d+\.\d+$/u),
      muc_ads: whole,
      guest_id: fit(/^v1:(\d{12,})$/u),
      'guest_id_*': fit(/^v1:(\d{12,})$/u),
      personalization_id: fit(/^v1_.{16,}$/u),
    },
  },
  {
    vendor: 'LinkedIn',
    purpose: 'advertising',
    numbers: { bcookie: uuid, bscookie: uuid, li_sugr: uuid, li_fat_id: uuid, UserMatchHistory: fit(/^[\w-]{30,}$/u) },
  },
  {
    vendor: 'Criteo',
    purpose: 'advertising',
    numbers: { cto_bundle: whole, cto_bidid: whole, cto_lwid: uuid, 'uid@criteo.com': uuid },
  },
  {
    vendor: 'Prebid',
    purpose: 'advertising',
    numbers: { _pubcid: uuid, pubcid: uuid, _sharedID: first, _sharedid: first, pbjs_sharedId: first },
  },
  {
    vendor: 'The Trade Desk',
    purpose: 'advertising',
    numbers: { 'TDID@adsrvr.org': uuid, 'pbjs-unifiedid*': field('TDID') },
  },
  { vendor: 'Xandr', purpose: 'advertising', numbers: { 'uuid2@adnxs.com': digits } },
  { vendor: 'MediaMath', purpose: 'advertising', numbers: { 'uuid@mathtag.com': uuid } },
  { vendor: 'AdRoll', purpose: 'advertising', numbers: { __adroll_fpc: hex32, __adroll: hex32 } },
  { vendor: 'StackAdapt', purpose: 'advertising', numbers: { 'sa-user-id*': uuid } },
  { vendor: 'Lotame', purpose: 'advertising', numbers: { panoramaId: fit(/^[\da-f]{32,}$/u), _cc_id: hex32 } },
  { vendor: 'Parrable', purpose: 'advertising', numbers: { _parrable_id: fit(/eid[:=]([\w.-]{16,})/u) } },
  { vendor: 'Yahoo', purpose: 'advertising', numbers: { 'A3@yahoo.com': fit(/^d=([\w-]{16,})/u) } },
  { vendor: 'Taboola', purpose: 'advertising', numbers: { 't_gid@taboola.com': first } },
  { vendor: 'Klaviyo', purpose: 'advertising', numbers: { __kla_id: field('cid', '$exchange_id') } },
  { vendor: 'Heap', purpose: 'analytics', numbers: { '_hp2_id.*': field('userId'), '_hp5_meta.*': field('userId') } },
  { vendor: 'Yandex Metrica', purpose: 'analytics', numbers: { _ym_uid: digits, yandexuid: digits, yuidss: digits } },
  { vendor: 'Braze', purpose: 'advertising', numbers: { 'ab.storage.deviceId.*': uuid } },
  { vendor: 'FullStory', purpose: 'analytics', numbers: { fs_uid: fit(/^#[^#]*#([\w-]{8,})/u) } },
  { vendor: 'Marketo', purpose: 'advertising', numbers: { _mkto_trk: fit(/token:(\S{8,})/u) } },
  {
    vendor: 'Piano',
    purpose: 'analytics',
    numbers: { atuserid: field('val'), _pcid: field('browserId'), pa_vid: first },
  },
  { vendor: 'mParticle', purpose: 'analytics', numbers: { 'mprtcl-v4_*': fit(/das\W+([\da-f-]{36})/u) } },
  { vendor: 'Shopify', purpose: 'analytics', numbers: { _shopify_y: uuid, _shopify_s: uuid, _y: uuid, _s: uuid } },
  { vendor: 'Vimeo', purpose: 'analytics', numbers: { vuid: fit(/^pl(\d+\.\d+)$/u) } },
  { vendor: 'INFOnline', purpose: 'analytics', numbers: { ioam2018: fit(/^[\da-f]{20,40}(?=:)/u) } },
  { vendor: 'Datadog', purpose: 'analytics', numbers: { _dd_s: fit(/(?:^|&)id=([\da-f-]{36})/u) } },
  { vendor: 'Statsig', purpose: 'analytics', numbers: { STATSIG_LOCAL_STORAGE_STABLE_ID: uuid } },
  { vendor: 'OpenReplay', purpose: 'analytics', numbers: { __openreplay_uuid: first } },
  { vendor: 'Permutive', purpose: 'advertising', numbers: { 'permutive-id': uuid } },
  {
    vendor: 'Salesforce',
    purpose: 'analytics',
    numbers: { __cq_uuid: first, '_evga_*': field('uuid'), '_sfid_*': uuid },
  },
  { vendor: 'Bloomreach', purpose: 'analytics', numbers: { __exponea_etc__: uuid, _br_uid_2: fit(/uid=(\w{8,})/u) } },
  { vendor: 'Dynamic Yield', purpose: 'analytics', numbers: { _dyid: digits, _dyid_server: digits } },
  { vendor: 'AB Tasty', purpose: 'analytics', numbers: { ABTasty: fit(/uid=(\w{8,})/u) } },
  { vendor: 'Kameleoon', purpose: 'analytics', numbers: { kameleoonVisitorCode: first } },
  { vendor: 'Jitsu', purpose: 'analytics', numbers: { '__eventn_id*': first } },
  { vendor: 'LiveChat', purpose: 'functional', numbers: { __lc_cid: uuid, __lc2_cid: uuid } },
  { vendor: 'LivePerson', purpose: 'functional', numbers: { LPVID: first } },
  { vendor: 'Intercom', purpose: 'functional', numbers: { 'intercom-id-*': uuid, 'intercom-device-id-*': uuid } },
  { vendor: 'Zendesk', purpose: 'functional', numbers: { __zlcmid: first } },
  { vendor: 'Drift', purpose: 'functional', numbers: { drift_aid: uuid, driftt_aid: uuid } },
];

/** Formats that say whose they are under any name: sites rename them. */
export const FORMATS: readonly (readonly [format: string, purpose: Purpose, take: Take])[] = [
  ['Google Analytics', 'analytics', lastTwo],
  ['Meta', 'advertising', fit(/^fb\.\d\.\d{13}\.\d{6,}$/u)],
];
