import { isPrivateStore, storeWithoutTab } from '#browser/cookies.ts';
import { cancelAlarm, setAlarmAt } from '#browser/lifecycle.ts';
import { sendToFrames } from '#browser/messaging.ts';
import { allTabs, reloadTab } from '#browser/tabs.ts';
import { ourVerdict } from '#core/correction.ts';
import { type Identifier, identifierKey, nameOf } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import type { Act } from '#core/outcome.ts';
import {
  chooseForIdentifier,
  chooseForSite,
  chosenFor,
  forgetSite,
  NO_POLICY,
  noteLoop,
  type Pause,
  pauseFor,
  type Policy,
} from '#core/policy.ts';
import { type Domain, domainOf } from '#core/site.ts';
import type { LetGo } from '#messages/watch.ts';
import type { Known } from '#observe/known.ts';
import { ALL_SITES } from '#store/rows.ts';
import { letGo } from './bring-back.ts';
import { decideOnRow, ledgersOf, occasion } from './control.ts';
import type { Layers } from './layers.ts';
import { chosenSites, withholdsEverywhere } from './never-kept.ts';
import type { Purpose } from '#core/verdict.ts';
import { ordinary, RESET_ALARM, resetIfDue, resetSite, type Where } from './resets.ts';
import { sweep, type Sweeping, whatIsWithheld } from './sweep.ts';

/** What carries out what a person decides. */
export interface Deciding extends Sweeping {
  readonly layers: Layers;
  readonly known: Known;
}

/** Name of the alarm that ends a pause. */
export const PAUSE_ALARM = 'pause-ends';

const MINUTE = 60_000;

/** Tells that the person did something. */
export async function tell({ control }: Deciding, { domain, private: isPrivate }: Where, act: Act): Promise<void> {
  const event = { type: 'acted', ...occasion(control, domain, storeWithoutTab(isPrivate)), act } as const;
  await control.take([{ ...event, sighting: null, taken: null }]);
}

/** Brings layers and storage into line with what is decided now on these sites. */
export async function carryOut(deciding: Deciding, domains: readonly Domain[], isPrivate = false): Promise<void> {
  const { control, layers } = deciding;
  await layers.refresh();
  const ledgers = await ledgersOf(control, isPrivate);
  for (const domain of domains) {
    await sweep(deciding, { domain, ledgers }, whatIsWithheld(control));
    await letGo(control, { domain, ledgers });
    await letFramesGo(deciding, { domain, private: isPrivate });
  }
}

/** Pages that hold numbers store those that may be kept now. */
async function letFramesGo({ control }: Deciding, { domain, private: isPrivate }: Where): Promise<void> {
  const names: string[] = [];
  for (const ledger of await ledgersOf(control, isPrivate)) {
    for (const row of await ledger.tables.ofDomain('stored', domain)) {
      const { verdict } = await decideOnRow(control, row);
      // Pages hold what is a number by our own judgement.
      if (ourVerdict(row.verdict).kind === 'random-id' && verdict !== 'hold' && verdict !== 'block') {
        names.push(nameOf(row.identifier));
      }
    }
  }
  if (names.length === 0) return;
  const tabs = (await allTabs()).filter(({ url }) => url !== null && domainOf(url) === domain);
  const message: LetGo = { from: 'background', type: 'let-go', names };
  for (const { id } of tabs) await sendToFrames(id, message);
}

/** Every site that is known to store something, in ordinary and in private windows. */
async function knownSites({ control }: Deciding): Promise<readonly Domain[]> {
  const ledgers = [control.disk, await control.private];
  const rows = await Promise.all(ledgers.map(async ({ tables }) => await tables.all('sites')));
  return [...new Set(rows.flat().map(({ domain }) => domain))];
}

/** Chooses for a site; `null` makes it undecided again. A reset begins at once. */
export async function choose(deciding: Deciding, where: Where, choice: Choice | null): Promise<void> {
  const { control } = deciding;
  const { domain, private: isPrivate } = where;
  const chosen = choice === null ? null : { choice, at: control.now() };
  await control.policy.change(isPrivate, (policy) => chooseForSite(policy, domain, chosen));
  await tell(deciding, where, { type: 'chosen', identifier: null, choice });
  await carryOut(deciding, [domain], isPrivate);
  if (choice?.mode === 'reset') await resetAll(deciding, where);
  await resetIfDue(deciding, where);
}

/** What is chosen in ordinary windows counts in private ones too. */
async function resetAll(deciding: Deciding, where: Where): Promise<void> {
  if (!where.private) await resetSite(deciding, where);
  await resetSite(deciding, { ...where, private: true });
}

/** Chooses for one identifier; `null`: the site's choice counts for it again. */
export async function chooseForThis(
  deciding: Deciding,
  domain: Domain,
  {
    identifier,
    choice,
    refused,
  }: {
    readonly identifier: Identifier;
    readonly choice: Choice | null;
    /** Where it follows from a refusal: what it is for. */
    readonly refused?: Purpose;
  },
): Promise<void> {
  const { control } = deciding;
  const isPrivate = isPrivateStore(identifier.store);
  const where = { domain, private: isPrivate };
  const chosen =
    choice === null
      ? null
      : { choice, at: control.now(), identifier, domain, ...(refused !== undefined && { refused }) };
  await control.policy.change(isPrivate, (policy) => chooseForIdentifier(policy, identifierKey(identifier), chosen));
  await tell(deciding, where, { type: 'chosen', identifier, choice });
  await carryOut(deciding, [domain], isPrivate);
  if (choice?.mode === 'reset') await resetAll(deciding, where);
}

