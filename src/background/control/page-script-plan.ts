import { isPrivateStore } from '#browser/cookies.ts';
import { hostOf } from '#core/identifier.ts';
import { holds, pauseOn, type Policy } from '#core/policy.ts';
import { type Domain, domainOfHost } from '#core/site.ts';
import type { PageScriptPlan } from '#enforce/page-scripts.ts';
import { modeOf } from '#store/report/control.ts';
import type { StoredRow } from '#store/rows.ts';

/** What the plan depends on. */
export interface PlanGround {
  readonly policy: Policy;
  /** What is known by name and not to be kept. */
  readonly withheld: readonly StoredRow[];
  /** Sites whose web storage is to be emptied of numbers when they are opened next. */
  readonly due: readonly Domain[];
  /** ms since the epoch. */
  readonly now: number;
}

function isPaused(policy: Policy, domain: Domain, now: number): boolean {
  return holds(policy.paused.everywhere, now) || holds(pauseOn(policy, domain), now);
}

/**
 * Where scripts hold numbers back or forget them: on blocked sites, for the hosts of whatever else is withheld, and
 * everywhere where undecided sites ask first. Where something was allowed or said to be no number, nothing stored is touched beforehand.
 */
export function pageScriptPlan({ policy, withheld, due, now }: PlanGround): PageScriptPlan {
  const chosen = Object.keys(policy.sites) as Domain[];
  const blocked = chosen.filter((domain) => modeOf(policy, domain) === 'block' && !isPaused(policy, domain, now));
  // Registrations are kept on disk, where nothing of private windows may go; what is stored there is taken away after.
  const hosts = withheld
    .filter(({ identifier }) => !isPrivateStore(identifier.store))
    .map(({ identifier }) => domainOfHost(hostOf(identifier)));
  const kept = [
    ...Object.values(policy.identifiers).filter(({ choice }) => choice.mode !== 'block'),
    ...Object.values(policy.corrections).filter(({ is }) => is === 'no-number'),
  ];
  const allowed = new Set(kept.map(({ identifier }) => domainOfHost(hostOf(identifier))));
  const held = [...new Set([...blocked, ...hosts])];
  const asks = policy.undecided.first === 'ask' && !holds(policy.paused.everywhere, now);
  const decided = chosen.filter((domain) => !blocked.includes(domain));
  const paused = (Object.keys(policy.paused.sites) as Domain[]).filter((domain) => isPaused(policy, domain, now));
  return {
    // A host that others of its kind are withheld on may hold what another site may keep: there nothing is forgotten.
    hold: held.filter((domain) => blocked.includes(domain) && !allowed.has(domain)),
    holdNew: held.filter((domain) => !blocked.includes(domain) || allowed.has(domain)),
    forget: due,
    everywhere: asks ? { except: [...decided, ...paused] } : null,
  };
}
