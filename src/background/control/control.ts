import { isPrivateStore } from '#browser/cookies.ts';
import { kindAsSaid, ourVerdict, type Said, saidOf } from '#core/correction.ts';
import { decide, type Decision } from '#core/decide.ts';
import type { LedgerEvent } from '#core/event.ts';
import { type Identifier, identifierKey } from '#core/identifier.ts';
import { keepsEverything } from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import type { Kind } from '#core/verdict.ts';
import type { Occasion } from '#enforce/acted.ts';
import type { Jar } from '#observe/jar.ts';
import type { Queue } from '#observe/queue.ts';
import type { About } from '#observe/sighting.ts';
import type { StoredRow } from '#store/rows.ts';
import type { Ledger } from '#store/ledger.ts';
import type { Noticing } from './noticing.ts';
import type { PolicyKeeper } from './policy-keeper.ts';

/** What carrying decisions out needs to know and to tell. */
export interface Control {
  readonly policy: PolicyKeeper;
  readonly noticing: Noticing;
  readonly jar: Jar;
  readonly queue: Queue;
  readonly disk: Ledger;
  readonly private: Promise<Ledger>;
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The memory that a cookie store's sites are in. */
export async function ledgerOf(control: Control, store: string): Promise<Ledger> {
  return isPrivateStore(store) ? await control.private : control.disk;
}

/** The memories that a decision reaches: one made in a private window, private ones alone. */
export async function ledgersOf(control: Control, isPrivate: boolean): Promise<readonly Ledger[]> {
  return isPrivate ? [await control.private] : [control.disk, await control.private];
}

/** When and where something is done, now. */
export function occasion({ now, newId }: Control, domain: Domain, store: string): Occasion {
  return { id: newId(), at: now(), domain, store };
}

/** What the person says a stored value is, in the windows it stands in; `null`: nothing. */
export async function saidHere({ policy }: Pick<Control, 'policy'>, identifier: Identifier): Promise<Said | null> {
  return saidOf((await policy.read(isPrivateStore(identifier.store))).corrections, identifier);
}

/** What is known of a stored value beyond itself. */
export async function aboutHere(control: Pick<Control, 'policy' | 'noticing'>, identifier: Identifier): Promise<About> {
  return { said: await saidHere(control, identifier), noticed: await control.noticing.of(identifier) };
}

/** What is decided about a value, whose sites are those that know it and those it is seen on now. */
export async function decideOn(
  control: Control,
  { identifier, kind, on }: { readonly identifier: Identifier; readonly kind: Kind; readonly on: readonly Domain[] },
): Promise<Decision> {
  const { tables } = await ledgerOf(control, identifier.store);
  const policy = await control.policy.read(isPrivateStore(identifier.store));
  // Asked for every cookie and request: where nothing is decided it costs no look into the ledger.
  const known = keepsEverything(policy) ? [] : await tables.ofIdentifier(identifierKey(identifier));
  const sites = [...on, ...known.map(({ domain }) => domain)];
  return decide(policy, { identifier, kind, sites, now: control.now() });
}

/**
 * The same for what a frame or request of another site than the page's would store: the browser may keep it apart for
 * the page's site, as another identifier, on which something may have been decided or said by itself.
 */
export async function decideApart(
  control: Control,
  question: { readonly identifier: Identifier; readonly kind: Kind; readonly on: readonly Domain[] },
  topSite: string | null,
): Promise<Decision> {
  const { identifier } = question;
  if (topSite === null || identifier.partition !== null) return await decideOn(control, question);
  const apart = { ...identifier, partition: { topLevelSite: topSite } };
  const kind = kindAsSaid(question.kind, await saidHere(control, apart));
  const decision = await decideOn(control, { ...question, kind });
  if (decision.verdict !== 'keep') return decision;
  const there = await decideOn(control, { ...question, identifier: apart });
  return there.verdict === 'keep' ? decision : there;
}

/** What is decided about a value that a site is known to store. */
export async function decideOnRow(control: Control, row: StoredRow): Promise<Decision> {
  return await decideOn(control, { identifier: row.identifier, kind: ourVerdict(row.verdict).kind, on: [row.domain] });
}
