import type { Alteration, Edit } from '../support/altered-build.ts';

const NO_RULES: Edit = {
  file: 'src/background/control/layers.ts',
  find: 'if (!hasHeaderRules()) return;',
  put: 'if (withheld.length >= 0) return;',
};

const NO_EDITS: readonly Edit[] = [
  {
    file: 'src/background/control/layers.ts',
    find: 'setHosts({ kept: patternsOf(null), fleeting: [] });',
    put: 'setHosts({ kept: [], fleeting: [] });',
  },
  {
    file: 'src/background/control/layers.ts',
    find: 'kept: patternsOf([...blockedBy(policy), ...domainsOf(kept ?? [])]),',
    put: 'kept: patternsOf([...blockedBy(policy), ...domainsOf(kept ?? [])].slice(0, 0)),',
  },
  {
    file: 'src/background/control/layers.ts',
    find: 'fleeting: patternsOf([...blockedBy(ofPrivate), ...domainsOf(fleeting ?? [])]),',
    put: 'fleeting: patternsOf([...blockedBy(ofPrivate), ...domainsOf(fleeting ?? [])].slice(0, 0)),',
  },
];

const NO_GUARD: Edit = {
  file: 'src/background/page-scripts.ts',
  find: 'export async function applyPageScripts(plan: PageScriptPlan): Promise<void> {',
  put: 'export async function applyPageScripts(plan: PageScriptPlan): Promise<void> {\n  if (typeof plan === "object") return;',
};

const NO_REMOVAL: readonly Edit[] = [
  { file: 'src/content/hold/forget.ts', find: 'storage.removeItem(key);', put: '' },
  { file: 'src/browser/cookies.ts', find: 'await browser.cookies.remove({', put: 'await Promise.resolve({' },
  {
    file: 'src/browser/cookies.ts',
    find: 'if (!isFirefox() && (await expired(cookie))) return;',
    put: 'if (!isFirefox() && typeof expired === "function") return;',
  },
];

/** What stands between a number and storage, each switched off by a change of the source. */
export const WITHOUT = {
  headers: { off: 'neither rules nor edits of headers', edits: [NO_RULES, ...NO_EDITS] },
  guard: { off: 'no guard in pages', edits: [NO_GUARD] },
  removal: { off: 'removal is refused', edits: NO_REMOVAL },
  anything: { off: 'nothing works', edits: [NO_RULES, ...NO_EDITS, NO_GUARD, ...NO_REMOVAL] },
} as const satisfies Readonly<Record<string, Alteration>>;
