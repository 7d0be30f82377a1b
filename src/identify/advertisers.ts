import type { Vendors } from './grammars.ts';
import { digits, either, field, first, fit, hex32, pinterestId, type Take, uuid, whole } from './takes.ts';

const guestId = fit(/^v1:(\d{12,})$/u);
const token = fit(/^[\w.-]{16,80}$/u);
/** The number of one click on an advertisement: `GCL.<time>.<click>`, and `2.1.k<click>$i<time>`. */
const googleClick = fit(/^(?:GCL\.\d{10}\.|1\.\d{10}\.|2\.\d\.k)([\w-]{10,})/u);
const advertisingToken: Take = either(field('advertising_token'), fit(/^[\w+/=-]{40,}$/u));

/** The same of advertising, from the companies' own documentation and tags. */
export const ADVERTISING: Vendors = {
  Google: {
    '_gcl_au FPAU': fit(/^1\.\d\.(\d+\.\d+)/u),
    '_gcl_aw _gcl_dc _gcl_gb _gcl_ha _gcl_ag _gcl_gs FPGCLAW FPGCLDC FPGCLGB _gac_*': googleClick,
    '__gads __eoi': fit(/^ID=([^:]{8,})/u),
    __gpi: fit(/^UID=([^:]{8,})/u),
    'IDE@doubleclick.net DSID@doubleclick.net VISITOR_INFO1_LIVE@youtube.com YSC@youtube.com': whole,
    'NID@google.com __Secure-ENID@google.com': fit(/^[\dA-Z.]+=([^:]{20,})/u),
  },
  Meta: {
    _fbp: fit(/^fb\.\d\.\d{13}\.\d+/u),
    _fbc: fit(/^fb\.\d\.\d{13}\..+/u),
    'fr@facebook.com datr@facebook.com': first,
  },
  Microsoft: { 'MUID MUIDB@bing.com _uetvid _uetsid': hex32, _uetmsclkid: fit(/^_uet([\da-f]{32})/u) },
  Quantcast: { __qca: fit(/^[A-Z]\d-\d+-\d+/u), 'mc@quantserve.com': whole },
  TikTok: { '_ttp _tt_*': token, 'ttcsid ttcsid_*': fit(/^\d{13}::([\w-]{16,})/u) },
  Snap: { '_scid _scid_r u_scsid u_sclid': first, 'sc_at@snapchat.com': whole },
  Pinterest: {
    _pin_unauth: either(pinterestId, whole),
    '_epik _derived_epik _pinterest_ct _pinterest_ct_rt _pinterest_ct_ua': whole,
  },
  Reddit: { _rdt_uuid: fit(/^\d{13}\.[\da-f-]{36}$/u), _rdt_cid: first, _rdt_em: fit(/^[\da-f]{64}$/u) },
  X: {
    _twpid: fit(/^tw\.\d+\.\d+$/u),
    _twclid: field('twclid'),
    muc_ads: whole,
    'guest_id guest_id_*': guestId,
    personalization_id: fit(/^v1_.{16,}$/u),
  },
  LinkedIn: { 'bcookie bscookie li_sugr li_fat_id li_adsId': uuid, 'UserMatchHistory AnalyticsSyncHistory': token },
  Criteo: { 'cto_bundle cto_bidid cto_dna_bundle': whole, 'cto_lwid uid@criteo.com': uuid },
  Prebid: { '_pubcid pubcid': uuid, '_sharedID _sharedid pbjs_sharedId': first },
  'The Trade Desk': { 'TDID@adsrvr.org': uuid, 'pbjs-unifiedid*': field('TDID') },
  'Unified ID 2.0': { '__uid_2 __euid UID2-sdk-identity EUID-sdk-identity': advertisingToken },
  ID5: { id5id: field('universal_uid'), 'id5@id5-sync.com': uuid },
  LiveIntent: { '_lc2_fpi _lc2_fpi_js': fit(/^[\da-f]{12}--[\da-z]{26}$/u) },
  LiveRamp: { 'idl_env _lr_env': either(field('envelope'), whole) },
  Xandr: { 'uuid2@adnxs.com': digits },
  'Amazon Ads': { 'ad-id@amazon-adsystem.com': whole },
  AdRoll: { '__adroll_fpc __adroll': hex32 },
  StackAdapt: { 'sa-user-id*': either(uuid, fit(/^s:([\w-]{16,})\./u)) },
  Lotame: { 'panoramaId _cc_id': fit(/^[\da-f]{32,64}$/u) },
  Parrable: { _parrable_id: fit(/eid[:=]([\w.-]{16,})/u) },
  Yahoo: { 'A3@yahoo.com': fit(/^d=([\w-]{16,})/u) },
  Taboola: {
    't_gid@taboola.com t_pt_gid@taboola.com taboola*global:user-id': first,
    trc_cookie_storage: fit(/user-id=([\w-]{16,})/u),
  },
  Outbrain: { 'OB-USER-TOKEN obuid@outbrain.com': uuid },
  Demandbase: { 'tuuid@company-target.com': uuid },
  ShareThis: { '__stid@sharethis.com fpestid': fit(/^[\w=-]{16,}$/u) },
  Klaviyo: { __kla_id: field('cid', '$exchange_id') },
  Braze: { 'ab.storage.deviceId.* ab.storage.sessionId.*': uuid, 'ab.storage.userId.*': fit(/g"?:"?([^"|,}]{4,80})/u) },
  Marketo: { _mkto_trk: fit(/token:(\S{8,})/u) },
};
