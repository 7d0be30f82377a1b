import type { HeaderRule } from '#core/header-rule.ts';

/** What has to change in the browser, all at once: removed first, then added. */
export interface RuleChanges {
  readonly removeRuleIds: readonly number[];
  readonly addRules: readonly HeaderRule[];
}

/** JSON with fields in one order: the browser gives them back in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The fewest changes from the rules there are to the rules there shall be. */
export function diffHeaderRules(current: readonly HeaderRule[], wanted: readonly HeaderRule[]): RuleChanges {
  const now = new Map(current.map((rule) => [rule.id, canonical(rule)]));
  const then = new Map(wanted.map((rule) => [rule.id, canonical(rule)]));
  return {
    removeRuleIds: [...now].filter(([id, text]) => then.get(id) !== text).map(([id]) => id),
    addRules: wanted.filter((rule) => now.get(rule.id) !== then.get(rule.id)),
  };
}
