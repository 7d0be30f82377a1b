import { kindAsSaid, saidOf } from './correction.ts';
import type { Party } from './event.ts';
import { type Identifier, hostOf, identifierKey } from './identifier.ts';
import type { Choice, Rhythm } from './mode.ts';
import { chosenFor, holds, pauseOn, type Policy, type SiteChosen } from './policy.ts';
import { type Domain, domainOf, domainOfHost } from './site.ts';
import type { Kind } from './verdict.ts';

/** A stored value on which is to be decided. */
export interface Question {
  readonly identifier: Identifier;
  readonly kind: Kind;
  /** Registrable domains of the pages it is known to be at work on; its own host's is added where it is not partitioned. */
  readonly sites: readonly Domain[];
  /** ms since the epoch: pauses end. */
  readonly now: number;
}

/** Why a decision is what it is; each has a text `because_<says>` in `_locales`. */
export type DecisionReason =
  | { readonly says: 'pausedEverywhere' }
  | { readonly says: 'pausedHere'; readonly domain: Domain }
  | { readonly says: 'chosenForThis' }
  /** The site's choice, or, for a number that is one for several sites, that of another of them. */
  | { readonly says: 'chosenForSite'; readonly domain: Domain }
  /** Blocked, but its pages redirect for ever without a number. */
  | { readonly says: 'redirectLoop'; readonly domain: Domain }
  /** Not a number, and nobody chose it: logins, security, carts, consent, preferences, unknown values. */
  | { readonly says: 'leftAlone'; readonly kind: Kind }
  | { readonly says: 'undecided'; readonly party: Party };

/** What is to be done with a value. `hold`: neither stored nor sent until the person decides. */
export type Decision =
  | { readonly verdict: 'keep'; readonly because: DecisionReason }
  | { readonly verdict: 'hold' | 'block'; readonly because: DecisionReason }
  | { readonly verdict: 'reset'; readonly rhythm: Rhythm; readonly because: DecisionReason };

const EVERY_VISIT: Rhythm = { every: 'visit' };

/** The sites whose choices count for a value: its partition's page, or wherever it is at work and its own host's. */
export function sitesOf({ identifier, sites }: Pick<Question, 'identifier' | 'sites'>): readonly Domain[] {
  if (identifier.partition !== null) {
    const top = domainOf(identifier.partition.topLevelSite);
    return top === undefined ? sites : [top];
  }
  return [...new Set([...sites, domainOfHost(hostOf(identifier))])];
}

function decisionOf(choice: Choice, because: DecisionReason): Decision {
  switch (choice.mode) {
    case 'allow':
      return { verdict: 'keep', because };
    case 'block':
      return { verdict: 'block', because };
    case 'reset':
      return { verdict: 'reset', rhythm: choice.rhythm, because };
  }
}

function siteDecision(domain: Domain, { choice, loopAt }: SiteChosen): Decision {
  return choice.mode === 'block' && loopAt !== null
    ? { verdict: 'reset', rhythm: EVERY_VISIT, because: { says: 'redirectLoop', domain } }
    : decisionOf(choice, { says: 'chosenForSite', domain });
}

/** A number that is one for several sites has one fate: the strictest that was chosen on any of them. */
const STRICTNESS = ['keep', 'reset', 'hold', 'block'] as const satisfies readonly Decision['verdict'][];

function strictest(decisions: readonly Decision[]): Decision | undefined {
  return decisions.toSorted((a, b) => STRICTNESS.indexOf(b.verdict) - STRICTNESS.indexOf(a.verdict))[0];
}

/**
 * Decides on a stored value. A pause comes before everything; then what was chosen for this very identifier; then what
 * was chosen for a site, which is about numbers alone; then what numbers may do until the person decides. What is a
 * number the person may have said.
 */
export function decide(policy: Policy, question: Question): Decision {
  const { identifier, now } = question;
  const kind = kindAsSaid(question.kind, saidOf(policy.corrections, identifier));
  const sites = sitesOf(question);
  if (holds(policy.paused.everywhere, now)) return { verdict: 'keep', because: { says: 'pausedEverywhere' } };
  const paused = sites.find((domain) => holds(pauseOn(policy, domain), now));
  if (paused !== undefined) return { verdict: 'keep', because: { says: 'pausedHere', domain: paused } };

  const chosen = policy.identifiers[identifierKey(identifier)];
  if (chosen !== undefined) return decisionOf(chosen.choice, { says: 'chosenForThis' });
  if (kind !== 'random-id') return { verdict: 'keep', because: { says: 'leftAlone', kind } };

  const bySite = strictest(
    sites.flatMap((domain) => {
      const site = chosenFor(policy, domain);
      return site === undefined ? [] : [siteDecision(domain, site)];
    }),
  );
  if (bySite !== undefined) return bySite;
  const party: Party = sites.every((domain) => domain === domainOfHost(hostOf(identifier))) ? 'first' : 'third';
  return { verdict: undecidedVerdict(policy, party), because: { says: 'undecided', party } };
}

function undecidedVerdict({ undecided }: Policy, party: Party): 'keep' | 'hold' | 'block' {
  const may = party === 'first' ? undecided.first : undecided.third;
  switch (may) {
    case 'notify':
      return 'keep';
    case 'ask':
      return 'hold';
    case 'block':
      return 'block';
  }
}
