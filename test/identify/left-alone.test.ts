import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { DAY, stored } from './stored.ts';

const UUID = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';
const HEX = '9c0e4b7a1f6d83520b8ce94d17f3a625';
const TEXT = 'q7Jx0ZkV3nTb8RwLs2Hd5YcMp1Gf4AeU9iKoXvBm';

function kindOf(...of: Parameters<typeof stored>): string {
  return identify(stored(...of)).kind;
}

describe('a cart', () => {
  it.each([
    ['cart', `Z2NwLWV1cm9wZS13ZXN0MTowMUpRO${TEXT.slice(0, 20)}`],
    ['cart_sig', HEX],
    ['bc_cart_id', UUID],
    ['guest_cart', UUID],
    ['basket_token', HEX],
    ['checkout_token', HEX],
    [`wp_woocommerce_session_${HEX}`, `t_${HEX.slice(2)}%7C%7C1772706912%7C%7C1772703312%7C%7C${HEX}`],
    ['woocommerce_cart_hash', HEX],
    ['shopping_bag', UUID],
    ['quote_id', HEX],
    ['einkaufswagen', UUID],
    ['carrinho', UUID],
  ])('%s=%s', (name, value) => {
    expect(kindOf(name, value, { lifetime: 30 * DAY })).toBe('cart');
  });
});

describe('a consent choice', () => {
  it.each([
    ['CONSENTMGR', 'c1:1%7Cc2:0%7Cts:1772534112345%7Cconsent:true'],
    ['cc_cookie', encodeURIComponent(`{"categories":["necessary"],"revision":0,"consentId":"${UUID}"}`)],
    ['osano_consentmanager_uuid', UUID],
    ['cookieyes-consent', `consentid:${TEXT},consent:yes,action:yes`],
    ['cookielawinfo-checkbox-analytics', 'no'],
    ['borlabs-cookie', encodeURIComponent(`{"consents":{"essential":["borlabs-cookie"]},"uid":"${TEXT}"}`)],
    ['didomi_token', Buffer.from(`{"user_id":"${UUID}"}`).toString('base64')],
    ['axeptio_cookies', encodeURIComponent(`{"$$token":"${TEXT}","$$completed":true}`)],
    ['_tracking_consent', encodeURIComponent('{"con":{"CMP":{"a":"","m":""}},"v":"2.1"}')],
    ['__hs_cookie_cat_pref', '1:true,2:false,3:false'],
    ['kndctr_0A1B_AdobeOrg_consent', 'general%3Din'],
    ['mtm_consent_removed', '1772534112345'],
    ['optimizelyOptOut', 'true'],
    ['einwilligung', '1'],
  ])('%s=%s', (name, value) => {
    expect(kindOf(name, value)).toBe('consent');
  });
});

describe('a preference', () => {
  it.each([
    ['NEXT_LOCALE', 'de'],
    ['pll_language', 'de'],
    ['googtrans', '%2Fen%2Fde'],
    ['.AspNetCore.Culture', 'c%3Dde-DE%7Cuic%3Dde-DE'],
    ['sprache', 'de'],
    ['cart_currency', 'EUR'],
    ['localization', 'DE'],
    ['color_scheme', 'dark'],
    ['timezone', 'Europe%2FBerlin'],
    ['screen_res', '1920x1080'],
    ['wp-settings-1', 'editor%3Dtinymce%26libraryContent%3Dbrowse'],
    ['newsletter_popup', 'closed'],
  ])('%s=%s', (name, value) => {
    expect(kindOf(name, value)).toBe('preference');
  });
});

describe('what variant of a page somebody sees', () => {
  it.each([
    ['ab_test', 'variant-b'],
    ['abtest_home', 'treatment'],
    ['experiment_42', 'control'],
    ['experiment_buckets', '7be01d4c'],
    ['exp_seed', '84721903'],
    ['ab_variations', '%7B%22103452871%22%3A%22204518276%22%7D'],
    ['split_group', 'B'],
    ['feature_flags', 'new-nav%2Cdark-header2'],
    ['optimizelyBuckets', '%7B%228231453123%22%3A%228242361187%22%7D'],
    ['optimizelySegments', '%7B%22204231223%22%3A%22gc%22%2C%22204251227%22%3A%22false%22%7D'],
    ['_vwo_ds', '3%3Aa_0%2Ct_0%3A0%241772534112%3A87.60251798%3A%3A'],
    ['_vis_opt_exp_12_combi', '2'],
    ['_gaexp', 'GAX1.2.gYk8TkzrTbeTmVBNJw2w3A.19021.1'],
    ['kameleoonExperiment-42', '318204/1772534112345'],
  ])('%s=%s is no number', (name, value) => {
    expect(identify(stored(name, value, { lifetime: 90 * DAY }))).toMatchObject({ kind: 'unknown', token: null });
  });

  it('does not hide a number under such a name', () => {
    expect(kindOf('experiment_user', UUID)).toBe('random-id');
  });
});

describe('short and common values', () => {
  const COMMON =
    'en-us eur usd dark light accepted 10 12 1920x1080 guest 2026-08-01 1700000000 pt-br chf medium declined 7 404 2560x1440 member 2027-01-31 1809999999'.split(
      ' ',
    );

  it.each(COMMON)('%s is no number, whatever its name promises and whoever keeps it', (value) => {
    for (const name of ['visitor_id', 'uid', 'device', 'xyz']) {
      for (const party of ['first', 'third'] as const) expect(kindOf(name, value, { party })).toBe('unknown');
    }
  });

  it.each(['4f3c2b1a', 'AB12CD34', 'b81e09d3', 'ZK73QP10', '7BE01D4C'])(
    'but eight random digits and letters that last under a name of numbers are one: %s',
    (value) => {
      for (const name of ['visitor_id', 'vid', 'user_uid', 'device-id']) {
        expect(identify(stored(name, value))).toMatchObject({ kind: 'random-id', token: value });
      }
    },
  );
});
