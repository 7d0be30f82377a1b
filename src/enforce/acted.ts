import type { Decision } from '#core/decide.ts';
import type { LedgerEvent, Sighting, Taken } from '#core/event.ts';
import type { Act, Met, Outcome } from '#core/outcome.ts';
import type { Cookie } from '#core/cookie.ts';
import type { Domain } from '#core/site.ts';

/** When and where something was done. */
export interface Occasion {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly domain: Domain;
  readonly store: string;
}

/** A decision that asks for something to be done. */
export type Enforceable = Exclude<Decision, { readonly verdict: 'keep' }>;

/** Whether a decision asks for something to be done at once: what is to be reset is kept until it is due. */
export function isWithheld(decision: Decision): decision is Exclude<Enforceable, { readonly verdict: 'reset' }> {
  return decision.verdict === 'hold' || decision.verdict === 'block';
}

/** Why it was taken, in the words of what can be brought back. */
export function whyTaken(decision: Enforceable): Taken['why'] {
  return decision.verdict;
}

/** A cookie with all that is needed to store it again as it was. */
export function takenOf(cookie: Cookie, { why, setBy }: Pick<Taken, 'why' | 'setBy'>): Taken {
  const { identifier, value, expires, secure, httpOnly, sameSite } = cookie;
  return { identifier, value, expires: expires ?? 'session', cookie: { secure, httpOnly, sameSite }, why, setBy };
}

/** The cookie that was taken; `null` for what was none. */
export function cookieOf({ identifier, value, expires, cookie }: Taken): Cookie | null {
  if (identifier.area !== 'cookie' || cookie === null) return null;
  return { identifier, value, ...cookie, expires: typeof expires === 'number' ? expires : null };
}

/** What was done to a number, as an event. What was only prevented cannot be brought back, unless it is held. */
export function enforcedEvent(
  occasion: Occasion,
  {
    sighting,
    decision,
    outcome,
    met,
    taken,
  }: {
    readonly sighting: Sighting;
    readonly decision: Enforceable;
    readonly outcome: Outcome;
    readonly met: Met;
    readonly taken: Taken | null;
  },
): LedgerEvent {
  const { identifier, value, verdict, party, setBy } = sighting;
  const act: Act = {
    type: 'enforced',
    identifier,
    number: verdict.token ?? value,
    party,
    setBy,
    met,
    decision,
    outcome,
  };
  const kept = outcome.is === 'removed' || (decision.verdict === 'hold' && outcome.is === 'prevented');
  return { type: 'acted', ...occasion, act, sighting, taken: kept ? taken : null };
}
