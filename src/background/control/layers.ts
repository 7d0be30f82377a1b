import { isPrivateStore } from '#browser/cookies.ts';
import type { SetEditedHosts } from '#browser/header-edits.ts';
import { applyHeaderRules, hasHeaderRules, readHeaderRules, ruleAbilities } from '#browser/header-rules.ts';
import { patternsOf } from '#enforce/edited-hosts.ts';
import { compileHeaderRules } from '#enforce/header-rules.ts';
import { diffHeaderRules } from '#enforce/rule-changes.ts';
import { hostOf } from '#core/identifier.ts';
import { type Domain, domainOfHost } from '#core/site.ts';
import type { Policy } from '#core/policy.ts';
import { modeOf } from '#store/report/control.ts';
import type { StoredRow } from '#store/rows.ts';
import type { Control } from './control.ts';
import { neverKept, withheldRows, withholdsEverywhere } from './never-kept.ts';

/** What stands between a number and storage: rules or edits of headers, and the page guard. */
export interface Layers {
  /** Brings every layer into line with what is decided now; resolves once they are. */
  readonly refresh: () => Promise<void>;
}

/** One layer, brought into line with what is not to be kept. */
export type Layer = (withheld: readonly StoredRow[]) => Promise<void>;

/** Chromium's: rules that take a cookie out of the response that brings it. */
export async function refreshRules(withheld: readonly StoredRow[]): Promise<void> {
  if (!hasHeaderRules()) return;
  const { rules } = compileHeaderRules(neverKept(withheld), ruleAbilities());
  await applyHeaderRules(diffHeaderRules(await readHeaderRules(), rules));
}

/** What Firefox is asked to let us edit: the hosts of what is withheld, of sites that withhold, or every one. */
export async function refreshEdits(
  control: Control,
  setHosts: SetEditedHosts,
  withheld: readonly StoredRow[],
): Promise<void> {
  const [policy, ofPrivate] = [await control.policy.read(false), await control.policy.read(true)];
  if (withholdsEverywhere(policy)) {
    setHosts({ kept: patternsOf(null), fleeting: [] });
    return;
  }
  const [fleeting, kept] = [true, false].map((isPrivate) =>
    withheld.filter(({ identifier }) => isPrivateStore(identifier.store) === isPrivate),
  );
  setHosts({
    kept: patternsOf([...blockedBy(policy), ...domainsOf(kept ?? [])]),
    fleeting: patternsOf([...blockedBy(ofPrivate), ...domainsOf(fleeting ?? [])]),
  });
}

function domainsOf(rows: readonly StoredRow[]): readonly Domain[] {
  return rows.map(({ identifier }) => domainOfHost(hostOf(identifier)));
}

function blockedBy(policy: Policy): readonly Domain[] {
  return (Object.keys(policy.sites) as Domain[]).filter((domain) => modeOf(policy, domain) === 'block');
}

/** Layers that are refreshed one time after the other; what is asked meanwhile is done together. */
export function openLayers(control: Control, layers: readonly Layer[]): Layers {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    next = null;
    const withheld = await withheldRows(control);
    for (const layer of layers) await layer(withheld);
  };
  return {
    refresh: async () => {
      if (next === null) {
        next = running.then(run, run);
        running = next;
      }
      await next;
    },
  };
}
