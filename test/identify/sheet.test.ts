import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { stored } from './stored.ts';

const UUID = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';
const HEX = '9c0e4b7a1f6d83520b8ce94d17f3a625';
const TEXT = 'q7Jx0ZkV3nTb8RwLs2Hd5YcMp1Gf4AeU9iKoXvBm';
const MS = '1772534112345';
const inStorage = { area: 'local-storage', lifetime: 'never' } as const;

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('a number as companies’ scripts store it', () => {
  it.each([
    ['FPID', `FPID2.2.${TEXT}%3D.1772534112`, 'Google Analytics', `${TEXT}=.1772534112`],
    ['_gcl_au', '1.1.604417283.1772534112.318204957.1772534130.1772534131', 'Google', '604417283.1772534112'],
    ['_gcl_aw', `GCL.1772534112.Cj0K${TEXT}`, 'Google', `Cj0K${TEXT}`],
    ['_gcl_gs', '2.1.kCj0KCQiA5rGuBhCnARIsAN$i1772534112$u604417283', 'Google', 'Cj0KCQiA5rGuBhCnARIsAN'],
    ['_gac_UA-42-1', `1.1772534112.Cj0K${TEXT}`, 'Google', `Cj0K${TEXT}`],
    ['__eoi', 'ID=7be01d4c9a8e6f2b:T=1772534112:RT=1772534190:S=AA-Afj', 'Google', '7be01d4c9a8e6f2b'],
    ['_fbc', `fb.1.${MS}.IwAR2${TEXT}`, 'Meta', `fb.1.${MS}.IwAR2${TEXT}`],
    ['_uetmsclkid', `_uet${HEX}`, 'Microsoft', HEX],
    ['_ttp', '01JQ8ZK4T9V3NXB7RWH2D5YCMF_.tt.1', 'TikTok', '01JQ8ZK4T9V3NXB7RWH2D5YCMF_.tt.1'],
    ['ttcsid_C4PL4YR1', `${MS}::q7Jx0ZkV3nTb8RwLs2Hd.4.${MS}`, 'TikTok', 'q7Jx0ZkV3nTb8RwLs2Hd'],
    ['_scid', UUID, 'Snap', UUID],
    ['_pin_unauth', base64(`uid=${base64(UUID)}`), 'Pinterest', base64(UUID)],
    ['_derived_epik', `dj0yJnU9${TEXT}`, 'Pinterest', `dj0yJnU9${TEXT}`],
    ['_rdt_cid', TEXT, 'Reddit', TEXT],
    ['_twclid', `{"pixelVersion":"x","timestamp":${MS},"twclid":"2-${HEX}"}`, 'X', `2-${HEX}`],
    ['li_fat_id', UUID, 'LinkedIn', UUID],
    ['cto_bundle', `${TEXT}JTJCdmd4`, 'Criteo', `${TEXT}JTJCdmd4`],
    ['_scor_uid', HEX, 'Comscore', HEX],
    ['trc_cookie_storage', `taboola%20global%3Auser-id=${UUID}-tuct7be01d4`, 'Taboola', `${UUID}-tuct7be01d4`],
    ['rl_anonymous_id', `v3_RudderEncrypt%3A${base64(`"${UUID}"`)}`, 'RudderStack', UUID],
    ['rl_user_id', `RS_ENC_v3_${base64('"customer-48211733"')}`, 'RudderStack', 'customer-48211733'],
    ['mp_k3y_mixpanel', `%7B%22distinct_id%22%3A%22%24device%3A${UUID}%22%7D`, 'Mixpanel', UUID],
    ['AMP_0a1b2c3d4e', base64(encodeURIComponent(`{"deviceId":"${UUID}","lastEventTime":${MS}}`)), 'Amplitude', UUID],
    ['amp_0a1b2c', 'q7Jx0ZkV3nTb8RwLs2Hd5Y...1jk3l4m5n.1jk3l4p6q.0.0.0', 'Amplitude', 'q7Jx0ZkV3nTb8RwLs2Hd5Y'],
    ['ajs_user_id', 'customer-48211733', 'Segment', 'customer-48211733'],
    ['_hp2_id.42', `{"userId":"3718204957182039","sessionId":"1"}`, 'Heap', '3718204957182039'],
    ['ab.storage.deviceId.k3y', `g%3A${UUID}%7Ce%3Aundefined%7Cc%3A${MS}%7Cl%3A${MS}`, 'Braze', UUID],
    ['ab.storage.userId.k3y', `g%3A48211733%7Ce%3Aundefined%7Cc%3A${MS}`, 'Braze', '48211733'],
    ['__kla_id', base64(`{"cid":"${base64(UUID)}","$referrer":{"ts":1772534112}}`), 'Klaviyo', base64(UUID)],
    ['mprtcl-v4_7BE01D4C', `{'gs':{'ie':1|'das':'${UUID}'|'csd':'x'}|'l':1|'cu':'318'}`, 'mParticle', UUID],
    ['s_ecid', 'MCMID%7C40172583916650284719530662817390458122', 'Adobe', '40172583916650284719530662817390458122'],
    ['s_vi', '[CS]v1|2F6B83C1051D3C4F-600000E5C1A2B3C4[CE]', 'Adobe', '2F6B83C1051D3C4F-600000E5C1A2B3C4'],
    ['s_fid', '2F6B83C1051D3C4F-1E2D3C4B5A697887', 'Adobe', '2F6B83C1051D3C4F-1E2D3C4B5A697887'],
    ['mbox', `PC#${HEX}.37_0#1835778913|session#${UUID}#1772535973`, 'Adobe', HEX],
    [
      'utag_main_v_id',
      '019b0c7e9a3b00050e064a979e4200044001b0090086e',
      'Tealium',
      '019b0c7e9a3b00050e064a979e4200044001b0090086e',
    ],
    ['_chartbeat2', `D8kQxZBv1LrWCn3Yta.${MS}.1772599000123.11`, 'Chartbeat', 'D8kQxZBv1LrWCn3Yta'],
    ['_cb', 'D8kQxZBv1LrWCn3Yta', 'Chartbeat', 'D8kQxZBv1LrWCn3Yta'],
    ['_clsk', `1k2v9zt%5E${MS}%5E3%5E1%5Ee.clarity.ms%2Fcollect`, 'Microsoft Clarity', '1k2v9zt'],
    ['fs_uid', `#o-1ABC-na1#${UUID}:1a2b3c4d-session:${MS}::2#3f4a5b6c#/1804070112`, 'FullStory', UUID],
    ['fs_uid', 'rs.fullstory.com`1ABC`5718204957182039:4603182049571820`3f4a5b', 'FullStory', '5718204957182039'],
    ['_ym_uid', '1772534112318204957', 'Yandex', '1772534112318204957'],
    ['_dd_s', `aid=${UUID}&rum=2&id=${UUID.replace('5', '6')}&created=${MS}`, 'Datadog', UUID],
    ['rxVisitor', `${MS}Q7JX0ZKV3NTB8RWLS2HD5YCMP1GF4AEU`, 'Dynatrace', `${MS}Q7JX0ZKV3NTB8RWLS2HD5YCMP1GF4AEU`],
    ['_pcid', encodeURIComponent('{"browserId":"l8k2q7jx0zkv3ntb"}'), 'Piano', 'l8k2q7jx0zkv3ntb'],
    ['atuserid', encodeURIComponent(`{"name":"atuserid","val":"${UUID}","options":{}}`), 'Piano', UUID],
    ['_mkto_trk', `id:318-YGB-793&token:_mch-shop.example-${MS}-79811`, 'Marketo', `_mch-shop.example-${MS}-79811`],
    ['_gd_visitor', UUID, '6sense', UUID],
    ['__adroll_fpc', `${HEX}-${MS}`, 'AdRoll', HEX],
    ['sa-user-id', `s%3A0-${UUID}.FCMUeVy8rqUCXd%2BxMRBP0Z3Ifqx4Hx8pGEPNphI1I1k`, 'StackAdapt', UUID],
    ['_parrable_id', 'eid%3A01.1772534112.7be01d4c9a8e6f2b%2Cibaopt%3A0', 'Parrable', '01.1772534112.7be01d4c9a8e6f2b'],
    ['panoramaId', HEX + HEX, 'Lotame', HEX + HEX],
    ['pbjs-unifiedid', `{"TDID":"${UUID}","TDID_LOOKUP":"TRUE"}`, 'The Trade Desk', UUID],
    ['_lc2_fpi', '3f4a5b6c7d8e--01jq8zk4t9v3nxb7rwh2d5ycmf', 'LiveIntent', '3f4a5b6c7d8e--01jq8zk4t9v3nxb7rwh2d5ycmf'],
    ['_pubcid', UUID, 'Prebid', UUID],
  ])('%s=%s is %s’s: %s', (name, value, vendor, token) => {
    expect(identify(stored(name, value))).toMatchObject({ kind: 'random-id', vendor, token });
  });

  it.each([
    ['id5id', `{"universal_uid":"ID5*${TEXT}","signature":"x"}`, 'ID5', `ID5*${TEXT}`],
    ['li_adsId', UUID, 'LinkedIn', UUID],
    ['sentryReplaySession', `{"id":"${HEX}","started":${MS}}`, 'Sentry', HEX],
    ['NRBA_SESSION', `{"value":"9c0e4b7a1f6d8352","inactiveAt":${MS}}`, 'New Relic', '9c0e4b7a1f6d8352'],
    ['UID2-sdk-identity', `{"advertising_token":"${TEXT}","refresh_expires":${MS}}`, 'Unified ID 2.0', TEXT],
    ['taboola global:user-id', `${UUID}-tuct7be01d4`, 'Taboola', `${UUID}-tuct7be01d4`],
    ['OB-USER-TOKEN', UUID, 'Outbrain', UUID],
  ])('in web storage, %s=%s is %s’s: %s', (name, value, vendor, token) => {
    expect(identify(stored(name, value, inStorage))).toMatchObject({ kind: 'random-id', vendor, token });
  });
});

