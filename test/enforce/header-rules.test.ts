import { describe, expect, it } from 'vitest';
import { RESOURCE_TYPES } from '#core/header-rule.ts';
import type { Domain } from '#core/site.ts';
import { compileHeaderRules } from '#enforce/header-rules.ts';
import type { NeverKept } from '#enforce/never-kept.ts';
import { neverKept } from './cookies.ts';
import { type SimulatedResponse, storeAll, withRules } from './simulated-jar.ts';

const NEW = { topDomains: true };
const GONE = 'Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0';

function linesOf(...cookies: readonly NeverKept[]): readonly (readonly string[])[] {
  const { rules } = compileHeaderRules(cookies, NEW);
  return rules.map(({ action }) => action.responseHeaders.map(({ value }) => value));
}

function conditionsOf(...cookies: readonly NeverKept[]): readonly unknown[] {
  return compileHeaderRules(cookies, NEW).rules.map(({ condition }) => {
    const { resourceTypes, ...rest } = condition;
    expect(resourceTypes).toEqual(RESOURCE_TYPES);
    return rest;
  });
}

describe('the rule for a cookie', () => {
  it('appends the line that removes it, with its path and without', () => {
    expect(linesOf(neverKept({ path: '/acct' }))).toEqual([
      [`uid=; ${GONE}; Path=/acct; Secure; SameSite=None`, `uid=; ${GONE}; Secure; SameSite=None`],
    ]);
  });

  it('that is host-only is about that very host, and of a Secure one about TLS alone', () => {
    expect(conditionsOf(neverKept())).toEqual([
      {
        requestDomains: ['shop.example'],
        urlFilter: '|https://shop.example^',
        responseHeaders: [{ header: 'set-cookie', values: ['uid*'] }],
      },
    ]);
  });

  it('that may come without TLS is one rule with TLS and one without, whose lines are not Secure', () => {
    const cookie = neverKept({}, { secure: false });
    expect(conditionsOf(cookie)).toMatchObject([
      { urlFilter: '|https://shop.example^' },
      { urlFilter: '|http://shop.example^' },
    ]);
    expect(linesOf(cookie)[1]).toEqual([`uid=; ${GONE}`, `uid=; ${GONE}; Path=/`]);
  });

  it('with a Domain is about the subdomains too, and its lines name the Domain', () => {
    const cookie = neverKept({ hostOnly: false });
    const [condition] = conditionsOf(cookie);
    expect(condition).toMatchObject({ requestDomains: ['shop.example'] });
    expect(condition).not.toHaveProperty('urlFilter');
    expect(linesOf(cookie)[0]).toContain(`uid=; ${GONE}; Path=/; Domain=shop.example; Secure; SameSite=None`);
  });

  it('with a Domain that may come without TLS is one rule with the lines for both', () => {
    expect(linesOf(neverKept({ hostOnly: false }, { secure: false }))).toEqual([
      [
        `uid=; ${GONE}; Domain=shop.example`,
        `uid=; ${GONE}; Domain=shop.example; Secure; SameSite=None`,
        `uid=; ${GONE}; Path=/; Domain=shop.example`,
        `uid=; ${GONE}; Path=/; Domain=shop.example; Secure; SameSite=None`,
      ],
    ]);
  });

  it('that is partitioned is about its own page alone', () => {
    const partition = { topLevelSite: 'https://news.example', hasCrossSiteAncestor: true };
    expect(conditionsOf(neverKept({ partition }))).toMatchObject([{ topDomains: ['news.example'] }]);
    expect(linesOf(neverKept({ partition }))[0]).toContain(`uid=; ${GONE}; Path=/; Secure; SameSite=None; Partitioned`);
  });

  it('that is partitioned is about every page where that was decided', () => {
    const partition = { topLevelSite: 'https://news.example' };
    expect(conditionsOf(neverKept({ partition }, { onlyUnder: null }))).not.toMatchObject([{ topDomains: [] }]);
    expect(conditionsOf(neverKept({ partition }, { onlyUnder: null }))).toHaveLength(1);
  });

  it('is shared by the pages of one cookie, and by the paths of one name', () => {
    const under = (site: string): NeverKept => neverKept({ partition: { topLevelSite: `https://${site}` } });
    expect(conditionsOf(under('b.example'), under('a.example'))).toMatchObject([
      { topDomains: ['a.example', 'b.example'] },
    ]);
    expect(linesOf(neverKept({ path: '/a' }), neverKept({ path: '/b' }))).toEqual([
      [
        `uid=; ${GONE}; Path=/a; Secure; SameSite=None`,
        `uid=; ${GONE}; Path=/b; Secure; SameSite=None`,
        `uid=; ${GONE}; Secure; SameSite=None`,
      ],
    ]);
  });

  it('is not shared by paths that are decided apart for their pages', () => {
    const at = (path: string, site: string): NeverKept =>
      neverKept({ path, partition: { topLevelSite: `https://${site}` } });
    expect(conditionsOf(at('/a', 'a.example'), at('/b', 'b.example'))).toMatchObject([
      { topDomains: ['a.example'] },
      { topDomains: ['b.example'] },
    ]);
  });

  it('leaves the partitioned cookies of other pages alone', () => {
    const { rules } = compileHeaderRules([neverKept({ partition: { topLevelSite: 'https://a.example' } })], NEW);
    const line = 'uid=1; Path=/; Secure; SameSite=None; Partitioned';
    const under = (page: string): SimulatedResponse => ({
      url: 'https://shop.example/',
      lines: [line],
      page: page as Domain,
    });
    expect(storeAll([], withRules(rules, under('a.example')))).toEqual([]);
    expect(storeAll([], withRules(rules, under('b.example')))).toHaveLength(1);
  });

  it('of __Host- says Path=/ and no Domain, and never comes without TLS', () => {
    expect(linesOf(neverKept({ name: '__Host-uid' }, { secure: false }))).toEqual([
      [`__Host-uid=; ${GONE}; Path=/; Secure; SameSite=None`],
    ]);
  });

  it('of a name that demands HttpOnly says so', () => {
    expect(linesOf(neverKept({ name: '__Http-uid' }))[0]?.[0]).toContain('; HttpOnly');
  });

  it('without a name gives a value: a line with neither is none', () => {
    expect(linesOf(neverKept({ name: '' }))[0]?.[0]).toMatch(/^=x; /u);
    expect(conditionsOf(neverKept({ name: '' }))).toMatchObject([{ responseHeaders: [{ values: ['*'] }] }]);
  });

  it('of the machine itself is Secure without TLS too', () => {
    expect(linesOf(neverKept({ host: 'localhost' }))[1]?.[0]).toContain('; Secure');
  });

  it('matches a name with characters that stand for others', () => {
    expect(conditionsOf(neverKept({ name: String.raw`a*b?c\d` }))).toMatchObject([
      { responseHeaders: [{ values: [String.raw`a\*b\?c\\d*`] }] },
    ]);
  });
});

