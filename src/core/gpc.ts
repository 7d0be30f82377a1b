import type { Domain } from './site.ts';

/**
 * Where sites are told that the person does not want what they do to be sold or shared: Global Privacy Control.
 * Plain JSON.
 * @see https://w3c.github.io/gpc/
 */
export interface GpcPreference {
  /** On every site that nothing else was chosen for. */
  readonly everyone: boolean;
  /** Sites, by registrable domain, on which it was chosen by itself. */
  readonly sites: Readonly<Record<Domain, boolean>>;
}

/** Nothing is said to anybody. */
export const NO_GPC: GpcPreference = { everyone: false, sites: {} };

/** Whether it is on for a site. Sites may be named as parts of the language are. */
export function gpcOn({ everyone, sites }: GpcPreference, domain: Domain): boolean {
  return Object.hasOwn(sites, domain) ? sites[domain] === true : everyone;
}

/** The preference with another choice for a site, or for all (`null`); `null` for the choice ends a site's own. */
export function chooseGpc(preference: GpcPreference, domain: Domain | null, on: boolean | null): GpcPreference {
  if (domain === null) return { ...preference, everyone: on === true };
  const others = Object.entries(preference.sites).filter(([site]) => site !== domain);
  return { ...preference, sites: Object.fromEntries(on === null ? others : [...others, [domain, on]]) };
}

/** The preference without what was chosen for a site, or for any (`null`); what holds for all stays. */
export function forgetGpc(preference: GpcPreference, domain: Domain | null): GpcPreference {
  return domain === null ? { ...preference, sites: {} } : chooseGpc(preference, domain, null);
}

/** Sites whose own choice differs from what holds for all, by the alphabet. */
export function gpcExceptions({ everyone, sites }: GpcPreference): readonly Domain[] {
  return (Object.keys(sites) as Domain[]).filter((domain) => sites[domain] !== everyone).toSorted();
}

/** What a site states of itself at `/.well-known/gpc.json`, or what stood in the way of reading it. */
export type GpcSupport =
  | {
      readonly is: 'stated';
      /** Whether it says that it abides by the signal. */
      readonly gpc: boolean;
      /** The day it says so since (`2026-11-28`); `null` where it gives none that is one. */
      readonly lastUpdate: string | null;
    }
  | {
      /** `missing`: there is no such file. `elsewhere`: it is said to be on another host, which was not asked. */
      readonly is: 'missing' | 'elsewhere' | 'unreadable' | 'unanswered';
    };

/** What holds on one site. */
export interface GpcHere {
  readonly on: boolean;
  /** Whether it was chosen for this site by itself. */
  readonly chosen: boolean;
  /** What holds on every site that nothing else was chosen for. */
  readonly everyone: boolean;
}

/** What holds on a site. */
export function gpcHere(preference: GpcPreference, domain: Domain): GpcHere {
  const { everyone, sites } = preference;
  return { on: gpcOn(preference, domain), chosen: Object.hasOwn(sites, domain), everyone };
}

/** The choice for a site that makes it so: none of its own (`null`) where that holds on every site. */
export function gpcChoiceFor({ everyone }: Pick<GpcHere, 'everyone'>, on: boolean): boolean | null {
  return on === everyone ? null : on;
}
