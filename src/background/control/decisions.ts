import { cancelAlarm, setAlarmAt } from '#browser/lifecycle.ts';
import { sendToFrames } from '#browser/messaging.ts';
import { allTabs, reloadTab } from '#browser/tabs.ts';
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
import { ALL_SITES } from '#store/rows.ts';
import { letGo } from './bring-back.ts';
import { decideOnRow, occasion } from './control.ts';
import type { Layers } from './layers.ts';
import { chosenSites, withholdsEverywhere } from './never-kept.ts';
import { RESET_ALARM, resetIfDue, resetSite } from './resets.ts';
import { sweep, type Sweeping, whatIsWithheld } from './sweep.ts';

/** What carries out what a person decides. */
export interface Deciding extends Sweeping {
  readonly layers: Layers;
}

/** Name of the alarm that ends a pause. */
export const PAUSE_ALARM = 'pause-ends';

const MINUTE = 60_000;

async function tell({ control }: Deciding, domain: Domain, act: Act): Promise<void> {
  const event = { type: 'acted', ...occasion(control, domain, ''), act } as const;
  await control.take([{ ...event, sighting: null, taken: null }]);
}

/** Brings layers and storage into line with what is decided now on these sites. */
async function carryOut(deciding: Deciding, domains: readonly Domain[]): Promise<void> {
  const { control, layers } = deciding;
  await layers.refresh();
  for (const domain of domains) {
    await sweep(deciding, domain, whatIsWithheld(control));
    await letGo(control, domain);
    await letFramesGo(deciding, domain);
  }
}

