import { lookAtCookie } from '#browser/cookies.ts';
import type { Cookie } from '#core/cookie.ts';
import type { Decision } from '#core/decide.ts';
import type { Sighting } from '#core/event.ts';
import { identifierKey } from '#core/identifier.ts';
import type { Met, Outcome } from '#core/outcome.ts';
import { enforcedEvent, isWithheld, takenOf, whyTaken, type Enforceable } from '#enforce/acted.ts';
import { takeCookie } from '#enforce/take-cookie.ts';
import type { Seen } from '#observe/withholding.ts';
import { type AskedLately, rememberAsked } from './asked-lately.ts';
import { type Control, decideOn, occasion } from './control.ts';
import { rememberSent, type SentLately } from './sent-lately.ts';

/** Cookies being taken away, with how many requests carried them meanwhile. */
export interface BeingTaken {
  /** By identifier and value; counted by what is worked out from the jar. */
  readonly byCookie: Map<string, { carried: number }>;
  /** What was really sent, where the browser shows it. */
  readonly sent: SentLately;
  /** What was asked a moment ago, where it does not. */
  readonly asked: AskedLately;
}

/** None. */
export function nothingBeingTaken(): BeingTaken {
  return { byCookie: new Map(), sent: rememberSent(), asked: rememberAsked() };
}

/** Lest a flood fill the memory. */
const MOST = 2000;

function takenKeyOf({ identifier, value }: Cookie): string {
  return `${identifierKey(identifier)}|${value}`;
}

/** Whether a cookie that a request carries is being taken away; the request is counted there. */
export function countCarried(being: BeingTaken, cookie: Cookie): boolean {
  const entry = being.byCookie.get(takenKeyOf(cookie));
  if (entry !== undefined) entry.carried += 1;
  return entry !== undefined;
}

/** With the requests that carried it. */
function counted(outcome: Outcome, carriedBy: number): Outcome {
  switch (outcome.is) {
    case 'prevented':
      return outcome;
    case 'removed':
    case 'failed':
      return { ...outcome, carriedBy };
  }
}

/** Takes a cookie away as decided, looks afterwards, and tells what came of it on each site it was seen on. */
export async function takeAway(
  control: Control,
  being: BeingTaken,
  {
    cookie,
    seen,
    since,
    decision,
    met,
    told,
  }: {
    readonly cookie: Cookie;
    readonly seen: readonly Seen[];
    readonly since: number;
    readonly decision: Enforceable;
    readonly met: Met;
    /** Called once the ledger knows what came of it. */
    readonly told?: (outcome: Outcome) => void;
  },
): Promise<Outcome> {
  const key = takenKeyOf(cookie);
  const entry = { carried: 0 };
  const { byCookie, sent, asked } = being;
  if (byCookie.size >= MOST) byCookie.clear();
  byCookie.set(key, entry);
  // Requests told of from here on are counted as they come: these are those before.
  const before = met === 'given' ? asked.count(cookie, since) : 0;
  const outcome = await takeCookie(cookie, { since, now: control.now });
  // Requests that were told of before it was gone wait in the queue before this: they are counted first.
  void control.queue.add(() => {
    if (byCookie.get(key) === entry) byCookie.delete(key);
    const { name } = cookie.identifier;
    // What was kept before the choice was rightly sent until then: only what is sent after it counts.
    const seenSent = met === 'given' ? sent.count({ name, value: cookie.value }) : 0;
    const shared = { decision, met, outcome: counted(outcome, Math.max(entry.carried + before, seenSent)) };
    const events = seen.map(({ domain, sighting }) => {
      const now = occasion(control, domain, cookie.identifier.store);
      // What is swept is told as of the sweep's beginning: pages that open meanwhile come after it.
      const taken = takenOf(cookie, { why: whyTaken(decision), setBy: sighting.setBy });
      return enforcedEvent(met === 'kept' ? { ...now, at: since } : now, { sighting, taken, ...shared });
    });
    control.take(events).then(() => told?.(outcome), globalThis.reportError);
  });
  return outcome;
}

/** What is decided about a cookie just seen; `null` where it may stay. */
export async function withheldBy(control: Control, cookie: Cookie, seen: readonly Seen[]): Promise<Enforceable | null> {
  const [first] = seen;
  if (first === undefined) return null;
  const { kind } = first.sighting.verdict;
  const on = seen.map(({ domain }) => domain);
  const decision: Decision = await decideOn(control, { identifier: cookie.identifier, kind, on });
  return isWithheld(decision) ? decision : null;
}

/** A number that never reached storage, as a fresh look says. */
export async function lookForCookie(sighting: Sighting): Promise<Outcome> {
  const { identifier, value } = sighting;
  if (identifier.area !== 'cookie') return { is: 'prevented' };
  const stored = await lookAtCookie(identifier);
  return stored?.value === value ? { is: 'failed', carriedBy: 0 } : { is: 'prevented' };
}
