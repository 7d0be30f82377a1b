import { type GpcPreference, gpcExceptions } from '#core/gpc.ts';
import type { SentCondition, SentHeaderRule } from '#core/header-rule.ts';
import type { RuleAbilities } from './header-rules.ts';
import { HOST } from './rule-groups.ts';
import { GPC_PRIORITY, GPC_RULE_IDS } from './rule-ids.ts';

const SAYS_SO = {
  type: 'modifyHeaders',
  requestHeaders: [{ header: 'sec-gpc', operation: 'set', value: '1' }],
} as const satisfies SentHeaderRule['action'];

/** Browsers have other names for the other kinds: Firefox tells beacons apart, Chromium knows WebTransport. */
const PAGES = ['main_frame'] as const;

/** By which field of a condition requests belong to a site. */
type By = 'Request' | 'Top' | 'Initiator';

/** The sites alone, or all but the sites. */
function about(by: By, sites: readonly string[], but: boolean): SentCondition {
  if (but && sites.length === 0) return {};
  const field = but ? `excluded${by}Domains` : `${by.toLowerCase()}Domains`;
  return { [field]: sites };
}

function rule(id: number, condition: SentCondition): SentHeaderRule {
  return { id, priority: GPC_PRIORITY, condition, action: SAYS_SO };
}

/**
 * Compiles the preference into at most two rules that say `Sec-GPC: 1`: one for pages, by the host that is asked, one for
 * all that pages ask for, by the page in the tab. A browser that cannot tell that page goes by the document that asks:
 * what a frame of another site asks for then follows what was chosen for that other site.
 * @see https://w3c.github.io/gpc/#the-sec-gpc-header-field-for-http-requests
 */
export function compileGpcRules(preference: GpcPreference, { topDomains }: RuleAbilities): readonly SentHeaderRule[] {
  const { everyone } = preference;
  const sites = gpcExceptions(preference).filter((site) => HOST.test(site));
  if (!everyone && sites.length === 0) return [];
  return [
    rule(GPC_RULE_IDS.pages, { resourceTypes: PAGES, ...about('Request', sites, everyone) }),
    rule(GPC_RULE_IDS.rest, {
      excludedResourceTypes: PAGES,
      ...about(topDomains ? 'Top' : 'Initiator', sites, everyone),
    }),
  ];
}
