import type { Correction, Corrections } from './correction.ts';
import type { Identifier, IdentifierKey } from './identifier.ts';
import type { Choice, UndecidedFirst, UndecidedThird } from './mode.ts';
import type { Domain } from './site.ts';
import type { Purpose } from './verdict.ts';

/** A choice, and when it was made (ms since the epoch). */
export interface Chosen {
  readonly choice: Choice;
  readonly at: number;
}

/** What was chosen for a site. */
export interface SiteChosen extends Chosen {
  /** When its pages were seen to redirect for ever without the number: Block then acts as Reset on every visit. */
  readonly loopAt: number | null;
}

/** What was chosen for one identifier, on whichever sites it is at work. */
export interface IdentifierChosen extends Chosen {
  readonly identifier: Identifier;
  /** The site it was chosen on, with which it is wiped. */
  readonly domain: Domain;
  /** What it is for, where it was not chosen by itself but follows from a refusal, and ends with it. */
  readonly refused?: Purpose;
}

/** Nothing is held back, blocked or reset meanwhile; watching goes on. */
export interface Pause {
  readonly at: number;
  /** ms since the epoch; `null`: until the person ends it. */
  readonly until: number | null;
  /** `broken`: the person said that the site looks broken. */
  readonly why: 'paused' | 'broken';
}

/** Everything the person decided. Plain JSON. */
export interface Policy {
  /** What numbers may do where nothing was chosen. */
  readonly undecided: { readonly first: UndecidedFirst; readonly third: UndecidedThird };
  readonly sites: Readonly<Record<Domain, SiteChosen>>;
  readonly identifiers: Readonly<Record<IdentifierKey, IdentifierChosen>>;
  /** What the person said stored values are. */
  readonly corrections: Corrections;
  readonly paused: { readonly everywhere: Pause | null; readonly sites: Readonly<Record<Domain, Pause>> };
}

/** Nothing chosen: every number is kept, shown, and told of once a site. */
export const NO_POLICY: Policy = {
  undecided: { first: 'notify', third: 'notify' },
  sites: {},
  identifiers: {},
  corrections: {},
  paused: { everywhere: null, sites: {} },
};

/** Whether a pause still holds. */
export function holds(pause: Pause | null | undefined, now: number): pause is Pause {
  return pause !== null && pause !== undefined && (pause.until === null || pause.until > now);
}

/** Whether nothing is held back, blocked or reset anywhere, whatever a number is and wherever it is at work. */
export function keepsEverything({ undecided, sites, identifiers }: Policy): boolean {
  const watched = undecided.first === 'notify' && undecided.third === 'notify';
  return watched && Object.keys(sites).length === 0 && Object.keys(identifiers).length === 0;
}

/** What was chosen for a site; `undefined`: it is undecided. Hosts may be named as parts of the language are. */
export function chosenFor({ sites }: Policy, domain: Domain): SiteChosen | undefined {
  return Object.hasOwn(sites, domain) ? sites[domain] : undefined;
}

/** The pause of a site, whether or not it still holds. */
export function pauseOn({ paused }: Policy, domain: Domain): Pause | undefined {
  return Object.hasOwn(paused.sites, domain) ? paused.sites[domain] : undefined;
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  keep: (key: string, value: Value) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(key, value)));
}

/** The policy with another choice for a site; `null` makes it undecided again. */
export function chooseForSite(policy: Policy, domain: Domain, chosen: Chosen | null): Policy {
  const others = without(policy.sites, (key) => key !== domain);
  return { ...policy, sites: chosen === null ? others : { ...others, [domain]: { ...chosen, loopAt: null } } };
}

/** The policy with another choice for one identifier; `null` lets the site's choice count for it again. */
export function chooseForIdentifier(policy: Policy, key: IdentifierKey, chosen: IdentifierChosen | null): Policy {
  const others = without(policy.identifiers, (other) => other !== key);
  return { ...policy, identifiers: chosen === null ? others : { ...others, [key]: chosen } };
}

/** The policy with another word on what one stored value is; `null` takes it back. */
export function correctIn(policy: Policy, key: IdentifierKey, correction: Correction | null): Policy {
  const others = without(policy.corrections, (other) => other !== key);
  return { ...policy, corrections: correction === null ? others : { ...others, [key]: correction } };
}

/** The policy with a pause for a site, or everywhere (`null`); `null` for the pause ends it. */
export function pauseFor(policy: Policy, domain: Domain | null, pause: Pause | null): Policy {
  if (domain === null) return { ...policy, paused: { ...policy.paused, everywhere: pause } };
  const others = without(policy.paused.sites, (key) => key !== domain);
  const sites = pause === null ? others : { ...others, [domain]: pause };
  return { ...policy, paused: { ...policy.paused, sites } };
}

/** Notes that a blocked site's pages redirect for ever; a site that is not blocked is left as it is. */
export function noteLoop(policy: Policy, domain: Domain, at: number): Policy {
  const chosen = chosenFor(policy, domain);
  if (chosen?.choice.mode !== 'block') return policy;
  return { ...policy, sites: { ...policy.sites, [domain]: { ...chosen, loopAt: at } } };
}

/** The policy without anything chosen or said for or on a site. */
export function forgetSite(policy: Policy, domain: Domain): Policy {
  const forgotten = pauseFor(chooseForSite(policy, domain, null), domain, null);
  return {
    ...forgotten,
    identifiers: without(forgotten.identifiers, (_key, chosen) => chosen.domain !== domain),
    corrections: without(forgotten.corrections, (_key, correction) => correction.domain !== domain),
  };
}
