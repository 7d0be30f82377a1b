import type { ControlReport, ControlSums, IdentifierControl, TakenNumber } from '#core/control.ts';
import type { DecisionReason } from '#core/decide.ts';
import type { Choice } from '#core/mode.ts';
import type { Act, ActLine, Outcome } from '#core/outcome.ts';
import { cookie, DAY, domain, MINUTE, NOW, stored, UUID } from './actors.ts';

/** What was decided and what came of it, as the background reports it. */

/** Saturday 14 November 2026, in the morning. */
export const CHOSEN_AT = new Date(2026, 10, 14, 9, 20).getTime();
const HALDEN = domain('halden-audio.example');

export const BLOCK: Choice = { mode: 'block' };
export const EVERY_VISIT: Choice = { mode: 'reset', rhythm: { every: 'visit' } };

/** Nothing chosen, nothing done. */
export function control(more: Partial<ControlReport> = {}): ControlReport {
  return {
    chosen: null,
    mode: 'notify',
    pause: null,
    sums: null,
    acts: [],
    held: [],
    taken: [],
    nextReset: null,
    ...more,
  };
}

/** A site for which this was chosen. */
export function chose(choice: Choice, more: Partial<ControlReport> = {}): ControlReport {
  return control({ chosen: { choice, at: CHOSEN_AT, loopAt: null }, mode: choice.mode, ...more });
}

export function sums(more: Partial<ControlSums> = {}): ControlSums {
  return {
    since: CHOSEN_AT,
    pages: 10,
    given: 40,
    prevented: 40,
    removed: 0,
    failed: 0,
    longestMs: 0,
    carriedBy: 0,
    cameBack: 0,
    ...more,
  };
}

export const UNDECIDED: IdentifierControl = {
  chosen: null,
  said: null,
  decision: { verdict: 'keep', because: { says: 'undecided', party: 'first' } },
};

/** A stored value under a decision. */
export function decided(
  verdict: 'keep' | 'hold' | 'block',
  because: DecisionReason,
  chosen: Choice | null = null,
): IdentifierControl {
  const made = chosen === null ? null : { choice: chosen, at: CHOSEN_AT };
  return { chosen: made, said: null, decision: { verdict, because } };
}

/** The nth number of many: the same each time, no two alike. */
export function numberOf(n: number): string {
  const hex = (seed: number) =>
    ((Math.imul(n + seed, 2_654_435_761) ^ (seed * 40_503)) >>> 0).toString(16).padStart(8, '0');
  const all = hex(11) + hex(23) + hex(37) + hex(53);
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-a${all.slice(17, 20)}-${all.slice(20)}`;
}

let next = 0;
export function line(at: number, act: Act): ActLine {
  next += 1;
  return { key: `a${next}`, at, act };
}

/** A number that was not to be kept, and what became of it. */
export function enforced(
  n: number,
  outcome: Outcome,
  more: Partial<Extract<Act, { type: 'enforced' }>> = {},
): Extract<Act, { type: 'enforced' }> {
  return {
    type: 'enforced',
    identifier: cookie('hvid', 'halden-audio.example'),
    number: numberOf(n),
    party: 'first',
    setBy: { how: 'response', basis: 'inferred' },
    met: 'given',
    decision: { verdict: 'block', because: { says: 'chosenForSite', domain: HALDEN } },
    outcome,
    ...more,
  };
}

export const PREVENTED: Outcome = { is: 'prevented' };
const BY_SCRIPT = {
  identifier: stored('hv_copy', 'https://halden-audio.example'),
  setBy: { how: 'script', script: 'https://halden-audio.example/shop.js', basis: 'verified' },
} as const;

/** Forty numbers, the newest first: two set by a script and removed, the others prevented. */
export function fortyActs(): readonly ActLine[] {
  return Array.from({ length: 40 }, (_, index) => {
    const at = NOW - MINUTE - index * (index < 6 ? 20_000 : 4 * 60 * MINUTE);
    if (index === 4) return line(at, enforced(index, { is: 'removed', afterMs: 6, carriedBy: 0 }, BY_SCRIPT));
    if (index === 9) return line(at, enforced(index, { is: 'removed', afterMs: 9, carriedBy: 0 }, BY_SCRIPT));
    return line(at, enforced(index, PREVENTED));
  });
}

export function taken(more: Partial<TakenNumber> = {}): TakenNumber {
  return {
    key: 't1',
    identifier: cookie('hvid', 'halden-audio.example'),
    number: UUID,
    at: CHOSEN_AT,
    expires: NOW + 400 * DAY,
    why: 'block',
    backAt: null,
    ...more,
  };
}
