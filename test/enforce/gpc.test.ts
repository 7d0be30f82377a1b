import { describe, expect, it } from 'vitest';
import { chooseGpc, type GpcPreference, NO_GPC } from '#core/gpc.ts';
import type { SentHeaderRule } from '#core/header-rule.ts';
import type { Domain } from '#core/site.ts';
import { compileGpcRules } from '#enforce/gpc-rules.ts';
import { gpcScripts } from '#enforce/gpc-script.ts';
import { GPC_RULE_IDS } from '#enforce/rule-ids.ts';

const ALL = chooseGpc(NO_GPC, null, true);
const SHOP = 'shop.example' as Domain;
const NEWS = 'news.example' as Domain;
const KNOWS_TABS = { topDomains: true };
const KNOWS_NO_TABS = { topDomains: false };

function but(preference: GpcPreference, ...sites: readonly Domain[]): GpcPreference {
  return sites.reduce((one, site) => chooseGpc(one, site, !preference.everyone), preference);
}

/** What each rule asks for beside the types of requests. */
function conditions(rules: readonly SentHeaderRule[]): readonly unknown[] {
  return rules.map(({ condition: { resourceTypes, excludedResourceTypes: _rest, ...others } }) => [
    resourceTypes !== undefined,
    others,
  ]);
}

describe('the rules of Global Privacy Control', () => {
  it('are none where it is on nowhere', () => {
    expect(compileGpcRules(NO_GPC, KNOWS_TABS)).toEqual([]);
    expect(compileGpcRules(chooseGpc(NO_GPC, SHOP, false), KNOWS_TABS)).toEqual([]);
  });

  it('say so with every kind of request, each kind by one of them', () => {
    for (const preference of [ALL, but(ALL, SHOP), but(NO_GPC, SHOP)]) {
      const rules = compileGpcRules(preference, KNOWS_TABS);
      expect(rules.map(({ condition }) => [condition.resourceTypes, condition.excludedResourceTypes])).toEqual([
        [['main_frame'], undefined],
        [undefined, ['main_frame']],
      ]);
      expect(rules.map(({ id }) => id)).toEqual([GPC_RULE_IDS.pages, GPC_RULE_IDS.rest]);
      for (const { action } of rules) {
        expect(action.requestHeaders).toEqual([{ header: 'sec-gpc', operation: 'set', value: '1' }]);
      }
    }
  });

  it('for all ask for nothing, and leave out the sites where it is off: pages by their host, the rest by the tab', () => {
    expect(conditions(compileGpcRules(ALL, KNOWS_TABS))).toEqual([
      [true, {}],
      [false, {}],
    ]);
    expect(conditions(compileGpcRules(but(ALL, SHOP, NEWS), KNOWS_TABS))).toEqual([
      [true, { excludedRequestDomains: [NEWS, SHOP] }],
      [false, { excludedTopDomains: [NEWS, SHOP] }],
    ]);
  });

  it('for some sites ask for these', () => {
    expect(conditions(compileGpcRules(but(NO_GPC, SHOP), KNOWS_TABS))).toEqual([
      [true, { requestDomains: [SHOP] }],
      [false, { topDomains: [SHOP] }],
    ]);
  });

  it('go by the document that asks where the browser cannot tell the tab’s page', () => {
    expect(conditions(compileGpcRules(but(NO_GPC, SHOP), KNOWS_NO_TABS))[1]).toEqual([
      false,
      { initiatorDomains: [SHOP] },
    ]);
    expect(conditions(compileGpcRules(but(ALL, SHOP), KNOWS_NO_TABS))[1]).toEqual([
      false,
      { excludedInitiatorDomains: [SHOP] },
    ]);
  });

  it('leave out a name that no host has, which the browser would refuse with all others', () => {
    const odd = 'Späti.example' as Domain;
    expect(compileGpcRules(but(NO_GPC, odd), KNOWS_TABS)).toEqual([]);
    expect(conditions(compileGpcRules(but(NO_GPC, odd, SHOP), KNOWS_TABS))[0]).toEqual([
      true,
      { requestDomains: [SHOP] },
    ]);
  });
});

describe('the script of Global Privacy Control', () => {
  it('is registered nowhere, everywhere but on some sites, or on these alone', () => {
    const registered = [NO_GPC, ALL, but(ALL, SHOP), but(NO_GPC, SHOP)].map((preference) =>
      gpcScripts(preference, 'gpc.js').map(({ matches, excludeMatches }) => [matches, excludeMatches]),
    );
    expect(registered).toEqual([
      [],
      [[['http://*/*', 'https://*/*'], []]],
      [[['http://*/*', 'https://*/*'], ['*://*.shop.example/*']]],
      [[['*://*.shop.example/*'], []]],
    ]);
  });
});
