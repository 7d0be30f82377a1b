import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { stored } from './stored.ts';

const UUID = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';
const HEX = '9c0e4b7a1f6d83520b8ce94d17f3a625';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function place(name: string, value: string): string | undefined {
  return identify(stored(name, value)).reasons.find((reason) => reason.says === 'partOfValue')?.args[0];
}

describe('a number in a vendor’s format', () => {
  it.each([
    ['_ga', 'GA1.1.1846203957.1772534112', 'Google Analytics', '1846203957.1772534112'],
    ['_ga', 'GA1.2-3.1846203957.1772534112', 'Google Analytics', '1846203957.1772534112'],
    ['_gid', 'GA1.2.604417283.1772534112', 'Google Analytics', '604417283.1772534112'],
    ['_gcl_au', '1.1.604417283.1772534112', 'Google', '604417283.1772534112'],
    ['_fbp', 'fb.1.1772534112345.1846203957', 'Meta', 'fb.1.1772534112345.1846203957'],
    ['_pk_id.3.1fff', '8e6f2b7d90a1c4e3.1772534112.', 'Matomo', '8e6f2b7d90a1c4e3'],
    ['_sp_id.1fff', `${UUID}.1772534112.3.1772599000.1772534112.${UUID.replace('5', '6')}`, 'Snowplow', UUID],
    ['sp', UUID, 'Snowplow', UUID],
    ['ph_phc_k3y_posthog', encodeURIComponent(`{"distinct_id":"${UUID}","$sesid":[1,"x",1]}`), 'PostHog', UUID],
    ['mp_k3y_mixpanel', `{"distinct_id":"$device:${UUID}","$device_id":"${UUID}"}`, 'Mixpanel', UUID],
    ['AMP_0a1b2c3d4e', base64(encodeURIComponent(`{"deviceId":"${UUID}","sessionId":1}`)), 'Amplitude', UUID],
    ['ajs_anonymous_id', `%22${UUID}%22`, 'Segment', UUID],
    ['rl_anonymous_id', `RS_ENC_v3_${base64(`"${UUID}"`)}`, 'RudderStack', UUID],
    ['_hjSessionUser_42', base64(`{"id":"${UUID}","created":1772534112345,"existing":true}`), 'Hotjar', UUID],
    ['__hstc', `181257784.${HEX}.1772534112345.1772534112345.1772599000123.2`, 'HubSpot', HEX],
    ['hubspotutk', HEX, 'HubSpot', HEX],
    ['_clck', 'k1v9zt%5E2%5Efx2%5E0%5E1893', 'Microsoft Clarity', 'k1v9zt'],
    ['_uetvid', `${HEX}|1f2e3d|1772534112345|1|1|bat.bing.com/p/insights`, 'Microsoft', HEX],
    ['MUID', HEX.toUpperCase(), 'Microsoft', HEX.toUpperCase()],
    [
      'AMCV_0A1B%40AdobeOrg',
      '179643557%7CMCIDTS%7C20515%7CMCMID%7C40172583916650284719530662817390458122',
      'Adobe',
      '40172583916650284719530662817390458122',
    ],
    [
      'kndctr_0A1B_AdobeOrg_identity',
      base64('\n&40172583916650284719530662817390458122R\u000f'),
      'Adobe',
      '40172583916650284719530662817390458122',
    ],
    ['_vwo_uuid_v2', `D${HEX.toUpperCase()}|8a1c0f`, 'VWO', `D${HEX.toUpperCase()}`],
    ['utag_main', 'v_id:019b0c7e9a3b4c288e6f2b7d90a1c4e3$_sn:4$_ss:1', 'Tealium', '019b0c7e9a3b4c288e6f2b7d90a1c4e3'],
    ['optimizelyEndUserId', 'oeu1772534112345r0.3718204', 'Optimizely', 'oeu1772534112345r0.3718204'],
    ['__qca', 'P0-1846203957-1772534112345', 'Quantcast', 'P0-1846203957-1772534112345'],
    ['_parsely_visitor', `{%22id%22:%22pid=${HEX}%22%2C%22session_count%22:2}`, 'Parse.ly', HEX],
    ['_rdt_uuid', `1772534112345.${UUID}`, 'Reddit', `1772534112345.${UUID}`],
    ['_twpid', 'tw.1772534112345.318204957182039', 'X', 'tw.1772534112345.318204957182039'],
    ['guest_id', 'v1%3A177253411234567890', 'X', '177253411234567890'],
    ['bcookie', `"v=2&${UUID}"`, 'LinkedIn', UUID],
    ['_pubcid', UUID, 'Prebid', UUID],
    ['clientId', '0615090453939808', 'Google Analytics', '0615090453939808'],
    [
      'NRBA_SESSION::3daa91ec',
      '{"value":"07aaa91a3feef35d","inactiveAt":1772534112345,"custom":{}}',
      'New Relic',
      '07aaa91a3feef35d',
    ],
    ['__openreplay_uuid', UUID, 'OpenReplay', UUID],
    [
      '$__or__distinct_device_id__$',
      'k3v9ztq01xm-8c2hw0sd7fp-1r5ybn4gj6',
      'OpenReplay',
      'k3v9ztq01xm-8c2hw0sd7fp-1r5ybn4gj6',
    ],
    ['STATSIG_LOCAL_STORAGE_STABLE_ID', UUID, 'Statsig', UUID],
    [
      'STATSIG_LOCAL_STORAGE_INTERNAL_STORE_V4',
      `{"-100614217":{"time":1772534112345,"user_hash":"3287043755","stableIDUsed":"${UUID}"}}`,
      'Statsig',
      UUID,
    ],
    ['__eventn_id', UUID, 'Jitsu', UUID],
    ['_hp2_id.42', encodeURIComponent('{"userId":"3718204957182039","pageviewId":"1"}'), 'Heap', '3718204957182039'],
  ])('%s=%s is %s’s, and the number is %s', (name, value, vendor, token) => {
    expect(identify(stored(name, value))).toMatchObject({ kind: 'random-id', vendor, token });
  });

  it('is the same while the times and counts beside it change', () => {
    const first = identify(stored('_sp_id.1fff', `${UUID}.1772534112.1.1772534112.1772534112.a`));
    const later = identify(stored('_sp_id.1fff', `${UUID}.1772534112.9.1779999999.1778888888.b`));
    expect(later.token).toBe(first.token);
  });

  it('is found in storage too, where nothing is percent-encoded', () => {
    const evidence = stored('ph_phc_k3y_posthog', `{"distinct_id":"${UUID}"}`, {
      area: 'local-storage',
      lifetime: 'never',
    });
    expect(identify(evidence)).toMatchObject({ vendor: 'PostHog', token: UUID });
  });

  it('is found in JSON that is too long to be read to its end', () => {
    const value = `{"distinct_id":"${UUID}","seen":[${'"page",'.repeat(100_000)}"page"]}`;
    expect(identify(stored('ph_phc_k3y_posthog', value)).token).toBe(UUID);
  });

  it('is known under a name of the site’s own', () => {
    const verdict = identify(stored('visits', 'GA1.1.1846203957.1772534112'));
    expect(verdict).toMatchObject({ vendor: 'Google Analytics', token: '1846203957.1772534112' });
  });

  it('is Pinterest’s under any name, in base64 within base64', () => {
    const uid = base64(UUID);
    expect(identify(stored('xyz', base64(`uid=${uid}`)))).toMatchObject({ vendor: 'Pinterest', token: uid });
    expect(identify(stored('xyz', base64(`uid=${UUID}`)))).toMatchObject({ vendor: null, token: UUID });
  });

  it('says where in the value it stands', () => {
    expect(place('_ga', 'GA1.1.1846203957.1772534112')).toBe('last two parts');
    expect(place('_sp_id.1fff', `${UUID}.1772534112.3`)).toBe('1st part');
    expect(place('__hstc', `181257784.${HEX}.1772534112345.1`)).toBe('2nd part');
    expect(place('ph_phc_k3y_posthog', `{"distinct_id":"${UUID}"}`)).toBe('distinct_id');
    expect(place('_pubcid', UUID)).toBeUndefined();
  });

  it('needs the value to fit: a name alone names no number', () => {
    expect(identify(stored('_ga', 'enabled')).kind).toBe('unknown');
    expect(identify(stored('_fbp', '1')).kind).toBe('unknown');
  });

  it.each([
    ['AMP_MKTG_0a1b2c3d4e', base64(encodeURIComponent('{}')), 'Amplitude'],
    ['__openreplay_token', `${HEX}_$_key`, 'OpenReplay'],
    ['ph_phc_k3y_session_registered_properties', '["$referrer"]', 'PostHog'],
  ])('is not in what an SDK keeps beside it: %s', (name, value, vendor) => {
    const evidence = stored(name, value);
    const verdict = identify(evidence);
    expect(verdict).toMatchObject({ kind: 'unknown', vendor });
    expect(verdict.reasons[0]).toMatchObject({ says: 'knownName', args: [vendor] });
  });

  it('needs the domain where the name is anybody’s', () => {
    expect(identify(stored('uid', UUID, { host: 'gum.criteo.com', party: 'third' })).vendor).toBe('Criteo');
    expect(identify(stored('uid', UUID)).vendor).toBeNull();
    expect(identify(stored('uid', UUID, { host: 'notcriteo.com' })).vendor).toBeNull();
  });
});
