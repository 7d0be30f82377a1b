import type { AppendedLine, HeaderRule } from '#core/header-rule.ts';

type Api = typeof chrome.declarativeNetRequest;

/** What is asked here of the browser, which tests need not have whole. */
interface Reach {
  readonly declarativeNetRequest?: Api;
  readonly runtime?: { readonly getManifest: () => { readonly permissions?: readonly string[] } };
}

function api(): Api | undefined {
  return (chrome as Reach).declarativeNetRequest;
}

/** Firefox has rules too, which know nothing of a response's headers: its build asks for edits (`header-edits.ts`). */
function editsInstead(): boolean {
  return (chrome as Reach).runtime?.getManifest().permissions?.includes('webRequestBlocking') ?? false;
}

/** Whether cookies are taken out of responses by rules; where not, headers are edited. */
export function hasHeaderRules(): boolean {
  return api() !== undefined && !editsInstead();
}

/** What this browser's rules can tell: older ones refuse a rule with a condition they do not know. */
export function ruleAbilities(): { readonly topDomains: boolean } {
  const keys = (api() as { readonly RuleConditionKeys?: { readonly TOP_DOMAINS?: string } } | undefined)
    ?.RuleConditionKeys;
  return { topDomains: keys?.TOP_DOMAINS !== undefined };
}

function toLines(info: readonly chrome.declarativeNetRequest.ModifyHeaderInfo[] = []): readonly AppendedLine[] {
  return info.map(({ value }) => ({ header: 'set-cookie', operation: 'append', value: value ?? '' }));
}

/** Every rule there is was made by us; those of other headers are none of these. */
function isOfResponses({ action }: chrome.declarativeNetRequest.Rule): boolean {
  return (action.responseHeaders ?? []).length > 0;
}

function toHeaderRule({ id, priority = 1, condition, action }: chrome.declarativeNetRequest.Rule): HeaderRule {
  const { requestDomains = [], urlFilter, topDomains, resourceTypes = [], responseHeaders = [] } = condition;
  return {
    id,
    priority,
    condition: {
      requestDomains,
      ...(urlFilter === undefined ? {} : { urlFilter }),
      ...(topDomains === undefined ? {} : { topDomains }),
      resourceTypes,
      responseHeaders: responseHeaders.map(({ values = [] }) => ({ header: 'set-cookie', values })),
    },
    action: { type: 'modifyHeaders', responseHeaders: toLines(action.responseHeaders) },
  };
}

/** A copy of what the browser holds, which takes as long to read as to change; nobody else changes it meanwhile. */
let held: readonly HeaderRule[] | null = null;

/** The rules that are in force; they outlast the browser's restart. None where there are no such rules. */
export async function readHeaderRules(): Promise<readonly HeaderRule[]> {
  held ??= ((await api()?.getDynamicRules()) ?? []).filter(isOfResponses).map((rule) => toHeaderRule(rule));
  return held;
}

interface Changes {
  readonly removeRuleIds: readonly number[];
  readonly addRules: readonly HeaderRule[];
}

async function update({ removeRuleIds, addRules }: Changes): Promise<void> {
  const options = { removeRuleIds, addRules } as unknown as chrome.declarativeNetRequest.UpdateRuleOptions;
  const before = held;
  // Whatever comes of it, or whether we live to hear: it is read again, unless it went well.
  held = null;
  await api()?.updateDynamicRules(options);
  if (before === null) return;
  const removed = new Set(removeRuleIds);
  held = [...before.filter(({ id }) => !removed.has(id)), ...addRules];
}

/**
 * Changes the rules in one call, all or none, and returns the ids of those that the browser refused: a rule it does not
 * take would keep all others out, so then they are tried by halves. Throws where it refuses to remove, which it never
 * should.
 */
export async function applyHeaderRules(changes: Changes): Promise<readonly number[]> {
  const { removeRuleIds, addRules } = changes;
  if (!hasHeaderRules() || (removeRuleIds.length === 0 && addRules.length === 0)) return [];
  try {
    await update(changes);
    return [];
  } catch (error) {
    if (addRules.length === 0) throw error;
  }
  if (addRules.length === 1) {
    await update({ removeRuleIds, addRules: [] });
    return addRules.map(({ id }) => id);
  }
  const half = Math.ceil(addRules.length / 2);
  const first = await applyHeaderRules({ removeRuleIds, addRules: addRules.slice(0, half) });
  const second = await applyHeaderRules({ removeRuleIds: [], addRules: addRules.slice(half) });
  return [...first, ...second];
}
