import { isPrivateStore } from '#browser/cookies.ts';
import { sendToFrames } from '#browser/messaging.ts';
import { corrected, ourVerdict } from '#core/correction.ts';
import type { Sighting, Taken } from '#core/event.ts';
import { type IdentifierKey, identifierKey } from '#core/identifier.ts';
import type { Met, Outcome } from '#core/outcome.ts';
import { chosenFor } from '#core/policy.ts';
import { domainOf } from '#core/site.ts';
import type { Verdict } from '#core/verdict.ts';
import { enforcedEvent, isWithheld, whyTaken, type Enforceable } from '#enforce/acted.ts';
import type { ForgetStored, ForgottenItem, PutBack, StoragePlace } from '#messages/watch.ts';
import { placeIn } from '#observe/watcher.ts';
import type { Document, Seen } from '#observe/withholding.ts';
import { type Control, decideOn, occasion, saidHere } from './control.ts';

/** What pages were asked to take out of their storage, and why; what a page tells of explains itself by this. */
export type Asked = Map<
  IdentifierKey,
  { readonly decision: Enforceable; readonly met: Met; readonly since: number; told: boolean }
>;

/** Lest a flood fill the memory. */
const MOST = 2000;

/** Asks every frame of a tab to take these places out of the storage of an origin. */
export async function askToForget(
  tab: number,
  { origin, places }: { readonly origin: string; readonly places: readonly StoragePlace[] },
): Promise<void> {
  await sendToFrames(tab, { from: 'background', type: 'forget', origin, places } satisfies ForgetStored);
}

/** A number is in web storage: where it is not to be kept, its page is asked to take it out. */
export async function forgetFound(
  control: Control,
  asked: Asked,
  { seen, from }: { readonly seen: Seen; readonly from: Document },
): Promise<boolean> {
  const { identifier, verdict } = seen.sighting;
  if (identifier.area !== 'local-storage' && identifier.area !== 'session-storage') return false;
  const decision = await decideOn(control, { identifier, kind: verdict.kind, on: [seen.domain] });
  if (!isWithheld(decision)) return false;
  if (asked.size >= MOST) asked.clear();
  asked.set(identifierKey(identifier), { decision, met: 'given', since: control.now(), told: false });
  const { area, key } = identifier;
  await askToForget(from.tab, { origin: from.origin, places: [{ area, key }] });
  return true;
}

function outcomeOf({ still }: ForgottenItem, since: number, now: number): Outcome {
  return still ? { is: 'failed', carriedBy: 0 } : { is: 'removed', afterMs: Math.max(0, now - since), carriedBy: 0 };
}

/** What is no number is kept nowhere but where it can be brought back from. */
async function sightingOf(
  control: Control,
  { area, key, value, verdict: judged }: ForgottenItem,
  from: Document,
): Promise<Sighting> {
  const identifier = placeIn(from, area, key);
  const verdict = corrected(judged, await saidHere(control, identifier));
  return {
    identifier,
    value: verdict.kind === 'random-id' ? value : '',
    verdict,
    party: domainOf(from.origin) === from.domain ? 'first' : 'third',
    setBy: { how: 'script', script: null, basis: 'verified' },
    expires: area === 'session-storage' ? 'session' : 'never',
  };
}

/** Numbers were taken out of a page's storage: by its guard before any script of the page ran, or as it was asked. */
export async function tellForgotten(
  control: Control,
  asked: Asked,
  { items, from }: { readonly items: readonly ForgottenItem[]; readonly from: Document },
): Promise<void> {
  for (const item of items) {
    const sighting = await sightingOf(control, item, from);
    const { identifier, expires, setBy } = sighting;
    const request = asked.get(identifierKey(identifier));
    asked.delete(identifierKey(identifier));
    const decision = request?.decision ?? (await guardsDecision(control, sighting, from));
    // Nobody asked, and no guard of ours forgets where nothing is decided: somebody plays our part.
    if (decision === null) {
      if (saidNoNumber(sighting.verdict)) await putBack(item, from);
      continue;
    }
    const since = request?.since ?? (await choiceAt(control, from));
    const taken: Taken = { identifier, value: item.value, expires, cookie: null, why: whyTaken(decision), setBy };
    const outcome = outcomeOf(item, since, control.now());
    const met = request?.met ?? 'kept';
    const event = enforcedEvent(occasion(control, from.domain, from.store), {
      sighting,
      decision,
      outcome,
      met,
      taken,
    });
    await control.take([event]);
  }
}

/** What a guard takes for a number, and the person does not. */
function saidNoNumber(verdict: Verdict): boolean {
  return ourVerdict(verdict).kind === 'random-id' && verdict.kind !== 'random-id';
}

/** Guards judge by themselves, before anybody is asked: what is no number by the person's word stands there again. */
async function putBack({ area, key, value }: ForgottenItem, { tab, origin }: Document): Promise<void> {
  await sendToFrames(tab, { from: 'background', type: 'put-back', origin, area, key, value } satisfies PutBack);
}

/** A guard forgets by itself only where that was decided; `null` where nothing was. */
async function guardsDecision(
  control: Control,
  { identifier, verdict }: Sighting,
  from: Document,
): Promise<Enforceable | null> {
  const decision = await decideOn(control, { identifier, kind: verdict.kind, on: [from.domain] });
  return decision.verdict === 'keep' ? null : decision;
}

/** Since when it should not have been there: the site's choice. */
async function choiceAt(control: Control, from: Document): Promise<number> {
  return chosenFor(await control.policy.read(isPrivateStore(from.store)), from.domain)?.at ?? control.now();
}
