import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedCookies, domainMatches, sendsCookies } from '#core/carried.ts';
import type { Cookie } from '#core/cookie.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';
import { CHROMIUM, FIREFOX, OPEN, SHOP, request } from './requesting.ts';

describe('any address and any jar', () => {
  const host = fc.constantFrom(
    'shop.example',
    'www.shop.example',
    'metrics.example',
    'localhost',
    '',
    '.',
    '127.0.0.1',
  );
  const lines = fc.tuple(
    fc.string(),
    fc.constantFrom('', '; Secure', '; SameSite=None', '; SameSite=Strict', '; Domain=shop.example', '; Domain=.'),
    fc.string().map((path) => `; Path=/${path.replaceAll(';', '')}`),
  );
  const url = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc
      .tuple(fc.constantFrom('https://', 'http://', 'wss://', 'data:', 'javascript:'), host, fc.webPath())
      .map((parts) => parts.join('')),
  );

  it('give some of the jar’s cookies and no error', () => {
    const properties = fc.property(
      url,
      fc.array(lines),
      fc.constantFrom(CHROMIUM, FIREFOX, OPEN),
      (address, told, rules) => {
        const jar: readonly Cookie[] = told.map((parts) => cookieOf(parts.join(''), { url: SHOP, at: 0 }));
        const of = { ...request(SHOP), url: address };
        const carried = carriedCookies(of, jar, rules);
        expect(carried.every((cookie) => jar.includes(cookie))).toBe(true);
        expect(URL.canParse(address) || carried.length === 0).toBe(true);
        expect(typeof sendsCookies(of)).toBe('boolean');
      },
    );
    fc.assert(properties, { numRuns: 300 });
  });

  it('never send more where the rules are stricter', () => {
    fc.assert(
      fc.property(url, fc.array(lines, { minLength: 1 }), (address, told) => {
        const jar = told.map((parts) =>
          cookieOf(parts.join(''), {
            url: address.startsWith('http') && URL.canParse(address) ? address : SHOP,
            at: 0,
          }),
        );
        const of = { ...request(SHOP), url: address };
        const open = carriedCookies(of, jar, OPEN);
        for (const rules of [CHROMIUM, FIREFOX]) {
          for (const cookie of carriedCookies(of, jar, rules)) expect(open).toContain(cookie);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('match a host with itself, and a parent only where the cookie says Domain', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (one, label) => {
        expect(domainMatches(one, { host: one, hostOnly: true })).toBe(true);
        expect(domainMatches(`${label}.${one}`, { host: one, hostOnly: false })).toBe(true);
        expect(domainMatches(`${label}.${one}`, { host: one, hostOnly: true })).toBe(false);
        expect(domainMatches(`${label}${one}`, { host: one, hostOnly: false })).toBe(false);
      }),
    );
  });
});
