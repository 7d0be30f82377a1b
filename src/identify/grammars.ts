import { digits, either, field, first, fit, hex32, inBase64, pinterestId, type Take, uuid, whole } from './takes.ts';

/**
 * Number formats by company, then by name: several names parted by spaces, `*` for any text, `name@domain` where the
 * name means this on that domain only.
 */
export type Vendors = Readonly<Record<string, Readonly<Record<string, Take>>>>;

/** The client ID's two parts; AMP pages write one of their own. */
const clientId = fit(/^GA\d\.[\d-]+\.(amp-[\w-]{20,}|\d+\.\d+)$/u);

/** From the companies' own documentation and SDKs. A value that does not fit its format is judged as any other. */
export const ANALYTICS: Vendors = {
  'Google Analytics': {
    '_ga _gid': clientId,
    clientId: fit(/^\d{16}$/u),
    FPID: fit(/^FPID\d\.\d\.(.+)$/u),
    FPLC: whole,
    __utma: fit(/^\d+\.(\d+\.\d+)\./u),
  },
  Matomo: { '_pk_id*': fit(/^[\da-f]{16}(?![\da-f])/u) },
  Snowplow: { '_sp_id*': uuid, sp: fit(/^[\da-f]{8}-[\da-f-]{27}$/u) },
  PostHog: { 'ph_*_posthog': field('distinct_id', '$device_id') },
  Mixpanel: {
    'mp_*_mixpanel': either(field('$device_id'), fit(/"distinct_id"\s*:\s*"(?:\$device:)?([^"\\]{4,200})"/u)),
  },
  Amplitude: { 'AMP_* amplitude_id*': field('deviceId'), 'amp_*': fit(/^([\w-]{16,40})\./u) },
  Segment: { 'ajs_anonymous_id ajs_user_id': first },
  RudderStack: { 'rl_anonymous_id rl_user_id': either(uuid, whole) },
  Hotjar: { '_hjSessionUser_* _hjSession_*': field('id'), _hjid: uuid },
  HubSpot: { hubspotutk: hex32, __hstc: fit(/^\d+\.([\da-f]{32})\./u) },
  'Microsoft Clarity': { '_clck _clsk': fit(/^[\w-]{5,40}(?=[|^]|$)/u), CLID: hex32 },
  Adobe: {
    'AMCV_*': fit(/MCMID\|(\d{20,40})/u),
    'kndctr_*_identity': inBase64(fit(/\d{38}/u)),
    s_vi: fit(/^\[CS\]v1\|([\dA-F-]{16,})/u),
    s_ecid: fit(/^MCMID\|(\d{20,40})/u),
    s_fid: fit(/^[\dA-F]{16}-[\dA-F]{16}$/u),
    mbox: fit(/PC#([\w-]{8,40})/u),
    'mboxPC mboxSession': first,
    'demdex@demdex.net dpm@demdex.net aam_uuid': digits,
  },
  VWO: { '_vwo_uuid_v2 _vwo_uuid': first },
  Tealium: {
    utag_main: fit(/(?:^|\$)v_id:([\da-f]{16,})/u),
    utag_main_v_id: first,
    'TAPID@tealiumiq.com': fit(/>([\w-]{16,})/u),
  },
  Optimizely: { optimizelyEndUserId: fit(/^oeu[\d.r]{10,}/u) },
  Comscore: { _scor_uid: hex32, 'UID@scorecardresearch.com': first },
  'Parse.ly': { _parsely_visitor: fit(/pid[=:]([\w-]{16,40})/u) },
  Chartbeat: { _cb: first, _chartbeat2: fit(/^(?!\d{13}\.)([\w-]{12,40})\.\d/u) },
  Heap: { '_hp2_id.* _hp5_meta.*': field('userId') },
  Yandex: { '_ym_uid yandexuid yuidss': digits },
  FullStory: { fs_uid: fit(/^[\w.]{0,40}[#`][^#`]{0,40}[#`]([\w-]{8,})/u) },
  Piano: {
    atuserid: field('val'),
    _pcid: field('browserId'),
    pa_vid: first,
    pa_user: field('id'),
    'idrxvr@xiti.com': uuid,
  },
  mParticle: { 'mprtcl-v4_*': fit(/das\W+([\da-f-]{36})/u) },
  Shopify: { '_shopify_y _shopify_s _y _s': uuid },
  Vimeo: { vuid: fit(/^pl(\d+\.\d+)$/u) },
  INFOnline: { ioam2018: fit(/^[\da-f]{20,40}(?=:)/u) },
  Datadog: { '_dd_s _dd_s_v2': either(fit(/(?:^|&)aid=([\da-f-]{36})/u), fit(/(?:^|&)id=([\da-f-]{36})/u)) },
  Dynatrace: { rxVisitor: fit(/^\d{13}[\dA-Z]{32}$/u) },
  Sentry: { sentryReplaySession: field('id') },
  '6sense': { '_gd_visitor _gd_session _gd_svisitor 6suuid@6sc.co': uuid },
  Squarespace: { 'ss_cid ss_cvr': uuid },
  Statsig: { STATSIG_LOCAL_STORAGE_STABLE_ID: uuid, 'STATSIG_LOCAL_STORAGE_INTERNAL_STORE_V*': field('stableIDUsed') },
  Salesforce: { __cq_uuid: first, '_evga_*': field('uuid') },
  'AB Tasty': { ABTasty: fit(/uid=(\w{8,})/u) },
  Jitsu: { '__eventn_id*': first },
  'New Relic': { 'NRBA_SESSION*': field('value') },
  OpenReplay: { __openreplay_uuid: uuid, $__or__distinct_device_id__$: fit(/^[a-z\d]{6,13}(?:-[a-z\d]{6,13}){2}$/u) },
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
  ['Pinterest', 'advertising', pinterestId],
  ['Meta', 'advertising', fit(/^fb\.\d\.\d{13}\.\d{6,}$/u)],
] as const;
