import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CookieIdentifier, Identifier, StorageIdentifier } from '#core/identifier.ts';
import { hostOf, identifierKey, nameOf } from '#core/identifier.ts';

const cookie: CookieIdentifier = {
  area: 'cookie',
  store: '0',
  partition: null,
  host: 'shop.example',
  hostOnly: true,
  path: '/',
  name: 'hvid',
};
const stored: StorageIdentifier = {
  area: 'local-storage',
  store: '0',
  partition: null,
  origin: 'https://www.shop.example:8443',
  key: 'halden.device',
};

const partition = fc.option(
  fc.record({ topLevelSite: fc.webUrl(), hasCrossSiteAncestor: fc.boolean() }, { requiredKeys: ['topLevelSite'] }),
);
const text = fc.string({ unit: 'binary', maxLength: 12 });
const identifiers: fc.Arbitrary<Identifier> = fc.oneof(
  fc.record({
    area: fc.constant('cookie' as const),
    store: text,
    partition,
    host: text,
    hostOnly: fc.boolean(),
    path: text,
    name: text,
  }),
  fc.record({
    area: fc.constantFrom('local-storage' as const, 'session-storage' as const, 'indexed-db' as const),
    store: text,
    partition,
    origin: text,
    key: text,
  }),
);

function under(hasCrossSiteAncestor: boolean): string {
  return identifierKey({ ...cookie, partition: { topLevelSite: 'https://news.example', hasCrossSiteAncestor } });
}

describe('the key of an identifier', () => {
  it('is the same whatever order its fields came in', () => {
    const turned = Object.fromEntries(Object.entries(cookie).toReversed()) as unknown as CookieIdentifier;
    expect(identifierKey(turned)).toBe(identifierKey(cookie));
  });

  it.each<[string, Partial<CookieIdentifier>]>([
    ['another container', { store: 'firefox-container-1' }],
    ['a partition', { partition: { topLevelSite: 'https://news.example' } }],
    ['a subdomain', { host: 'www.shop.example' }],
    ['every subdomain', { hostOnly: false }],
    ['a folder', { path: '/acct' }],
    ['another name', { name: 'HVID' }],
  ])('differs for %s', (_what, other) => {
    expect(identifierKey({ ...cookie, ...other })).not.toBe(identifierKey(cookie));
  });

  it('differs by the cross-site ancestor alone', () => {
    expect(under(true)).not.toBe(under(false));
  });

  it('differs where characters only move from one field to the next', () => {
    const left = identifierKey({ ...cookie, path: '/a', name: '","b' });
    expect(left).not.toBe(identifierKey({ ...cookie, path: '/a","', name: 'b' }));
  });

  it('is equal exactly where the fields are', () => {
    fc.assert(
      fc.property(identifiers, identifiers, (one, other) => {
        expect(identifierKey(structuredClone(one))).toBe(identifierKey(one));
        const same = isDeepStrictEqual(structuredClone(one), structuredClone(other));
        expect(identifierKey(one) === identifierKey(other)).toBe(same);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('an identifier', () => {
  it('has the name its site gave it', () => {
    expect(nameOf(cookie)).toBe('hvid');
    expect(nameOf(stored)).toBe('halden.device');
  });

  it('has the host that stored it, without scheme and port', () => {
    expect(hostOf(cookie)).toBe('shop.example');
    expect(hostOf(stored)).toBe('www.shop.example');
  });

  it('of an odd origin has that origin for a host', () => {
    expect(hostOf({ ...stored, origin: 'null' })).toBe('null');
  });
});