describe('a cookie without a rule', () => {
  it.each([
    ['name', neverKept({ name: 'a;b' })],
    ['name', neverKept({ name: 'a=b' })],
    ['name', neverKept({ name: ' a' })],
    ['name', neverKept({ name: 'a\u0001' })],
    ['place', neverKept({ host: 'münchen.example' })],
    ['place', neverKept({ host: '' })],
    ['place', neverKept({ path: '/a;b' })],
    ['place', neverKept({ path: `/${'p'.repeat(1024)}` })],
    ['place', neverKept({ name: '__Host-uid', hostOnly: false })],
    ['partition', neverKept({ partition: { topLevelSite: 'file://' } })],
    ['partition', neverKept({}, { onlyUnder: ['münchen.example' as Domain] })],
  ])('is left because of its %s', (because, cookie) => {
    expect(compileHeaderRules([cookie], NEW)).toEqual({ rules: [], left: [{ cookie, because }] });
  });

  it('is left because of its partition where the browser’s rules cannot tell pages apart', () => {
    const cookie = neverKept({ partition: { topLevelSite: 'https://news.example' } });
    expect(compileHeaderRules([cookie], { topDomains: false }).left).toEqual([{ cookie, because: 'partition' }]);
  });

  it('is left where there are 4,900 rules; the first cookies have theirs', () => {
    const cookies = Array.from({ length: 5000 }, (_, place) => neverKept({ name: `uid${place}` }));
    const { rules, left } = compileHeaderRules(cookies, NEW);
    expect(rules).toHaveLength(4900);
    expect(left).toEqual(cookies.slice(4900).map((cookie) => ({ cookie, because: 'limit' })));
  });

  it('is left where one name has more paths than a rule takes', () => {
    const cookies = Array.from({ length: 200 }, (_, place) => neverKept({ path: `/${place}` }));
    const { rules, left } = compileHeaderRules(cookies, NEW);
    expect(rules[0]?.action.responseHeaders).toHaveLength(100);
    expect(left).toEqual(cookies.slice(99).map((cookie) => ({ cookie, because: 'limit' })));
  });

  it('that is meant under no page needs none', () => {
    expect(compileHeaderRules([neverKept({}, { onlyUnder: [] })], NEW)).toEqual({ rules: [], left: [] });
  });
});
