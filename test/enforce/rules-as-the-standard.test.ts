import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileHeaderRules } from '#enforce/header-rules.ts';
import { diffHeaderRules } from '#enforce/rule-changes.ts';
import { GPC_RULE_IDS, hashOf, idsFor } from '#enforce/rule-ids.ts';
import { neverKept, ofStored } from './cookies.ts';
import { pageOf, storeAll, withRules, type SimulatedResponse } from './simulated-jar.ts';

const HOSTS = ['shop.example', 'www.shop.example', 'shop.example.shop.example', 'other.example'] as const;
const ODD = [
  'uid',
  'UID',
  'uid2',
  'ui',
  '',
  '__Host-uid',
  '__Secure-uid',
  'a*b',
  'a?b',
  String.raw`a\b`,
  'näme',
  '(.)$',
  'a b',
  '"q"',
  'session',
];

const name = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: fc.constantFrom(...'*?\\^$.|+()[]{}/%~!&ab'.split('')), maxLength: 6 }),
);

const lineOf = (named: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      name: named,
      value: fc.constantFrom('', '1', '7f3a9c21', 'a=b'),
      space: fc.constantFrom('', ' ', '\t'),
      domain: fc.constantFrom('', '; Domain=shop.example', '; Domain=.www.shop.example', '; Domain=other.example'),
      path: fc.constantFrom('', '; Path=/', '; Path=/acct', '; Path=/a/b', '; Path=relative'),
      secure: fc.constantFrom('', '; Secure', '; SECURE; SameSite=None'),
      partitioned: fc.constantFrom('', '', '; Partitioned'),
      rest: fc.constantFrom('', '; HttpOnly', '; Max-Age=60', '; SameSite=Strict'),
    })
    .map(
      (part) =>
        `${part.name}${part.space}=${part.space}${part.value}${part.domain}${part.path}${part.secure}${part.partitioned}${part.rest}`,
    );

const responseOf = (named: fc.Arbitrary<string>): fc.Arbitrary<SimulatedResponse> =>
  fc
    .record({
      scheme: fc.constantFrom('https', 'https', 'http'),
      host: fc.constantFrom(...HOSTS),
      path: fc.constantFrom('/', '/acct', '/a/b/c', '/?to=https://shop.example/', '/x/://shop.example/'),
      lines: fc.array(lineOf(named), { minLength: 1, maxLength: 5 }),
      page: fc.constantFrom(...HOSTS),
    })
    .map(({ scheme, host, path, lines, page }) => ({
      url: `${scheme}://${host}${path}`,
      lines,
      page: pageOf(`https://${page}/`),
    }));

/** Few names, so that many cookies are namesakes. */
const namesake = responseOf(fc.constantFrom('uid', 'uid', 'UID', 'uid2', ''));

const ABLE = { topDomains: true };

