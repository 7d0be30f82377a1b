import { lookAtCookie } from '#browser/cookies.ts';
import type { Cookie } from '#core/cookie.ts';
import { corrected } from '#core/correction.ts';
import type { LedgerEvent, SetBy, Sighting, Taken } from '#core/event.ts';
import type { Outcome } from '#core/outcome.ts';
import { parseSetCookie } from '#core/set-cookie.ts';
import { domainOf, siteOf } from '#core/site.ts';
import { enforcedEvent, isWithheld, takenOf, whyTaken, type Enforceable } from '#enforce/acted.ts';
import type { HeldAnswer, HeldItem } from '#messages/watch.ts';
import { sightingOf } from '#observe/sighting.ts';
import { placeIn } from '#observe/watcher.ts';
import type { Document } from '#observe/withholding.ts';
import { aboutHere, type Control, decideApart, occasion, saidHere } from './control.ts';

/** A held value as it would be stored. */
interface Held {
  readonly sighting: Sighting;
  /** `null` for web storage. */
  readonly cookie: Cookie | null;
}

function setByOf({ script }: HeldItem): SetBy {
  return { how: 'script', script, basis: 'verified' };
}

/** A script's cookie as it would be stored; `null` where the browser would store nothing of the line. */
function cookieIn(line: string, from: Document, now: number): Cookie | null {
  const parsed = parseSetCookie(line, { url: from.url, now });
  if (!parsed.ok) return null;
  const { host, hostOnly, path, name, value, secure, sameSite, expires, partitioned } = parsed.cookie;
  const partition = partitioned ? { topLevelSite: from.topSite } : null;
  const identifier = { area: 'cookie', store: from.store, partition, host, hostOnly, path, name } as const;
  return { identifier, value, httpOnly: false, secure, sameSite, expires };
}

async function heldFrom(control: Control, item: HeldItem, from: Document): Promise<Held | null> {
  const now = control.now();
  if (item.area === 'cookie') {
    const cookie = cookieIn(item.line ?? '', from, now);
    if (cookie === null) return null;
    const about = await aboutHere(control, cookie.identifier);
    return { cookie, sighting: sightingOf(cookie, { domain: from.domain, now, setBy: setByOf(item), about }) };
  }
  const { area, name, value, verdict } = item;
  const identifier = placeIn(from, area, name);
  const sighting: Sighting = {
    identifier,
    value,
    verdict: corrected(verdict, await saidHere(control, identifier)),
    party: domainOf(from.origin) === from.domain ? 'first' : 'third',
    setBy: setByOf(item),
    expires: area === 'session-storage' ? 'session' : 'never',
  };
  return { cookie: null, sighting };
}

/** Looks in the cookie jar; in web storage the watcher has looked. A cookie of any partition counts. */
async function look({ cookie }: Held, item: HeldItem): Promise<Outcome> {
  const stored = cookie === null ? item.stored : (await lookAtCookie(cookie.identifier))?.value === cookie.value;
  return stored ? { is: 'failed', carriedBy: 0 } : { is: 'prevented' };
}

function takenFrom({ cookie, sighting }: Held, decision: Enforceable): Taken {
  const why = whyTaken(decision);
  const { identifier, value, expires, setBy } = sighting;
  if (cookie !== null) return takenOf(cookie, { why, setBy });
  return { identifier, value, expires, cookie: null, why, setBy };
}

/** Scripts wrote numbers that the page guard holds back: which may be kept after all; what is not is told. */
export async function answerHeld(
  control: Control,
  { items, from }: { readonly items: readonly HeldItem[]; readonly from: Document },
): Promise<HeldAnswer> {
  const keep: number[] = [];
  const events: LedgerEvent[] = [];
  for (const [index, item] of items.entries()) {
    const held = await heldFrom(control, item, from);
    const decision = held === null ? null : await decideHeld(control, held, from);
    if (held === null || decision === null) {
      keep.push(index);
      continue;
    }
    const outcome = await look(held, item);
    const taken = takenFrom(held, decision);
    const told = { sighting: held.sighting, decision, outcome, met: 'given', taken } as const;
    events.push(enforcedEvent(occasion(control, from.domain, from.store), told));
  }
  await control.take(events);
  return { keep };
}

/** `null` where it may be kept. */
async function decideHeld(control: Control, { sighting }: Held, from: Document): Promise<Enforceable | null> {
  const { identifier, verdict } = sighting;
  const crossed = identifier.area === 'cookie' && siteOf(from.origin) !== from.topSite;
  const question = { identifier, kind: verdict.kind, on: [from.domain] };
  const decision = await decideApart(control, question, crossed ? from.topSite : null);
  return isWithheld(decision) ? decision : null;
}