describe('what companies keep beside a number', () => {
  it.each([
    ['_ga_7BE01D4C9A', 'GS2.1.s1772534112$o3$g1$t1772534190$j60$l0$h0', 'analytics'],
    ['__utmz', '181257784.1772534112.1.1.utmcsr=(direct)|utmccn=(direct)', 'analytics'],
    ['__hssc', `181257784.3.${MS}`, 'analytics'],
    ['_chartbeat2', `.${MS}.1772599000123.11.D8kQxZBv1LrWCn3YtaX9.1`, 'analytics'],
    ['_cb_svref', 'https%3A%2F%2Fnews.example%2F', 'analytics'],
    ['_hjAbsoluteSessionInProgress', '1', 'analytics'],
    ['_pk_ses.3.1fff', '*', 'analytics'],
    ['AMP_MKTG_0a1b2c3d4e', base64(encodeURIComponent('{"utm_source":"mail"}')), 'analytics'],
    ['rl_session', `RS_ENC_v3_${base64(`{"autoTrack":true,"id":${MS}}`)}`, 'analytics'],
    ['s_nr365', `${MS}-Repeat`, 'analytics'],
    ['utag_main__sn', '4', 'analytics'],
    ['utag_main_ses_id', `${MS}%3Bexp-session`, 'analytics'],
    ['optimizelyBuckets', '%7B%228231453123%22%3A%228242361187%22%7D', 'analytics'],
    ['_vwo_ds', '3%3Aa_0%2Ct_0%3A0%241772534112%3A87.60251798%3A%3A%3A12_0', 'analytics'],
    ['_vis_opt_exp_12_combi', '2', 'analytics'],
    ['_parsely_session', `{%22sid%22:4%2C%22sts%22:${MS}}`, 'analytics'],
    ['_hp2_ses_props.42', `{%22ts%22:${MS}%2C%22d%22:%22shop.example%22}`, 'analytics'],
    ['_ym_d', '1772534112', 'analytics'],
    ['__ar_v4', 'Q7JX0ZKV3NTB8RWLS2HD5Y%3A20260301%3A4%7CK3YQ7JX0ZKV3NTB8RWLS2H%3A20260301%3A4', 'advertising'],
    ['panoramaId_expiry', MS, 'advertising'],
    ['_sctr', `1%7C${MS}`, 'advertising'],
    ['_tt_enable_cookie', '1', 'advertising'],
    ['ln_or', 'eyI0ODIxMTczMyI6ImQifQ%3D%3D', 'advertising'],
  ])('%s=%s is no number, and its company and purpose are known', (name, value, purpose) => {
    const verdict = identify(stored(name, value));
    expect(verdict).toMatchObject({ kind: 'unknown', purpose, token: null });
    expect(verdict.vendor).not.toBeNull();
  });

  it.each([
    ['cto_bundle', TEXT, 'advertising'],
    ['_pubcid', UUID, 'advertising'],
    ['__adroll_fpc', `${HEX}-${MS}`, 'advertising'],
    ['_cb', 'D8kQxZBv1LrWCn3Yta', 'analytics'],
    ['utag_main', 'v_id:019b0c7e9a3b4c288e6f2b7d90a1c4e3$_sn:4', 'analytics'],
    ['__ar_v4', '%7CK3YQ7JX0ZKV3NTB8RWLS2H%3A20260301%3A4', 'advertising'],
    ['pbjs-unifiedid', `{"TDID":"${UUID}"}`, 'advertising'],
    ['sa-user-id', `s%3A0-${UUID}.x`, 'advertising'],
    ['_parrable_id', 'eid:01.1772534112.7be01d4c9a8e6f2b', 'advertising'],
    ['panoramaId', HEX + HEX, 'advertising'],
    ['panoramaIdType', 'panoDevice', 'advertising'],
  ])('what the database of names lacks has a purpose all the same: %s', (name, value, purpose) => {
    const evidence = stored(name, value);
    expect(withPurpose(identify(evidence), evidence)).toMatchObject({ purpose });
  });
});