describe('compiled rules, by the standard', () => {
  it('remove from a response whatever it stores that is not to be kept', () => {
    fc.assert(
      fc.property(responseOf(name), fc.nat(), (given, place) => {
        const stored = storeAll([], given);
        const chosen = stored[place % Math.max(1, stored.length)];
        fc.pre(chosen !== undefined);
        const { rules, left } = compileHeaderRules([ofStored(chosen)], ABLE);
        expect(left).toEqual([]);
        const after = storeAll([], withRules(rules, given));
        expect(after).not.toContainEqual(chosen);
      }),
      { numRuns: 500 },
    );
  });

  it('remove a host’s cookie that says no Path from whatever page of the host it comes', () => {
    const { rules } = compileHeaderRules([neverKept({ path: '/first/page' }, { secure: false })], ABLE);
    const path = fc.webPath();
    fc.assert(
      fc.property(fc.constantFrom('https', 'http'), path, (scheme, at) => {
        const url = `${scheme}://shop.example${at}`;
        const given = { url, lines: ['uid=1', 'other=1'], page: pageOf(url) };
        expect(storeAll([], withRules(rules, given)).map((one) => one.name)).toEqual(['other']);
      }),
    );
  });

  it('never touch a cookie of another name, at another host, or of another page, whatever response comes', () => {
    fc.assert(
      fc.property(namesake, fc.array(namesake, { maxLength: 4 }), fc.nat(), (given, others, place) => {
        const jar = [given, ...others].reduce<ReturnType<typeof storeAll>>(storeAll, []);
        const chosen = jar[place % Math.max(1, jar.length)];
        fc.pre(chosen !== undefined);
        const { rules } = compileHeaderRules([ofStored(chosen)], ABLE);
        for (const next of [given, ...others]) {
          const without = storeAll(jar, next);
          const after = storeAll(jar, withRules(rules, next));
          const gone = without.filter((cookie) => !after.some((one) => JSON.stringify(one) === JSON.stringify(cookie)));
          for (const { name: lost, host, hostOnly, page } of gone) {
            expect({ lost, host, hostOnly, page }).toEqual({
              lost: chosen.name,
              host: chosen.host,
              hostOnly: chosen.hostOnly,
              page: chosen.page,
            });
          }
          expect(after.length).toBeLessThanOrEqual(without.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const cookie = fc
  .record({
    name: fc.constantFrom('uid', 'vid', '_ga', '__Host-x'),
    host: fc.constantFrom(...HOSTS),
    hostOnly: fc.boolean(),
    path: fc.constantFrom('/', '/a'),
    partition: fc.constantFrom(null, { topLevelSite: 'https://news.example' }, { topLevelSite: 'https://a.example' }),
    secure: fc.boolean(),
  })
  .map(({ secure, ...identifier }) => neverKept(identifier, { secure }));

describe('compiling', () => {
  it('twice gives the same, in whatever order the cookies come', () => {
    fc.assert(
      fc.property(fc.array(cookie), (cookies) => {
        const { rules } = compileHeaderRules(cookies, ABLE);
        expect(compileHeaderRules(cookies, ABLE).rules).toEqual(rules);
        const turned = compileHeaderRules(cookies.toReversed(), ABLE).rules;
        expect(turned.toSorted((a, b) => a.id - b.id)).toEqual(rules.toSorted((a, b) => a.id - b.id));
      }),
    );
  });

  it('gives every rule an id of its own that the browser takes', () => {
    fc.assert(
      fc.property(fc.array(cookie), (cookies) => {
        const ids = compileHeaderRules(cookies, ABLE).rules.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => Number.isInteger(id) && id > 100 && id < 2 ** 31)).toBe(true);
      }),
    );
  });

  it('leaves the rules of the others as they are when one cookie is added', () => {
    const few = ['a', 'b', 'c'].map((one) => neverKept({ name: one }));
    const { removeRuleIds, addRules } = diffHeaderRules(
      compileHeaderRules(few, ABLE).rules,
      compileHeaderRules([neverKept({ name: 'new' }), ...few], ABLE).rules,
    );
    expect(removeRuleIds).toEqual([]);
    expect(addRules).toHaveLength(1);
  });
});

describe('the id of a text', () => {
  it('is 32-bit, and none of a rule that is known by name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = hashOf(text);
        expect(Number.isInteger(id) && id > 100 && id < 2 ** 31).toBe(true);
      }),
    );
  });
});

describe('ids with one hash', () => {
  it('are told apart, in the same way whatever the order', () => {
    const ids = idsFor(['c', 'a', 'b'], () => 107);
    expect([...ids]).toEqual([
      ['a', 107],
      ['b', 108],
      ['c', 109],
    ]);
    expect(idsFor(['b', 'c', 'a'], () => 107)).toEqual(ids);
  });

  it('begin again after those of the rules that are known by name', () => {
    expect([...idsFor(['a', 'b'], () => 2 ** 31 - 1).values()]).toEqual([2 ** 31 - 1, 101]);
    expect(Math.max(...Object.values(GPC_RULE_IDS))).toBeLessThan(101);
  });
});

describe('the changes from some rules to others', () => {
  it('applied to what there is give what is wanted, and are none where nothing changed', () => {
    fc.assert(
      fc.property(fc.array(cookie), fc.array(cookie), (before, after) => {
        const current = compileHeaderRules(before, ABLE).rules;
        const wanted = compileHeaderRules(after, ABLE).rules;
        const { removeRuleIds, addRules } = diffHeaderRules(current, wanted);
        const kept = current.filter(({ id }) => !removeRuleIds.includes(id));
        const result = [...kept, ...addRules];
        expect(new Set(result.map(({ id }) => id)).size).toBe(result.length);
        expect(result.toSorted((a, b) => a.id - b.id)).toEqual(wanted.toSorted((a, b) => a.id - b.id));
        // The fewest: nothing is removed and added again as it was.
        const texts = new Set(current.map((rule) => JSON.stringify(rule)));
        expect(addRules.filter((rule) => texts.has(JSON.stringify(rule)))).toEqual([]);
        expect(diffHeaderRules(wanted, wanted)).toEqual({ removeRuleIds: [], addRules: [] });
      }),
    );
  });

  it('do not count the order in which a browser names a rule’s fields', () => {
    const [rule] = compileHeaderRules([neverKept()], ABLE).rules;
    if (rule === undefined) throw new Error('no rule');
    const turned = {
      action: rule.action,
      condition: Object.fromEntries(Object.entries(rule.condition).toReversed()),
      priority: rule.priority,
      id: rule.id,
    };
    expect(diffHeaderRules([turned as unknown as typeof rule], [rule])).toEqual({ removeRuleIds: [], addRules: [] });
  });
});
