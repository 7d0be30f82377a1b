import type { SentHeaderRule } from '#core/header-rule.ts';

/** Chromium's type of it has enumerations where both browsers take words. */
interface Api {
  readonly getDynamicRules: (filter: { readonly ruleIds: number[] }) => Promise<readonly { readonly id: number }[]>;
  readonly updateDynamicRules: (options: {
    readonly removeRuleIds: number[];
    readonly addRules: readonly SentHeaderRule[];
  }) => Promise<void>;
}

function api(): Api | undefined {
  return (chrome as unknown as { readonly declarativeNetRequest?: Api }).declarativeNetRequest;
}

/**
 * Makes the rules of these ids be those given, all at once; they outlast the browser's restart. It does nothing where the
 * browser has no rules.
 */
export async function setSentHeaderRules(ids: readonly number[], rules: readonly SentHeaderRule[]): Promise<void> {
  const there = (await api()?.getDynamicRules({ ruleIds: [...ids] })) ?? [];
  if (there.length === 0 && rules.length === 0) return;
  await api()?.updateDynamicRules({ removeRuleIds: there.map(({ id }) => id), addRules: rules });
}