/** Pages that hold numbers store those that may be kept now. */
async function letFramesGo({ control }: Deciding, domain: Domain): Promise<void> {
  const names: string[] = [];
  for (const ledger of [control.disk, await control.private]) {
    for (const row of await ledger.tables.ofDomain('stored', domain)) {
      const { verdict } = await decideOnRow(control, row);
      if (row.verdict.kind === 'random-id' && verdict !== 'hold' && verdict !== 'block') {
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
export async function choose(deciding: Deciding, domain: Domain, choice: Choice | null): Promise<void> {
  const { control } = deciding;
  const chosen = choice === null ? null : { choice, at: control.now() };
  await control.policy.change((policy) => chooseForSite(policy, domain, chosen));
  await tell(deciding, domain, { type: 'chosen', identifier: null, choice });
  await carryOut(deciding, [domain]);
  if (choice?.mode === 'reset') await resetSite(deciding, domain, false);
  await resetIfDue(deciding, domain);
}

/** Chooses for one identifier; `null`: the site's choice counts for it again. */
export async function chooseForThis(
  deciding: Deciding,
  domain: Domain,
  { identifier, choice }: { readonly identifier: Identifier; readonly choice: Choice | null },
): Promise<void> {
  const { control } = deciding;
  const chosen = choice === null ? null : { choice, at: control.now(), identifier, domain };
  await control.policy.change((policy) => chooseForIdentifier(policy, identifierKey(identifier), chosen));
  await tell(deciding, domain, { type: 'chosen', identifier, choice });
  await carryOut(deciding, [domain]);
  if (choice?.mode === 'reset') await resetSite(deciding, domain, false);
}

/** Replaces a site's numbers once. */
export async function resetNow(deciding: Deciding, domain: Domain): Promise<void> {
  await resetSite(deciding, domain, true);
}

/** Holds nothing back, here or everywhere (`null`), for so many minutes or until told (`null`). */
export async function pause(
  deciding: Deciding,
  domain: Domain | null,
  { minutes, why }: { readonly minutes: number | null; readonly why: Pause['why'] },
): Promise<void> {
  const { control, layers } = deciding;
  const at = control.now();
  const until = minutes === null ? null : at + minutes * MINUTE;
  await control.policy.change((policy) => pauseFor(policy, domain, { at, until, why }));
  await tell(deciding, domain ?? ALL_SITES, { type: 'paused', until, why });
  await setPauseAlarm(deciding);
  await layers.refresh();
  for (const open of domain === null ? await openSites() : [domain]) await letFramesGo(deciding, open);
}

/** Sites that have a page open. */
async function openSites(): Promise<readonly Domain[]> {
  const domains = (await allTabs()).map(({ url }) => (url === null ? undefined : domainOf(url)));
  return [...new Set(domains.filter((domain) => domain !== undefined))];
}

/** Ends a pause: what was stored meanwhile is dealt with as decided. */
export async function resume(deciding: Deciding, domain: Domain | null): Promise<void> {
  await deciding.control.policy.change((policy) => pauseFor(policy, domain, null));
  await tell(deciding, domain ?? ALL_SITES, { type: 'resumed' });
  await carryOut(deciding, domain === null ? await sitesOfChoices(deciding) : [domain]);
}

/** A pause ended by itself, perhaps one of several. */
export async function pausesEnded(deciding: Deciding): Promise<void> {
  await carryOut(deciding, await sitesOfChoices(deciding));
  await setPauseAlarm(deciding);
}

/** One alarm for all pauses: it rings when the next of them ends. */
async function setPauseAlarm({ control }: Deciding): Promise<void> {
  const { paused } = await control.policy.read();
  const ends = [paused.everywhere, ...Object.values(paused.sites)].flatMap((one) => one?.until ?? []);
  const next = Math.min(...ends.filter((until) => until > control.now()));
  if (Number.isFinite(next)) await setAlarmAt(PAUSE_ALARM, next);
}

/** Where a change for everybody has something to do: all known sites, where undecided ones are not merely watched. */
async function sitesOfChoices(deciding: Deciding): Promise<readonly Domain[]> {
  const policy = await deciding.control.policy.read();
  return withholdsEverywhere(policy) ? await knownSites(deciding) : chosenSites(policy);
}

/** The site looks broken: nothing is held back there until told, and its tab is loaded again. */
export async function looksBroken(deciding: Deciding, domain: Domain, tab: number): Promise<void> {
  await pause(deciding, domain, { minutes: null, why: 'broken' });
  await reloadTab(tab);
}

/** What undecided numbers may do: what is stored on undecided sites is dealt with at once, and can be brought back. */
export async function changeUndecided(deciding: Deciding, undecided: Policy['undecided']): Promise<void> {
  await deciding.control.policy.change((policy) => ({ ...policy, undecided }));
  await carryOut(deciding, await knownSites(deciding));
}

/** Forgets what was chosen for a site, or for all (`null`); what undecided numbers may do is a setting, and stays. */
export async function forgetChoices({ control, layers, due }: Deciding, domain: Domain | null): Promise<void> {
  await due.drop(domain);
  const forgotten = domain === null ? Object.keys((await control.policy.read()).sites) : [domain];
  for (const site of forgotten) await cancelAlarm(RESET_ALARM + site);
  await control.policy.change((policy) =>
    domain === null ? { ...NO_POLICY, undecided: policy.undecided } : forgetSite(policy, domain),
  );
  await layers.refresh();
}

/** Pages of a site go round in circles for want of a number: a block becomes a reset, anything else a pause. */
export async function answerLoop(deciding: Deciding, domain: Domain, tab: number): Promise<void> {
  const { control, layers } = deciding;
  const policy = await control.policy.read();
  const chosen = chosenFor(policy, domain);
  const blocked = chosen?.choice.mode === 'block';
  const asked = chosen === undefined && policy.undecided.first === 'ask';
  if (!blocked && !asked) return;
  if (blocked && chosenFor(policy, domain)?.loopAt !== null) return;
  const at = control.now();
  await control.policy.change((before) =>
    blocked ? noteLoop(before, domain, at) : pauseFor(before, domain, { at, until: null, why: 'broken' }),
  );
  await layers.refresh();
  await tell(deciding, domain, { type: 'loop' });
  await reloadTab(tab);
}
