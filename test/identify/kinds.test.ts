import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { DAY, stored } from './stored.ts';

const RANDOM = 'q7Jx0ZkV3nTb8RwLs2Hd5YcM';
const session = { lifetime: null, httpOnly: true } as const;

describe('what is left alone however random it is', () => {
  it.each([
    'sid',
    'connect.sid',
    'JSESSIONID',
    'PHPSESSID',
    'ASP.NET_SessionId',
    'ASPSESSIONIDQQAABBCC',
    'session',
    'laravel_session',
    '__Secure-next-auth.session-token',
    'SSESS0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  ])('%s is a login session', (name) => {
    expect(identify(stored(name, RANDOM, session))).toMatchObject({ kind: 'login', purpose: 'necessary', token: null });
  });

  it('a remembered login is one for as long as it lasts', () => {
    expect(identify(stored('remember_me', RANDOM, { httpOnly: true })).kind).toBe('login');
    expect(identify(stored('sessionid', RANDOM, { httpOnly: true, lifetime: 14 * DAY })).kind).toBe('login');
  });

  it.each([
    'csrf',
    '_csrf',
    'csrftoken',
    'XSRF-TOKEN',
    '__RequestVerificationToken',
    'AWSALB',
    'AWSALBCORS',
    'SERVERID',
    '__cf_bm',
    'TS01a2b3c4',
    'BIGipServerpool_web',
  ])('%s is for security or for balancing load', (name) => {
    expect(identify(stored(name, RANDOM, session))).toMatchObject({ kind: 'security', purpose: 'necessary' });
  });

  it.each(['cart', 'cartId', 'shop_basket', 'woocommerce_cart_hash', 'warenkorb'])('%s is a cart', (name) => {
    expect(identify(stored(name, RANDOM))).toMatchObject({ kind: 'cart', purpose: 'necessary' });
  });

  it.each([
    ['CookieConsent', `{stamp:%27${RANDOM}==%27%2Cnecessary:true%2Cmarketing:false}`],
    ['OptanonConsent', 'isIABGlobal=false&consentId=5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3&groups=C0001%3A1%2CC0002%3A0'],
    ['euconsent-v2', 'CQAAAAAQAAAAAAHABBENAPEgAAAAAAAAAAAAAAAAAAAA'],
    ['gdpr_choice', RANDOM],
    ['cookies_accepted', '1'],
    ['marketing-opt-out', 'true'],
    ['xyz', 'CQAAAAAQAAAAAAHABBENAPEgAAAAAAAAAAAAAAAAAAAA.YAAAAAAAAAAA'],
    ['xyz', '{"necessary":true,"analytics":false,"marketing":false}'],
  ])('%s=%s is a consent choice', (name, value) => {
    expect(identify(stored(name, value))).toMatchObject({ kind: 'consent', purpose: 'necessary' });
  });

  it.each([
    ['lang', 'en-us'],
    ['theme', 'dark'],
    ['currency', 'eur'],
    ['i18nextLng', 'de-DE'],
    ['view_mode', 'grid'],
  ])('%s=%s is a preference', (name, value) => {
    expect(identify(stored(name, value))).toMatchObject({ kind: 'preference', purpose: 'functional' });
  });

  it('a signed token and sealed state are the server’s own', () => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJBZGEifQ.0k3xT9vQ7bRz';
    expect(identify(stored('xyz', jwt))).toMatchObject({ kind: 'login', reasons: [{ says: 'signedToken' }, {}] });
    const sealed = Buffer.from(`{"iv":"${RANDOM}","value":"${RANDOM}","mac":"${RANDOM}"}`).toString('base64');
    expect(identify(stored('xyz', sealed)).kind).toBe('login');
  });
});

describe('names are read by their words', () => {
  it('a word inside another word says nothing', () => {
    const lasting = { area: 'local-storage', lifetime: 'never' } as const;
    expect(identify(stored('cartography', RANDOM, lasting)).kind).not.toBe('cart');
    expect(identify(stored('obsession', RANDOM, lasting)).kind).not.toBe('login');
    expect(identify(stored('slang', 'en', lasting)).kind).not.toBe('preference');
  });

  it('a preference’s name does not hide a number', () => {
    expect(identify(stored('lang', '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3')).kind).toBe('random-id');
  });

  it('a session that tells visitors apart for a year is no session', () => {
    expect(identify(stored('visitor_session', RANDOM)).kind).toBe('random-id');
  });

  it('the reason quotes the name', () => {
    expect(identify(stored('halden_cart', '1')).reasons[0]).toEqual({
      says: 'nameSaysCart',
      args: ['halden_cart'],
      basis: 'inferred',
    });
  });
});
