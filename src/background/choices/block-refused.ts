import { refusedPurposes } from '#consent/refused-purposes.ts';
import type { BannerSettings } from '#core/banner.ts';
import type { Identifier } from '#core/identifier.ts';
import { chosenFor } from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import type { Purpose } from '#core/verdict.ts';
import { startQueue } from '#observe/queue.ts';
import type { Ledger } from '#store/ledger.ts';
import { chooseForThis, type Deciding } from '../control/decisions.ts';

/** What is needed to block what was refused. */
export interface RefusalGround {
  readonly deciding: Deciding;
  readonly settings: () => Promise<BannerSettings>;
}

/** Whether what is chosen for it here changes nothing on other sites. */
function isOfThisSite(party: 'first' | 'third', { partition }: Identifier): boolean {
  return party === 'first' || partition !== null;
}

/**
 * Where the person wants a refusal to block numbers: blocks those at work on a site, and kept apart for it, that are for
 * what was refused there last, and lets those go that were blocked for a refusal that no longer holds. What the person
 * chose for the site, or for a number itself, goes before it.
 */
async function follow(deciding: Deciding, domain: Domain, ledger: Ledger, isPrivate: boolean): Promise<void> {
  const receipts = await ledger.tables.ofDomain('receipts', domain);
  const [last] = receipts.toSorted((one, other) => other.at - one.at);
  if (last === undefined) return;
  const refused = new Set<Purpose>(refusedPurposes(last.receipt));
  const { control } = deciding;
  const policy = await control.policy.read(isPrivate);
  const followed = Object.values(policy.identifiers).filter(
    (one) => one.domain === domain && one.refused !== undefined,
  );
  for (const { identifier, refused: purpose } of followed) {
    if (purpose !== undefined && !refused.has(purpose))
      await chooseForThis(deciding, domain, { identifier, choice: null });
  }
  if (chosenFor(policy, domain) !== undefined) return;
  for (const row of await ledger.tables.ofDomain('numbers', domain)) {
    const { identifier, verdict, party, ended, identifierKey } = row;
    if (ended !== null || !refused.has(verdict.purpose) || !isOfThisSite(party, identifier)) continue;
    if (policy.identifiers[identifierKey] !== undefined) continue;
    await chooseForThis(deciding, domain, { identifier, choice: { mode: 'block' }, refused: verdict.purpose });
  }
}

/** Gives what is to be told of sites on which anything changed. */
export function followRefusals({ deciding, settings }: RefusalGround): (domains: readonly Domain[]) => Promise<void> {
  const turns = startQueue();
  return async (domains) =>
    await turns.add(async () => {
      if (!(await settings()).blocks) return;
      for (const domain of domains) {
        await follow(deciding, domain, deciding.control.disk, false);
        await follow(deciding, domain, await deciding.control.private, true);
      }
    });
}
