import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '#core/cookie-date.ts';
import { parseSetCookie, type SetCookie } from '#core/set-cookie.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 86_400_000;

function parsed(line: string, url = 'https://shop.example/acct/login'): SetCookie {
  const result = parseSetCookie(line, { url, now: NOW });
  if (!result.ok) throw new Error(result.error);
  return result.cookie;
}

function refused(line: string, url = 'https://shop.example/acct/login'): string {
  const result = parseSetCookie(line, { url, now: NOW });
  if (result.ok) throw new Error(`stored: ${JSON.stringify(result.cookie)}`);
  return result.error;
}

describe('a Set-Cookie line', () => {
  it('without attributes is a session cookie of that very host, below the folder of the address', () => {
    expect(parsed('uid=7f3a')).toEqual({
      name: 'uid',
      value: '7f3a',
      host: 'shop.example',
      hostOnly: true,
      path: '/acct',
      secure: false,
      httpOnly: false,
      sameSite: 'unspecified',
      expires: null,
      partitioned: false,
    });
  });

  it('with every attribute says all of it', () => {
    const line = 'uid=1; Domain=.Shop.example; Path=/a; Secure; HttpOnly; SameSite=None; Max-Age=60; Partitioned';
    expect(parsed(line, 'https://www.shop.example/')).toEqual({
      name: 'uid',
      value: '1',
      host: 'shop.example',
      hostOnly: false,
      path: '/a',
      secure: true,
      httpOnly: true,
      sameSite: 'no_restriction',
      expires: NOW + 60_000,
      partitioned: true,
    });
  });

  it.each([
    ['uid = x ', 'uid', 'x'],
    ['\tuid\t=\tx', 'uid', 'x'],
    ['a=b=c', 'a', 'b=c'],
    ['only-a-value', '', 'only-a-value'],
    ['=only-a-value', '', 'only-a-value'],
    ['named=', 'named', ''],
    ['a\tb=1', 'a\tb', '1'],
    ['q="a, b"', 'q', '"a, b"'],
    ['__proto__=polluted', '__proto__', 'polluted'],
  ])('%j has name and value as browsers read them', (line, name, value) => {
    expect(parsed(line)).toMatchObject({ name, value });
  });

  it.each([
    ['/', '/'],
    ['/acct', '/'],
    ['/a/b/c', '/a/b'],
    ['/a/b/', '/a/b'],
  ])('without Path from %s is stored for %s', (path, stored) => {
    expect(parsed('uid=1', `https://shop.example${path}?q=/x/y`).path).toBe(stored);
    expect(parsed('uid=1; Path=relative', `https://shop.example${path}`).path).toBe(stored);
    expect(parsed('uid=1; Path=/other; Path', `https://shop.example${path}`).path).toBe(stored);
  });

  it.each([
    ['Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', NOW + 60_000],
    ['Expires=Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Max-Age=0', 0],
    ['Max-Age=-5', 0],
    ['Max-Age=99999999999999999999', NOW + 400 * DAY],
    ['Expires=Fri, 01 Jan 2999 00:00:00 GMT', NOW + 400 * DAY],
    ['Max-Age=abc; Expires=never', null],
    ['Max-Age=+60', null],
    ['Max-Age=60; Max-Age=120', NOW + 120_000],
    ['Max-Age=60; Max-Age=soon', NOW + 60_000],
  ])('with %s ends then: Max-Age counts before Expires, and nothing lasts over 400 days', (attributes, expires) => {
    expect(parsed(`uid=1; ${attributes}`).expires).toBe(expires);
  });

  it.each([
    ['None', 'no_restriction'],
    ['LAX', 'lax'],
    ['strict', 'strict'],
    ['Perhaps', 'unspecified'],
    ['constructor', 'unspecified'],
  ])('with SameSite=%s is %s', (said, sameSite) => {
    expect(parsed(`uid=1; Secure; SameSite=${said}`).sameSite).toBe(sameSite);
  });

  it.each([
    ['Domain=', 'shop.example', true],
    ['Domain=shop.example', 'shop.example', false],
    ['Domain=other.example; Domain=shop.example', 'shop.example', false],
  ])('with %s is stored for %s', (attribute, host, hostOnly) => {
    expect(parsed(`uid=1; ${attribute}`)).toMatchObject({ host, hostOnly });
  });

  it('is host-only where its Domain is the host itself and has no subdomains that are its own', () => {
    expect(parsed('uid=1; Domain=127.0.0.1', 'http://127.0.0.1/').hostOnly).toBe(true);
    expect(parsed('uid=1; Domain=github.io', 'https://github.io/').hostOnly).toBe(true);
  });

  it('may be Secure from the machine itself', () => {
    expect(parsed('uid=1; Secure', 'http://localhost/').secure).toBe(true);
  });

  it.each([
    ['', 'neither name nor value'],
    ['=', 'neither name nor value'],
    [';;; Path=/', 'neither name nor value'],
    ['a\u0001b=1', 'a control character'],
    ['uid=1; Path=/\u007f', 'a control character'],
    [`uid=${'k'.repeat(4094)}`, 'name and value are over 4096 octets'],
    ['uid=1; Domain=other.example', 'shop.example may not set a cookie for other.example'],
    ['uid=1; Domain=www.shop.example', 'shop.example may not set a cookie for www.shop.example'],
    ['uid=1; Domain=hop.example', 'shop.example may not set a cookie for hop.example'],
    ['uid=1; Domain=example', 'the domain example is a public suffix'],
    ['uid=1; Partitioned', 'Partitioned demands Secure'],
    ['__Host-uid=1; Secure', 'its prefix __Host- demands Path=/ and no Domain'],
    ['__Host-uid=1; Secure; Path=/a', 'its prefix __Host- demands Path=/ and no Domain'],
    ['__Host-uid=1; Secure; Path=/; Domain=shop.example', 'its prefix __Host- demands Path=/ and no Domain'],
    ['__host-uid=1; Path=/', 'the prefix of its name demands Secure'],
    ['__Secure-uid=1', 'the prefix of its name demands Secure'],
    ['__Host-uid', 'a value without a name looks like a name with a prefix'],
  ])('%j is not stored: %s', (line, error) => {
    expect(refused(line)).toBe(error);
  });

  it('is not stored where it is Secure and the response was not', () => {
    expect(refused('uid=1; Secure', 'http://shop.example/')).toBe('Secure from a host that is not');
  });

  it('is not stored from an address without a host', () => {
    expect(refused('uid=1', 'data:text/html,x')).toBe('the address of the response has no host');
    expect(refused('uid=1', 'no address')).toBe('the address of the response has no host');
  });

  it('may be as long as 4096 octets, counted as browsers hand headers over, and lose an attribute that is too long', () => {
    expect(parsed(`uid=${'\u00e4'.repeat(4093)}`).value).toHaveLength(4093);
    expect(refused(`uid=${'\u20ac'.repeat(1365)}`)).toContain('over 4096 octets');
    expect(parsed(`uid=1; Path=/${'p'.repeat(1024)}`).path).toBe('/acct');
    expect(parsed(`uid=1; Path=/${'p'.repeat(1023)}`).path).toHaveLength(1024);
  });

  it('never makes the parser throw, whatever it holds and wherever it comes from', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...'a=;/., -0:\t\u0000äDomainPathMax-Age'.split(''))).map((parts) => parts.join('')),
        ),
        fc.oneof(fc.webUrl(), fc.string()),
        (line, url) => {
          const result = parseSetCookie(line, { url, now: NOW });
          expect(typeof result.ok).toBe('boolean');
        },
      ),
    );
  });

  it('comes back as it was written', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-.!$%&*+^`|~"()/:<>?@[]{}'.split('')) });
    const cookie = fc.record({
      name: text.filter((name) => name !== '' && !name.startsWith('__')),
      value: text,
      domain: fc.boolean(),
      path: fc.constantFrom('/', '/acct', '/a b/c'),
      secure: fc.boolean(),
      httpOnly: fc.boolean(),
      sameSite: fc.constantFrom('unspecified', 'lax', 'strict', 'no_restriction'),
      seconds: fc.option(fc.integer({ min: 1, max: 400 * 86_400 })),
      partitioned: fc.boolean(),
    });
    const SAID = {
      unspecified: '',
      lax: '; SameSite=Lax',
      strict: '; SameSite=Strict',
      no_restriction: '; SameSite=None',
    };
    fc.assert(
      fc.property(cookie, (given) => {
        const { name, value, domain, path, httpOnly, sameSite, seconds, partitioned } = given;
        const secure = given.secure || partitioned;
        const line = [
          `${name}=${value}; Path=${path}`,
          domain ? '; Domain=shop.example' : '',
          secure ? '; Secure' : '',
          httpOnly ? '; HttpOnly' : '',
          SAID[sameSite],
          seconds === null ? '' : `; Max-Age=${seconds}`,
          partitioned ? '; Partitioned' : '',
        ].join('');
        const host = { host: 'shop.example', hostOnly: !domain };
        const expires = seconds === null ? null : NOW + seconds * 1000;
        expect(parsed(line)).toEqual({ name, value, ...host, path, secure, httpOnly, sameSite, expires, partitioned });
      }),
    );
  });
});

describe('a cookie date', () => {
  const at = Date.UTC(1994, 10, 6, 8, 49, 37);

  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    '6 November 1994 08:49:37 +0200',
    'nov 6 1994 8:49:37',
  ])('%s is understood', (text) => {
    expect(parseCookieDate(text)).toBe(at);
  });

  it.each(['', 'never', '06 Nov 1994', '31 Feb 2026 00:00:00', '06 Nov 1994 24:00:00', '06 Nov 1600 00:00:00'])(
    '%j is none',
    (text) => {
      expect(parseCookieDate(text)).toBeUndefined();
    },
  );

  it('of two digits is of this century until 69', () => {
    expect(parseCookieDate('01 Jan 69 00:00:00')).toBe(Date.UTC(2069, 0, 1));
    expect(parseCookieDate('01 Jan 70 00:00:00')).toBe(0);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2400-01-01'), noInvalidDate: true }), (date) => {
        expect(parseCookieDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});
