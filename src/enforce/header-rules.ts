import { type HeaderRule, RESOURCE_TYPES } from '#core/header-rule.ts';
import { type RuleGroup, groupsOf } from './rule-groups.ts';
import type { Left, NeverKept } from './never-kept.ts';
import { COOKIE_PRIORITY, idsFor } from './rule-ids.ts';

/** As many rules as are made: the browser takes 5,000 that change headers. */
const MOST_RULES = 4900;

/** The rules, and the cookies that none of them takes. */
export interface Compiled {
  readonly rules: readonly HeaderRule[];
  readonly left: readonly Left[];
}

/** What the browser's rules can tell. */
export interface RuleAbilities {
  /** Whether rules can be about the page in the tab (Chromium 145). */
  readonly topDomains: boolean;
}

/** In a pattern `*` and `?` stand for others. Matching ignores case and may match more: only the named cookie goes. */
function pattern(name: string): string {
  return `${name.replace(/[*?\\]/gu, String.raw`\$&`)}*`;
}

/**
 * A host-only cookie's lines must not meet the responses of a subdomain, whose own cookie they would remove; `host^`
 * alone would also be the beginning of an address that names another host after `host:x@`.
 */
function ruleOf({ host, hostOnly, scheme, name, pages, lines }: RuleGroup, id: number): HeaderRule {
  return {
    id,
    priority: COOKIE_PRIORITY,
    condition: {
      requestDomains: [host],
      ...(hostOnly ? { urlFilter: `|${scheme}://${host}^` } : {}),
      ...(pages === null ? {} : { topDomains: pages }),
      resourceTypes: RESOURCE_TYPES,
      responseHeaders: [{ header: 'set-cookie', values: [pattern(name)] }],
    },
    action: {
      type: 'modifyHeaders',
      responseHeaders: lines.map((value) => ({ header: 'set-cookie', operation: 'append', value })),
    },
  };
}

/**
 * Compiles cookies that are never kept into rules: each appends, to the very response that brings the cookie, the line
 * that removes it, so that it is stored and gone before anything else happens. No rule touches a cookie of another name
 * or at another host. The first cookies have the first claim to a rule.
 */
export function compileHeaderRules(cookies: readonly NeverKept[], abilities: RuleAbilities): Compiled {
  const { groups, left } = groupsOf(cookies, abilities);
  const within = groups.slice(0, MOST_RULES);
  const beyond = groups.slice(MOST_RULES);
  const ids = idsFor(within.map(({ key }) => key));
  const without = new Set(beyond.flatMap(({ of }) => of));
  return {
    rules: within.map((group) => ruleOf(group, ids.get(group.key) ?? 0)),
    left: [...left, ...[...without].map((cookie): Left => ({ cookie, because: 'limit' }))],
  };
}