/** Replaces a site's numbers once, in the windows where that was pressed. */
export async function resetNow(deciding: Deciding, where: Where): Promise<void> {
  await resetSite(deciding, where, true);
}

/** Holds nothing back, here or everywhere (`null`), for so many minutes or until told (`null`). */
export async function pause(
  deciding: Deciding,
  where: Where | null,
  { minutes, why }: { readonly minutes: number | null; readonly why: Pause['why'] },
): Promise<void> {
  const { control, layers } = deciding;
  const at = control.now();
  const until = minutes === null ? null : at + minutes * MINUTE;
  const { domain, private: isPrivate } = where ?? ordinary(ALL_SITES);
  await control.policy.change(isPrivate, (policy) =>
    pauseFor(policy, where === null ? null : domain, { at, until, why }),
  );
  await tell(deciding, { domain, private: isPrivate }, { type: 'paused', until, why });
  await setPauseAlarm(deciding);
  await layers.refresh();
  for (const open of where === null ? await openSites() : [domain]) {
    await letFramesGo(deciding, { domain: open, private: isPrivate });
  }
}

/** Sites that have a page open. */
async function openSites(): Promise<readonly Domain[]> {
  const domains = (await allTabs()).map(({ url }) => (url === null ? undefined : domainOf(url)));
  return [...new Set(domains.filter((domain) => domain !== undefined))];
}

/** Ends a pause: what was stored meanwhile is dealt with as decided. */
export async function resume(deciding: Deciding, where: Where | null): Promise<void> {
  const { domain, private: isPrivate } = where ?? ordinary(ALL_SITES);
  await deciding.control.policy.change(isPrivate, (policy) => pauseFor(policy, where === null ? null : domain, null));
  await tell(deciding, { domain, private: isPrivate }, { type: 'resumed' });
  await carryOut(deciding, where === null ? await sitesOfChoices(deciding) : [domain], isPrivate);
}

/** A pause ended by itself, perhaps one of several. */
export async function pausesEnded(deciding: Deciding): Promise<void> {
  await carryOut(deciding, await sitesOfChoices(deciding));
  await setPauseAlarm(deciding);
}

/** One alarm for all pauses: it rings when the next of them ends. */
async function setPauseAlarm({ control }: Deciding): Promise<void> {
  // What private windows decide counts over what is decided otherwise: their policy has all pauses, and names none here.
  const [{ paused }, ofPrivate] = [await control.policy.read(false), await control.policy.read(true)];
  const all = [paused.everywhere, ...Object.values(paused.sites), ...Object.values(ofPrivate.paused.sites)];
  const ends = all.flatMap((one) => one?.until ?? []);
  const next = Math.min(...ends.filter((until) => until > control.now()));
  if (Number.isFinite(next)) await setAlarmAt(PAUSE_ALARM, next);
}

/** Where a change for everybody has something to do: all known sites, where undecided ones are not merely watched. */
async function sitesOfChoices(deciding: Deciding): Promise<readonly Domain[]> {
  const [policy, ofPrivate] = [await deciding.control.policy.read(false), await deciding.control.policy.read(true)];
  if (withholdsEverywhere(policy)) return await knownSites(deciding);
  return [...new Set([...chosenSites(policy), ...chosenSites(ofPrivate)])];
}

/** The site looks broken: nothing is held back there until told, and its tab is loaded again. */
export async function looksBroken(deciding: Deciding, where: Where, tab: number): Promise<void> {
  await pause(deciding, where, { minutes: null, why: 'broken' });
  await reloadTab(tab);
}

/** What undecided numbers may do: what is stored on undecided sites is dealt with at once, and can be brought back. */
export async function changeUndecided(deciding: Deciding, undecided: Policy['undecided']): Promise<void> {
  await deciding.control.policy.change(false, (policy) => ({ ...policy, undecided }));
  await carryOut(deciding, await knownSites(deciding));
}

/** Forgets what was chosen for a site, or for all (`null`); what undecided numbers may do is a setting, and stays. */
export async function forgetChoices({ control, layers, due }: Deciding, domain: Domain | null): Promise<void> {
  await due.drop(domain);
  const forgotten = domain === null ? Object.keys((await control.policy.read(false)).sites) : [domain];
  for (const site of forgotten) await cancelAlarm(RESET_ALARM + site);
  const forget = (policy: Policy): Policy =>
    domain === null ? { ...NO_POLICY, undecided: policy.undecided } : forgetSite(policy, domain);
  // The ordinary first: else private windows would remember not to follow it.
  await control.policy.change(false, forget);
  await control.policy.change(true, forget);
  await layers.refresh();
}

/** Pages of a site go round in circles for want of a number: a block becomes a reset, anything else a pause. */
export async function answerLoop(deciding: Deciding, where: Where, tab: number): Promise<void> {
  const { control, layers } = deciding;
  const { domain, private: isPrivate } = where;
  const policy = await control.policy.read(isPrivate);
  const chosen = chosenFor(policy, domain);
  const blocked = chosen?.choice.mode === 'block';
  const asked = chosen === undefined && policy.undecided.first === 'ask';
  if (!blocked && !asked) return;
  if (blocked && chosenFor(policy, domain)?.loopAt !== null) return;
  const at = control.now();
  await control.policy.change(isPrivate, (before) =>
    blocked ? noteLoop(before, domain, at) : pauseFor(before, domain, { at, until: null, why: 'broken' }),
  );
  await layers.refresh();
  await tell(deciding, where, { type: 'loop' });
  await reloadTab(tab);
}
