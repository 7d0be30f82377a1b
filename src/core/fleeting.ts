import type { Correction } from './correction.ts';
import { type Pause, type Policy, type SiteChosen, type IdentifierChosen } from './policy.ts';

/** Entries that differ from those underneath: another value, or `null` for one that is not there. */
type Over<Value> = Readonly<Record<string, Value | null>>;

/**
 * What was decided in private windows, over what is decided otherwise. It ends with the last private window. What numbers
 * may do until the person decides, and a pause everywhere, name no site, and are the same in every window.
 */
export interface Fleeting {
  readonly sites: Over<SiteChosen>;
  readonly identifiers: Over<IdentifierChosen>;
  readonly corrections: Over<Correction>;
  readonly paused: Over<Pause>;
}

/** Nothing decided in private windows. */
export const NOTHING_FLEETING: Fleeting = { sites: {}, identifiers: {}, corrections: {}, paused: {} };

function over<Value>(under: Readonly<Record<string, Value>>, changed: Over<Value>): Record<string, Value> {
  const both = { ...under, ...changed };
  return Object.fromEntries(Object.entries(both).filter((entry): entry is [string, Value] => entry[1] !== null));
}

function differences<Value>(
  under: Readonly<Record<string, Value>>,
  wanted: Readonly<Record<string, Value>>,
): Over<Value> {
  const changed = Object.entries(wanted).filter(([key, value]) => !Object.hasOwn(under, key) || under[key] !== value);
  const gone = Object.keys(under).filter((key) => !Object.hasOwn(wanted, key));
  return Object.fromEntries([...changed, ...gone.map((key) => [key, null] as const)]);
}

/** The policy of private windows. */
export function withFleeting(policy: Policy, { sites, identifiers, corrections, paused }: Fleeting): Policy {
  return {
    ...policy,
    sites: over(policy.sites, sites),
    identifiers: over(policy.identifiers, identifiers),
    corrections: over(policy.corrections, corrections),
    paused: { ...policy.paused, sites: over(policy.paused.sites, paused) },
  };
}

/** What private windows decide otherwise, so that their policy is the one wanted. */
export function fleetingOf(policy: Policy, wanted: Policy): Fleeting {
  return {
    sites: differences(policy.sites, wanted.sites),
    identifiers: differences(policy.identifiers, wanted.identifiers),
    corrections: differences(policy.corrections, wanted.corrections),
    paused: differences(policy.paused.sites, wanted.paused.sites),
  };
}
