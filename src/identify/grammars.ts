import { digits, field, first, fit, hex32, inBase64, type Take, uuid, whole } from './takes.ts';

/**
 * Number formats by company, then by name: several names parted by spaces, `*` for any text, `name@domain` where the
 * name means this on that domain only.
 */
export type Vendors = Readonly<Record<string, Readonly<Record<string, Take>>>>;

/** The client ID's two parts; AMP pages write one of their own. */
const clientId = fit(/^GA\d\.[\d-]+\.(amp-[\w-]{20,}|\d+\.\d+)$/u);
const guestId = fit(/^v1:(\d{12,})$/u);
const token = fit(/^[\w.-]{16,80}$/u);

/** From the companies' own documentation and SDKs. A value that does not fit its format is judged as any other. */
export const ANALYTICS: Vendors = {
  'Google Analytics': {
    '_ga _gid': clientId,
    clientId: fit(/^\d{16}$/u),
    FPID: fit(/^FPID\d\.\d\.(.+)$/u),
    __utma: fit(/^\d+\.(\d+\.\d+)\./u),
  },
  Matomo: { '_pk_id*': fit(/^[\da-f]{16}(?![\da-f])/u) },
  Snowplow: { '_sp_id*': uuid, sp: fit(/^[\da-f]{8}-[\da-f-]{27}$/u) },
  PostHog: { 'ph_*_posthog': field('distinct_id', '$device_id') },
  Mixpanel: { 'mp_*_mixpanel': field('$device_id', 'distinct_id') },
  Amplitude: { 'AMP_* amplitude_id*': field('deviceId'), 'amp_*': fit(/^([\w-]{16,40})\./u) },
  Segment: { 'ajs_anonymous_id ajs_user_id': first },
  RudderStack: { rl_anonymous_id: (text) => uuid(text) ?? whole(text) },
  Hotjar: { '_hjSessionUser_* _hjSession_*': field('id'), _hjid: uuid },
  HubSpot: { hubspotutk: hex32, __hstc: fit(/^\d+\.([\da-f]{32})\./u) },
  'Microsoft Clarity': { '_clck _clsk': fit(/^[\w-]{5,40}(?=[|^]|$)/u), CLID: hex32 },
  Adobe: {
    'AMCV_*': fit(/MCMID\|(\d{20,40})/u),
    'kndctr_*_identity': inBase64(fit(/\d{38}/u)),
    s_vi: fit(/^\[CS\]v1\|([\dA-F-]{16,})/u),
    s_fid: fit(/^[\dA-F]{16}-[\dA-F]{16}$/u),
    mbox: fit(/PC#([\w-]{8,40})/u),
    'mboxPC mboxSession': first,
    'demdex@demdex.net dpm@demdex.net': digits,
  },
  VWO: { '_vwo_uuid_v2 _vwo_uuid': first },
  Tealium: { utag_main: fit(/(?:^|\$)v_id:([\da-f]{16,})/u), utag_main_v_id: first },
  Optimizely: { optimizelyEndUserId: fit(/^oeu[\d.r]{10,}/u) },
  Comscore: { _scor_uid: hex32, 'UID@scorecardresearch.com': first },
  'Parse.ly': { _parsely_visitor: fit(/pid[=:]([\w-]{16,40})/u) },
  Chartbeat: { _cb: first, _chartbeat2: fit(/^\.?([\w-]{12,40})\.\d/u) },
  Heap: { '_hp2_id.* _hp5_meta.*': field('userId') },
  Yandex: { '_ym_uid yandexuid yuidss': digits },
  FullStory: { fs_uid: fit(/^#[^#]*#([\w-]{8,})/u) },
  Piano: { atuserid: field('val'), _pcid: field('browserId'), pa_vid: first },
  mParticle: { 'mprtcl-v4_*': fit(/das\W+([\da-f-]{36})/u) },
  Shopify: { '_shopify_y _shopify_s _y _s': uuid },
  Vimeo: { vuid: fit(/^pl(\d+\.\d+)$/u) },
  INFOnline: { ioam2018: fit(/^[\da-f]{20,40}(?=:)/u) },
  Datadog: { _dd_s: fit(/(?:^|&)id=([\da-f-]{36})/u) },
  Statsig: { STATSIG_LOCAL_STORAGE_STABLE_ID: uuid, 'STATSIG_LOCAL_STORAGE_INTERNAL_STORE_V*': field('stableIDUsed') },
  Salesforce: { __cq_uuid: first, '_evga_*': field('uuid') },
  'AB Tasty': { ABTasty: fit(/uid=(\w{8,})/u) },
  Jitsu: { '__eventn_id*': first },
  'New Relic': { 'NRBA_SESSION*': field('value') },
  OpenReplay: { __openreplay_uuid: uuid, $__or__distinct_device_id__$: fit(/^[a-z\d]{6,13}(?:-[a-z\d]{6,13}){2}$/u) },
};

export const ADVERTISING: Vendors = {
  Google: {
    _gcl_au: fit(/^1\.1\.(\d+\.\d+)/u),
    __gads: fit(/^ID=([^:]{8,})/u),
    __gpi: fit(/^UID=([^:]{8,})/u),
    'IDE@doubleclick.net VISITOR_INFO1_LIVE@youtube.com YSC@youtube.com': whole,
    'NID@google.com': fit(/^\d+=([^:]{20,})/u),
  },
  Meta: {
    _fbp: fit(/^fb\.\d\.\d{13}\.\d+/u),
    _fbc: fit(/^fb\.\d\.\d{13}\..+/u),
    'fr@facebook.com datr@facebook.com': first,
  },
  Microsoft: { 'MUID _uetvid _uetsid': hex32 },
  Quantcast: { __qca: fit(/^[A-Z]\d-\d+-\d+/u), 'mc@quantserve.com': whole },
  TikTok: { '_ttp _tt_*': token },
  Snap: { '_scid _scid_r': first, 'sc_at@snapchat.com': whole },
  Pinterest: { '_pin_unauth _epik _pinterest_ct_ua': whole },
  Reddit: { _rdt_uuid: fit(/^\d{13}\.[\da-f-]{36}$/u) },
  X: {
    _twpid: fit(/^tw\.\d+\.\d+$/u),
    muc_ads: whole,
    'guest_id guest_id_*': guestId,
    personalization_id: fit(/^v1_.{16,}$/u),
  },
  LinkedIn: { 'bcookie bscookie li_sugr li_fat_id': uuid, UserMatchHistory: token },
  Criteo: { 'cto_bundle cto_bidid': whole, 'cto_lwid uid@criteo.com': uuid },
  Prebid: { '_pubcid pubcid': uuid, '_sharedID _sharedid pbjs_sharedId': first },
  'The Trade Desk': { 'TDID@adsrvr.org': uuid, 'pbjs-unifiedid*': field('TDID') },
  Xandr: { 'uuid2@adnxs.com': digits },
  AdRoll: { '__adroll_fpc __adroll': hex32 },
  StackAdapt: { 'sa-user-id*': uuid },
  Lotame: { 'panoramaId _cc_id': hex32 },
  Parrable: { _parrable_id: fit(/eid[:=]([\w.-]{16,})/u) },
  Yahoo: { 'A3@yahoo.com': fit(/^d=([\w-]{16,})/u) },
  Taboola: { 't_gid@taboola.com': first },
  Klaviyo: { __kla_id: field('cid', '$exchange_id') },
  Braze: { 'ab.storage.deviceId.*': uuid },
  Marketo: { _mkto_trk: fit(/token:(\S{8,})/u) },
};

/** Chats: without the number the conversation is lost. */
export const FUNCTIONAL: Vendors = {
  LiveChat: { '__lc_cid __lc2_cid': uuid },
  LivePerson: { LPVID: first },
  Intercom: { 'intercom-id-* intercom-device-id-*': uuid },
  Zendesk: { __zlcmid: first },
  Drift: { 'drift_aid driftt_aid': uuid },
};

/** Formats that say whose they are under any name: sites rename them. */
export const NAMELESS = [
  ['Google Analytics', 'analytics', clientId],
  ['Meta', 'advertising', fit(/^fb\.\d\.\d{13}\.\d{6,}$/u)],
] as const;
