import { describe, expect, it } from 'vitest';
import { type CookieRules, carriedCookies, pathMatches, sendsCookies } from '#core/carried.ts';
import type { PartitionKey } from '#core/identifier.ts';
import type { WebRequest } from '#core/request.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';
import { CHROMIUM, FIREFOX, OPEN, PIXEL, SHOP, request } from './requesting.ts';

/** Whether a request carries the cookie that this line set. */
function carries(
  of: WebRequest,
  line: string,
  {
    from = of.url,
    rules = CHROMIUM,
    partition = null,
  }: { from?: string; rules?: CookieRules; partition?: PartitionKey | null } = {},
): boolean {
  return carriedCookies(of, [cookieOf(line, { url: from, at: 0, partition })], rules).length === 1;
}

describe('a cookie goes with a request', () => {
  it.each([
    ['to the very host that set it', 'https://shop.example/', 'id=1; Path=/', true],
    ['but, set without Domain, not to a subdomain', 'https://www.shop.example/', 'id=1; Path=/', false],
    [
      'and, set with Domain, to every subdomain',
      'https://a.www.shop.example/',
      'id=1; Path=/; Domain=shop.example',
      true,
    ],
    [
      'whether Domain has a leading dot or not',
      'https://www.shop.example/',
      'id=1; Path=/; Domain=.shop.example',
      true,
    ],
    ['but not to a host that only ends alike', 'https://myshop.example/', 'id=1; Path=/; Domain=shop.example', false],
  ])('%s', (_what, url, line, expected) => {
    expect(carries(request(url, { page: url }), line, { from: SHOP })).toBe(expected);
  });

  it.each([
    ['/acct', '/acct', true],
    ['/acct/orders', '/acct', true],
    ['/acct/orders', '/acct/', true],
    ['/account', '/acct', false],
    ['/', '/acct', false],
    ['/anything', '/', true],
    ['/Acct', '/acct', false],
  ])('for %s where its path is %s: %s', (path, cookiePath, expected) => {
    expect(pathMatches(path, cookiePath)).toBe(expected);
    expect(carries(request(`https://shop.example${path}`), `id=1; Path=${cookiePath}`)).toBe(expected);
  });

  it('below the folder of the page that set it, where it came without a path', () => {
    const line = 'id=1';
    const from = 'https://shop.example/a/b/c';
    expect(carries(request('https://shop.example/a/b/d'), line, { from })).toBe(true);
    expect(carries(request('https://shop.example/a/d'), line, { from })).toBe(false);
  });

  it.each([
    ['https://shop.example/', true],
    ['wss://shop.example/', true],
    ['http://shop.example/', false],
    ['http://localhost/', true],
    ['http://127.0.0.1:8080/', true],
  ])('marked Secure, to %s: %s', (url, expected) => {
    expect(carries(request(url, { page: url }), 'id=1; Path=/; Secure; SameSite=None')).toBe(expected);
  });

  it('of its own cookie store only', () => {
    const cookie = cookieOf('id=1; Path=/', { url: SHOP, at: 0, store: 'firefox-container-1' });
    expect(carriedCookies(request(SHOP, { store: 'firefox-container-1' }), [cookie], FIREFOX)).toEqual([cookie]);
    expect(carriedCookies(request(SHOP, { store: 'firefox-default' }), [cookie], FIREFOX)).toEqual([]);
  });

  it('together with every other that fits, in the jar’s order', () => {
    const jar = ['a=1; Path=/', 'b=2; Path=/acct', 'c=3; Path=/'].map((line) => cookieOf(line, { url: SHOP, at: 0 }));
    expect(carriedCookies(request(SHOP), jar, CHROMIUM).map(({ value }) => value)).toEqual(['1', '3']);
  });
});

