import { isPrivateStore, lookAtCookie, putCookie } from '#browser/cookies.ts';
import { sendToFrames } from '#browser/messaging.ts';
import { allTabs } from '#browser/tabs.ts';
import { ourVerdict } from '#core/correction.ts';
import type { LedgerEvent, Taken } from '#core/event.ts';
import { identifierKey, nameOf } from '#core/identifier.ts';
import { chooseForIdentifier } from '#core/policy.ts';
import { domainOf } from '#core/site.ts';
import { cookieOf, isWithheld } from '#enforce/acted.ts';
import type { PutBack } from '#messages/watch.ts';
import { takenKey } from '#store/fold/acted.ts';
import type { Ledger } from '#store/ledger.ts';
import type { TakenRow } from '#store/rows.ts';
import { type Control, decideOn, ledgerOf, occasion } from './control.ts';
import type { Layers } from './layers.ts';

/** Where a taken value is remembered. */
interface Found {
  readonly row: TakenRow;
  readonly ledger: Ledger;
}

async function find(control: Control, key: string): Promise<Found | null> {
  for (const ledger of [control.disk, await control.private]) {
    const row = await ledger.tables.get('taken', key);
    if (row !== undefined) return { row, ledger };
  }
  return null;
}

/** Brings back what was taken away, as it was; what is still withheld is allowed by itself first. */
export async function bringBack(control: Control, layers: Layers, key: string): Promise<boolean> {
  const found = await find(control, key);
  if (found === null) return false;
  await allowIfWithheld(control, layers, found);
  return await restore(control, found);
}

async function allowIfWithheld(control: Control, layers: Layers, { row }: Found): Promise<void> {
  const { identifier } = row.taken;
  const { tables } = await ledgerOf(control, identifier.store);
  const stored = await tables.get('stored', `${row.domain}|${identifierKey(identifier)}`);
  const kind = stored === undefined ? 'random-id' : ourVerdict(stored.verdict).kind;
  if (!isWithheld(await decideOn(control, { identifier, kind, on: [row.domain] }))) return;
  const chosen = { choice: { mode: 'allow' }, at: control.now(), identifier, domain: row.domain } as const;
  await control.policy.change(isPrivateStore(identifier.store), (policy) =>
    chooseForIdentifier(policy, identifierKey(identifier), chosen),
  );
  await layers.refresh();
}

/** Puts it back, looks, and tells. It is marked beforehand, so that it is not taken for the site's own doing. */
async function restore(control: Control, { row, ledger }: Found): Promise<boolean> {
  await ledger.tables.write({ taken: [{ ...row, backAt: control.now() }] });
  const restored = await putBack(row.taken, row);
  if (!restored) await ledger.tables.write({ taken: [{ ...row, backAt: null }] });
  const { identifier } = row.taken;
  const act = { type: 'brought-back', identifier, number: row.number, restored } as const;
  const now = occasion(control, row.domain, identifier.store);
  const events: LedgerEvent[] = [{ type: 'acted', ...now, act, sighting: null, taken: null }];
  const { setBy } = row.taken;
  if (restored && setBy.how === 'script') {
    const name = nameOf(identifier);
    events.push({ type: 'number-set-by', ...now, id: control.newId(), name, setBy });
  }
  await control.take(events);
  return restored;
}

async function putBack(taken: Taken, { domain }: TakenRow): Promise<boolean> {
  const cookie = cookieOf(taken);
  if (cookie !== null) {
    await putCookie(cookie).catch(refused);
    return (await lookAtCookie(cookie.identifier))?.value === cookie.value;
  }
  return await putInStorage(taken, domain);
}

/** Browsers refuse cookies that have expired meanwhile, and others; what came of it is looked up. */
function refused(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

/** Web storage is reached only through an open page of the site; the answer is a fresh look of its own. */
async function putInStorage({ identifier, value }: Taken, domain: TakenRow['domain']): Promise<boolean> {
  if (identifier.area !== 'local-storage' && identifier.area !== 'session-storage') return false;
  const { area, key, origin } = identifier;
  const message: PutBack = { from: 'background', type: 'put-back', origin, area, key, value };
  const tabs = (await allTabs()).filter(({ url }) => url !== null && domainOf(url) === domain);
  for (const { id } of tabs) if ((await sendToFrames(id, message)) === true) return true;
  return false;
}

/** In the order it was taken in, so that the number a site gave first is also the first it has again. */
function inOrder(held: readonly TakenRow[]): readonly TakenRow[] {
  return held.toSorted((a, b) => a.at - b.at);
}

/** Brings back what was held on a site and may be kept now; what is blocked now waits no longer for a decision. */
export async function letGo(
  control: Control,
  { domain, ledgers }: { readonly domain: TakenRow['domain']; readonly ledgers: readonly Ledger[] },
): Promise<void> {
  for (const ledger of ledgers) {
    const held = (await ledger.tables.ofDomain('taken', domain)).filter(
      ({ taken, backAt }) => taken.why === 'hold' && backAt === null,
    );
    for (const row of inOrder(held)) {
      const { identifier } = row.taken;
      const decision = await decideOn(control, { identifier, kind: 'random-id', on: [domain] });
      if (!isWithheld(decision)) await restore(control, { row, ledger });
      if (decision.verdict === 'block') await noLongerHeld({ row, ledger });
    }
  }
}

/** It can still be brought back, as whatever else was blocked. */
async function noLongerHeld({ row, ledger }: Found): Promise<void> {
  const { domain, taken } = row;
  const blocked = { ...row, key: takenKey(domain, taken.identifier, row), taken: { ...taken, why: 'block' } } as const;
  await ledger.tables.write({ taken: [blocked] }, { taken: [row.key] });
}
