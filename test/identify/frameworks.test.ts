import { describe, expect, it } from 'vitest';
import type { Evidence } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { DAY, stored } from './stored.ts';

const HEX = '9c0e4b7a1f6d83520b8ce94d17f3a6255b2e8d07c1f4963ab08e7d52c6f1049b';
const TEXT = 'q7Jx0ZkV3nTb8RwLs2Hd5YcMp1Gf4AeU9iKoXvBmWzQy6tNjCrDhSaElFgIu2kPw';
const LOWER = TEXT.toLowerCase();
const UUID = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

const session: Partial<Evidence> = { lifetime: null, httpOnly: true };
const kept: Partial<Evidence> = { lifetime: 30 * DAY, httpOnly: true };
const open: Partial<Evidence> = { lifetime: 180 * DAY };

const LARAVEL = encodeURIComponent(base64(`{"iv":"${TEXT.slice(0, 22)}==","value":"${TEXT}","mac":"${HEX}","tag":""}`));
const RAILS = encodeURIComponent(`${base64(TEXT)}--${TEXT.slice(0, 16)}--${TEXT.slice(16, 38)}==`);
const EXPRESS = encodeURIComponent(`s:${TEXT.slice(0, 32)}.${TEXT.slice(10, 53)}`);
const FLASK = `eyJ1c2VyX2lkIjo0MX0.Zy3k1A.${TEXT.slice(0, 27)}`;
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MSJ9.${TEXT.slice(0, 43)}`;
const JWE = `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${TEXT.slice(0, 16)}.${TEXT}.${TEXT.slice(0, 22)}`;

describe('a login, as server software keeps it', () => {
  it.each([
    ['PHPSESSID', LOWER.slice(0, 26), session],
    ['JSESSIONID', `${HEX.slice(0, 32).toUpperCase()}.node1`, session],
    ['ASP.NET_SessionId', LOWER.slice(0, 24), session],
    ['.ASPXAUTH', HEX.toUpperCase(), kept],
    ['.AspNetCore.Cookies', `CfDJ8${TEXT}${TEXT}`, kept],
    ['.AspNetCore.Identity.Application', `CfDJ8${TEXT}${TEXT}`, kept],
    ['.AspNetCore.Session', `CfDJ8${TEXT}`, session],
    ['laravel_session', LARAVEL, { lifetime: 7200, httpOnly: true }],
    ['remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d', LARAVEL, { lifetime: 400 * DAY, httpOnly: true }],
    ['connect.sid', EXPRESS, session],
    ['sails.sid', EXPRESS, session],
    ['_halden_session', RAILS, session],
    ['remember_user_token', `${base64('{"_rails":{"message":"W1sx"}}')}--${HEX.slice(0, 40)}`, kept],
    ['sessionid', LOWER.slice(0, 32), kept],
    ['SESSION', base64(UUID), session],
    ['remember-me', base64(`ada:1772534112345:${HEX.slice(0, 32)}`), kept],
    [`wordpress_logged_in_${HEX.slice(0, 32)}`, `ada%7C1772534112%7C${TEXT.slice(0, 43)}%7C${HEX}`, kept],
    [`wordpress_sec_${HEX.slice(0, 32)}`, `ada%7C1772534112%7C${TEXT.slice(0, 43)}%7C${HEX}`, session],
    ['_shopify_essential', `:AZ${TEXT}`, kept],
    ['secure_customer_sig', HEX.slice(0, 32), kept],
    ['frontend', LOWER.slice(0, 26), session],
    [`PrestaShop-${HEX.slice(0, 32)}`, `def502${HEX}${HEX}`, kept],
    [`SSESS${HEX.slice(0, 32)}`, TEXT.slice(0, 43), kept],
    ['fe_typo_user', HEX.slice(0, 32), session],
    ['CFID', '48211733', open],
    ['ci_session', LOWER.slice(0, 32), session],
    ['CAKEPHP', LOWER.slice(0, 26), session],
    ['_identity', encodeURIComponent(`${HEX}a:2:{i:0;s:9:"_identity";i:1;s:46:"[1,"${TEXT}"]";}`), kept],
    ['session', FLASK, session],
    ['rack.session', encodeURIComponent(`${base64(TEXT)}--${HEX.slice(0, 40)}`), session],
    ['PLAY_SESSION', JWT, session],
    ['_halden_key', `SFMyNTY.${base64(TEXT).replace(/=/gu, '')}.${TEXT.slice(0, 43)}`, kept],
    ['koa.sess', base64('{"user":"ada","_expire":1772534112345}'), kept],
    ['__Secure-next-auth.session-token', JWE, kept],
    ['appSession', JWE, kept],
    ['KEYCLOAK_IDENTITY', JWT, session],
    ['phpbb3_a1b2c_k', HEX.slice(0, 16), open],
    ['xf_user', `41%2C${TEXT.slice(0, 40)}`, kept],
    ['MoodleSession', LOWER.slice(0, 26), session],
    ['_gitlab_session', HEX.slice(0, 32), kept],
    ['sb-qwertz-auth-token', `base64-${base64('{"access_token":"x","refresh_token":"y"}')}`, open],
  ])('%s=%s', (name, value, more) => {
    expect(identify(stored(name, value, more))).toMatchObject({ kind: 'login', purpose: 'necessary', token: null });
  });

  it.each([
    ['express-session', EXPRESS],
    ['iron-session', `Fe26.2*1*${HEX}*${TEXT.slice(0, 22)}*${TEXT}**${HEX}*${TEXT.slice(0, 43)}~2`],
    ['Laravel', LARAVEL],
    ['Rails', RAILS],
    ['Flask', FLASK],
    ['ASP.NET', `CfDJ8${TEXT}${TEXT}`],
    ['a signed token', JWT],
    ['a sealed token', JWE],
  ])('is known by its form where its site named it anything: %s', (_whose, value) => {
    const verdict = identify(stored('halden', value, kept));
    expect(verdict).toMatchObject({ kind: 'login', reasons: [{ says: 'signedToken' }, {}, {}] });
  });
});

describe('what guards a form or keeps a visitor on one server', () => {
  it.each([
    ['XSRF-TOKEN', LARAVEL, { lifetime: 7200 }],
    ['csrftoken', TEXT, open],
    ['_csrf', TEXT.slice(0, 24), session],
    ['__RequestVerificationToken', TEXT, session],
    ['.AspNetCore.Antiforgery.9fXoN5jHCXs', `CfDJ8${TEXT}${TEXT}`, session],
    ['__Host-next-auth.csrf-token', `${HEX}%7C${HEX}`, session],
    ['__Host-psifi.x-csrf-token', `${HEX}.${HEX}`, session],
    ['form_key', TEXT.slice(0, 16), session],
    ['xf_csrf', TEXT.slice(0, 16), session],
    ['_xsrf', `2|7be01d4c|${HEX.slice(0, 32)}|1772534112`, open],
    ['pkce_verifier', TEXT.slice(0, 43), session],
    ['koa.sess.sig', TEXT.slice(0, 27), kept],
    ['colour.sig', TEXT.slice(0, 27), open],
    ['AWSALB', TEXT + TEXT, { lifetime: 7 * DAY }],
    ['AWSALBTGCORS', TEXT + TEXT, { lifetime: 7 * DAY }],
    ['BIGipServer~Common~pool_shop_443', '1677787402.47873.0000', session],
    ['TSf3a2b4c5027', HEX.slice(0, 60), session],
    ['ARRAffinitySameSite', HEX, session],
    ['nlbi_2417683', `${TEXT.slice(0, 24)}AAAA`, session],
    ['visid_incap_2417683', `${TEXT.slice(0, 44)}==`, open],
    ['incap_ses_1222_2417683', TEXT.slice(0, 36), session],
    ['SERVERID', 'web03|aBcDe|aBcDf', session],
    ['ROUTEID', '.3', session],
    ['route', `1772534112.345.48.718293|${HEX.slice(0, 32)}`, session],
    ['INGRESSCOOKIE', `1772534112.345.48.718293|${HEX.slice(0, 32)}`, session],
    ['GAESA', TEXT, kept],
    ['NSC_wt_ipq', 'ffffffff09f81e5545525d5f4f58455e445a4a423660', open],
    ['cookiesession1', HEX.slice(0, 32).toUpperCase(), open],
    ['fly-machine-id', '5683606c41098e', kept],
    ['bm_so', TEXT, kept],
    ['cf_clearance', `${TEXT.slice(0, 43)}-1772534112-1.2.1.1-${TEXT}`, open],
  ])('%s=%s', (name, value, more) => {
    const verdict = identify(stored(name, value, more));
    expect(verdict).toMatchObject({ kind: 'security', purpose: 'necessary', token: null });
  });
});

it.each(['view', 'mode', 'theme'])('sealed state under the name of a preference (%s) is a login', (name) => {
  expect(identify(stored(name, JWT)).kind).toBe('login');
  expect(identify(stored(name, 'dark')).kind).toBe('preference');
});