describe('SameSite', () => {
  const typed = request(SHOP, { resource: 'main_frame', initiator: null });
  const fromOwnPage = request(SHOP, { resource: 'main_frame', initiator: 'https://www.shop.example/' });
  const link = request(SHOP, { resource: 'main_frame', initiator: 'https://news.example/' });
  const post = request(SHOP, { resource: 'main_frame', initiator: 'https://news.example/', method: 'POST' });
  const ownImage = request('https://img.shop.example/a.png');
  const embedded = request(SHOP, { page: 'https://news.example/' });
  const frame = request(SHOP, { page: 'https://news.example/', resource: 'sub_frame' });
  const backInOwnPage = request(SHOP, { inFrameOf: 'https://ads.example/', resource: 'sub_frame' });
  const nested = request(SHOP, { inFrameOf: 'https://ads.example/', initiator: SHOP });
  const otherScheme = request(SHOP, { page: 'http://shop.example/' });

  it.each([
    [
      'Strict',
      {
        typed: true,
        fromOwnPage: true,
        link: false,
        post: false,
        ownImage: true,
        embedded: false,
        frame: false,
        backInOwnPage: false,
        nested: false,
        otherScheme: false,
      },
    ],
    [
      'Lax',
      {
        typed: true,
        fromOwnPage: true,
        link: true,
        post: false,
        ownImage: true,
        embedded: false,
        frame: false,
        backInOwnPage: false,
        nested: false,
        otherScheme: false,
      },
    ],
    [
      'None; Secure',
      {
        typed: true,
        fromOwnPage: true,
        link: true,
        post: true,
        ownImage: true,
        embedded: true,
        frame: true,
        backInOwnPage: true,
        nested: true,
        otherScheme: true,
      },
    ],
  ])('=%s', (sameSite, expected) => {
    const line = `id=1; Path=/; Domain=shop.example; SameSite=${sameSite}`;
    const requests = { typed, fromOwnPage, link, post, ownImage, embedded, frame, backInOwnPage, nested, otherScheme };
    const carried = Object.entries(requests).map(([name, of]) => [
      name,
      carries(of, line, { from: SHOP, rules: OPEN }),
    ]);
    expect(Object.fromEntries(carried)).toEqual(expected);
  });

  it('missing is Lax in Chromium and None in Firefox', () => {
    for (const [of, inChromium, inFirefox] of [
      [link, true, true],
      [post, false, true],
      [embedded, false, true],
    ] as const) {
      expect(carries(of, 'id=1; Path=/', { rules: CHROMIUM })).toBe(inChromium);
      expect(carries(of, 'id=1; Path=/', { rules: OPEN })).toBe(inFirefox);
    }
  });
});

describe('between sites', () => {
  const line = 'uid=1; Path=/; SameSite=None; Secure';
  const here = { topLevelSite: 'https://shop.example' };

  it('an unpartitioned cookie crosses only where the browser lets it', () => {
    expect(carries(request(PIXEL), line, { rules: CHROMIUM })).toBe(true);
    expect(carries(request(PIXEL), line, { rules: FIREFOX })).toBe(false);
    expect(carries(request(PIXEL, { page: 'https://metrics.example/' }), line, { rules: FIREFOX })).toBe(true);
  });

  it('a partitioned cookie goes only below the page it is kept for', () => {
    expect(carries(request(PIXEL), line, { rules: FIREFOX, partition: here })).toBe(true);
    expect(carries(request(PIXEL, { page: 'https://news.example/' }), line, { partition: here })).toBe(false);
    const visited = request(PIXEL, { resource: 'main_frame', initiator: null });
    expect(carries(visited, line, { partition: here })).toBe(false);
  });

  it('of two cookies that differ in the cross-site ancestor alone, the one goes that fits', () => {
    const inside = { ...here, hasCrossSiteAncestor: true };
    const direct = { ...here, hasCrossSiteAncestor: false };
    const cases = [
      [request(PIXEL), inside],
      [request(PIXEL, { resource: 'sub_frame' }), inside],
      [request('https://shop.example/api', { inFrameOf: 'https://ads.example/' }), inside],
      [request('https://shop.example/api'), direct],
      [request(SHOP, { resource: 'main_frame', initiator: null }), direct],
      [request(SHOP, { resource: 'main_frame', initiator: 'https://news.example/' }), direct],
    ] as const;
    for (const [of, fits] of cases) {
      const other = fits === inside ? direct : inside;
      expect(carries(of, line, { partition: fits })).toBe(true);
      expect(carries(of, line, { partition: other })).toBe(false);
    }
  });
});

describe('a request sends cookies without being asked to', () => {
  it.each([
    ['image', PIXEL, true],
    ['script', PIXEL, true],
    ['ping', PIXEL, true],
    ['main_frame', PIXEL, true],
    ['xmlhttprequest', 'https://shop.example/api', true],
    ['xmlhttprequest', 'https://api.shop.example/', false],
    ['xmlhttprequest', PIXEL, false],
    ['font', 'https://shop.example/a.woff2', true],
    ['font', 'https://cdn.example/a.woff2', false],
  ])('as %s to %s: %s', (resource, url, expected) => {
    expect(sendsCookies(request(url, { resource, initiator: SHOP }))).toBe(expected);
  });
});
