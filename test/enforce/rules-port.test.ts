import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeaderRule } from '#core/header-rule.ts';
import { compileGpcRules } from '#enforce/gpc-rules.ts';
import { compileHeaderRules } from '#enforce/header-rules.ts';
import { GPC_RULE_IDS } from '#enforce/rule-ids.ts';
import { neverKept } from './cookies.ts';

/** The browser's rules, which refuses a rule of one id, and all that comes with it. */
function fakeRules(refuses: ReadonlySet<number>) {
  const rules = new Map<number, HeaderRule>();
  return {
    reads: 0,
    writes: 0,
    RuleConditionKeys: { TOP_DOMAINS: 'topDomains' },
    async getDynamicRules({ ruleIds }: { ruleIds?: readonly number[] } = {}) {
      this.reads += 1;
      return Promise.resolve([...rules.values()].filter(({ id }) => ruleIds?.includes(id) ?? true));
    },
    async updateDynamicRules({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: HeaderRule[] }) {
      this.writes += 1;
      const bad = addRules.find(({ id }) => refuses.has(id));
      if (bad !== undefined) throw new Error(`Rule with id ${bad.id} is not taken`);
      for (const id of removeRuleIds) rules.delete(id);
      for (const rule of addRules) rules.set(rule.id, rule);
      return Promise.resolve();
    },
  };
}

const RULES = compileHeaderRules(
  ['a', 'b', 'c', 'd', 'e'].map((name) => neverKept({ name })),
  { topDomains: true },
).rules;

const REFUSED = RULES[2]?.id ?? 0;

/** A fresh context of the extension, as after the background was stopped. */
async function freshPort() {
  vi.resetModules();
  return await import('#browser/header-rules.ts');
}

describe('the browser’s rules', () => {
  let api: ReturnType<typeof fakeRules>;

  beforeEach(() => {
    api = fakeRules(new Set([REFUSED]));
    vi.stubGlobal('chrome', { declarativeNetRequest: api });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('take what they take, and name the rule that they refuse', async () => {
    const port = await freshPort();
    expect(await port.applyHeaderRules({ removeRuleIds: [], addRules: RULES })).toEqual([REFUSED]);
    const ids = (await port.readHeaderRules()).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(RULES.map(({ id }) => id).filter((id) => id !== REFUSED)));
  });

  it('change in one call where none is refused, and not at all where nothing is to change', async () => {
    const port = await freshPort();
    const addRules = RULES.filter(({ id }) => id !== REFUSED);
    expect(await port.applyHeaderRules({ removeRuleIds: [], addRules })).toEqual([]);
    expect(await port.applyHeaderRules({ removeRuleIds: [], addRules: [] })).toEqual([]);
    expect(api.writes).toBe(1);
  });

  it('are read once, and again by a background that was stopped', async () => {
    const first = await freshPort();
    const [one, two] = RULES;
    if (one === undefined || two === undefined) throw new Error('too few rules');
    await first.readHeaderRules();
    await first.applyHeaderRules({ removeRuleIds: [], addRules: [one] });
    await first.applyHeaderRules({ removeRuleIds: [one.id], addRules: [two] });
    expect(await first.readHeaderRules()).toEqual([two]);
    expect(api.reads).toBe(1);
    const second = await freshPort();
    expect(await second.readHeaderRules()).toEqual([two]);
    expect(api.reads).toBe(2);
  });

  it('that are removed stay removed where what was to be added is refused', async () => {
    const port = await freshPort();
    const [one] = RULES;
    if (one === undefined) throw new Error('no rule');
    await port.applyHeaderRules({ removeRuleIds: [], addRules: [one] });
    const refused = RULES.filter(({ id }) => id === REFUSED);
    expect(await port.applyHeaderRules({ removeRuleIds: [one.id], addRules: refused })).toEqual([REFUSED]);
    expect(await port.readHeaderRules()).toEqual([]);
  });

  it('tell whether they know pages apart', async () => {
    const port = await freshPort();
    expect(port.ruleAbilities()).toEqual({ topDomains: true });
    vi.stubGlobal('chrome', { declarativeNetRequest: {} });
    expect(port.ruleAbilities()).toEqual({ topDomains: false });
    expect(port.hasHeaderRules()).toBe(true);
  });

  it('of other headers stay apart from those of cookies, and are exchanged all at once', async () => {
    const port = await freshPort();
    const { setSentHeaderRules } = await import('#browser/sent-header-rules.ts');
    const ids = Object.values(GPC_RULE_IDS);
    const [one] = RULES;
    if (one === undefined) throw new Error('no rule');
    await setSentHeaderRules(ids, []);
    expect(api.writes).toBe(0);
    await port.applyHeaderRules({ removeRuleIds: [], addRules: [one] });
    await setSentHeaderRules(ids, compileGpcRules({ everyone: true, sites: {} }, { topDomains: true }));
    expect(await (await freshPort()).readHeaderRules()).toEqual([one]);
    expect((await api.getDynamicRules()).map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([...ids, one.id]);
    await setSentHeaderRules(ids, []);
    expect((await api.getDynamicRules()).map(({ id }) => id)).toEqual([one.id]);
  });

  it('take no cookies where headers are edited instead', async () => {
    const runtime = { getManifest: () => ({ permissions: ['webRequestBlocking'] }) };
    vi.stubGlobal('chrome', { declarativeNetRequest: api, runtime });
    const port = await freshPort();
    expect(port.hasHeaderRules()).toBe(false);
    expect(await port.applyHeaderRules({ removeRuleIds: [], addRules: RULES })).toEqual([]);
    expect(api.writes).toBe(0);
  });

  it('are none where the browser has none', async () => {
    vi.stubGlobal('chrome', {});
    const port = await freshPort();
    expect(port.hasHeaderRules()).toBe(false);
    expect(port.ruleAbilities()).toEqual({ topDomains: false });
    expect(await port.readHeaderRules()).toEqual([]);
    expect(await port.applyHeaderRules({ removeRuleIds: [], addRules: RULES })).toEqual([]);
    expect(await port.readHeaderRules()).toEqual([]);
  });
});
