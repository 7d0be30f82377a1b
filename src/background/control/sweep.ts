import { isPrivateStore, lookAtCookie } from '#browser/cookies.ts';
import { allTabs } from '#browser/tabs.ts';
import { groupBy } from '#core/group.ts';
import { identifierKey } from '#core/identifier.ts';
import { type Domain, domainOf } from '#core/site.ts';
import type { Enforceable } from '#enforce/acted.ts';
import { sightingOf } from '#observe/sighting.ts';
import type { Ledger } from '#store/ledger.ts';
import type { StoredRow } from '#store/rows.ts';
import type { DueForgetting } from './due-forgetting.ts';
import { aboutHere, type Control, decideOnRow, ledgerOf } from './control.ts';
import { type BeingTaken, takeAway } from './withhold.ts';
import { type Asked, askToForget } from './withhold-storage.ts';

/** What takes away what is stored already. */
export interface Sweeping {
  readonly control: Control;
  readonly being: BeingTaken;
  readonly asked: Asked;
  readonly due: DueForgetting;
}

/** What is gone through: what a site stores, in the windows meant. */
export interface Swept {
  readonly domain: Domain;
  readonly ledgers: readonly Ledger[];
}

/** Which of what a site stores is to be taken away, and by which decision; `null`: it stays. */
export type Which = (row: StoredRow) => Promise<Enforceable | null>;

/** What the person's decisions take away at once. */
export function whatIsWithheld(control: Control): Which {
  return async (row) => {
    const decision = await decideOnRow(control, row);
    return decision.verdict === 'hold' || decision.verdict === 'block' ? decision : null;
  };
}

interface Doomed {
  readonly row: StoredRow;
  readonly decision: Enforceable;
}

/**
 * Takes away what a site stores now, and looks afterwards. Web storage is reached
 * only through pages that are open; the guard takes the rest when they are opened next.
 */
export async function sweep(sweeping: Sweeping, { domain, ledgers }: Swept, which: Which): Promise<void> {
  for (const ledger of ledgers) {
    const rows = (await ledger.tables.ofDomain('stored', domain)).filter(({ gone }) => !gone);
    const doomed: Doomed[] = [];
    for (const row of rows) {
      const decision = await which(row);
      if (decision !== null) doomed.push({ row, decision });
    }
    await sweepCookies(sweeping, doomed);
    await sweepStorage(sweeping, domain, doomed);
  }
}

async function sweepCookies({ control, being }: Sweeping, doomed: readonly Doomed[]): Promise<void> {
  const since = control.now();
  for (const { row, decision } of doomed) {
    if (row.identifier.area !== 'cookie') continue;
    const cookie = await lookAtCookie(row.identifier);
    if (cookie === null) continue;
    const { tables } = await ledgerOf(control, row.identifier.store);
    const sites = (await tables.ofIdentifier(row.identifierKey)).map((known) => known.domain);
    const about = await aboutHere(control, row.identifier);
    const seen = sites.map((site) => ({
      domain: site,
      sighting: sightingOf(cookie, { domain: site, now: control.now(), setBy: { how: 'found' }, about }),
    }));
    await takeAway(control, being, { cookie, seen, since, decision, met: 'kept' });
  }
}

async function sweepStorage(
  { control, asked, due }: Sweeping,
  domain: Domain,
  doomed: readonly Doomed[],
): Promise<void> {
  const since = control.now();
  const tabs = (await allTabs()).filter(({ url }) => url !== null && domainOf(url) === domain);
  // What is due is written down, which nothing of private windows may be; their pages are open, or it is gone with them.
  const mayBeDue = doomed.some(({ row }) => !isPrivateStore(row.identifier.store));
  const stored = doomed.flatMap(({ row: { identifier }, decision }) => {
    if (identifier.area !== 'local-storage' && identifier.area !== 'session-storage') return [];
    asked.set(identifierKey(identifier), { decision, met: 'kept', since, told: false });
    return [{ origin: identifier.origin, place: { area: identifier.area, key: identifier.key } }];
  });
  if (stored.length === 0) return;
  if (tabs.length === 0 && mayBeDue) await due.add(domain);
  for (const [origin, of] of groupBy(stored, (one) => one.origin)) {
    for (const tab of tabs) await askToForget(tab.id, { origin, places: of.map(({ place }) => place) });
  }
}
