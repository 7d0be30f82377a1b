import type { HeaderRule } from '#core/header-rule.ts';

/** What has to change in the browser, all at once: removed first, then added. */
export interface RuleChanges {
  readonly removeRuleIds: readonly number[];
  readonly addRules: readonly HeaderRule[];
}

/** All that a rule says, in one order: the browser gives fields back in its own. */
function textOf({ id, priority, condition, action }: HeaderRule): string {
  const { requestDomains, urlFilter, topDomains, resourceTypes, responseHeaders } = condition;
  const values = responseHeaders.map((header) => header.values);
  const lines = action.responseHeaders.map(({ value }) => value);
  return JSON.stringify([id, priority, requestDomains, urlFilter, topDomains, resourceTypes, values, lines]);
}

/** The fewest changes from the rules there are to the rules there shall be. */
export function diffHeaderRules(current: readonly HeaderRule[], wanted: readonly HeaderRule[]): RuleChanges {
  const now = new Map(current.map((rule) => [rule.id, textOf(rule)]));
  const then = new Map(wanted.map((rule) => [rule.id, textOf(rule)]));
  return {
    removeRuleIds: [...now].filter(([id, text]) => then.get(id) !== text).map(([id]) => id),
    addRules: wanted.filter((rule) => now.get(rule.id) !== then.get(rule.id)),
  };
}
