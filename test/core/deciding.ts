import type { Said } from '#core/correction.ts';
import type { Decision } from '#core/decide.ts';
import { type Identifier, identifierKey, type StorageIdentifier } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import {
  chooseForIdentifier,
  chooseForSite,
  correctIn,
  NO_POLICY,
  noteLoop,
  type Pause,
  pauseFor,
  type Policy,
} from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';

/** When everything was chosen, and when it is asked. */
export const CHOSEN_AT = Date.parse('2026-11-01T10:00:00Z');
export const NOW = Date.parse('2026-11-22T10:00:00Z');

export const ALLOW: Choice = { mode: 'allow' };
export const BLOCK: Choice = { mode: 'block' };
export const DAILY: Choice = { mode: 'reset', rhythm: { every: 'hours', hours: 24 } };

export function domain(text: string): Domain {
  return text as Domain;
}

/** The cookie that a `Set-Cookie` line of this host stores; under a page's site where the browser keeps it apart. */
export function stored(line: string, host: string, partition?: string): Identifier {
  const key = partition === undefined ? null : { topLevelSite: partition, hasCrossSiteAncestor: true };
  return cookieOf(line, { url: `https://${host}/`, at: CHOSEN_AT, partition: key }).identifier;
}

/** What a person may have decided, one step after the other. */
export type Step = (policy: Policy) => Policy;

export const forSite =
  (site: string, choice: Choice | null): Step =>
  (policy) =>
    chooseForSite(policy, domain(site), choice === null ? null : { choice, at: CHOSEN_AT });

export const forThis =
  (identifier: Identifier, choice: Choice, on = 'shop.example'): Step =>
  (policy) =>
    chooseForIdentifier(policy, identifierKey(identifier), {
      choice,
      at: CHOSEN_AT,
      identifier,
      domain: domain(on),
    });

/** What the person says a value is, on a site. */
export const isSaid =
  (identifier: Identifier, is: Said, on = 'shop.example'): Step =>
  (policy) =>
    correctIn(policy, identifierKey(identifier), { identifier, is, at: CHOSEN_AT, domain: domain(on) });

export const loops =
  (site: string): Step =>
  (policy) =>
    noteLoop(policy, domain(site), CHOSEN_AT);

export const paused =
  (site: string | null, until: number | null = null, why: Pause['why'] = 'paused'): Step =>
  (policy) =>
    pauseFor(policy, site === null ? null : domain(site), { at: CHOSEN_AT, until, why });

export const undecided =
  (may: Partial<Policy['undecided']>): Step =>
  (policy) => ({ ...policy, undecided: { ...policy.undecided, ...may } });

export function policyAfter(...steps: readonly Step[]): Policy {
  return steps.reduce((policy, step) => step(policy), NO_POLICY);
}

/** A decision as one would say it: `reset every 24 hours, chosenForSite shop.example`. */
export function said(decision: Decision): string {
  const { verdict, because } = decision;
  const about =
    'domain' in because ? because.domain : 'kind' in because ? because.kind : 'party' in because ? because.party : '';
  const reason = `${because.says} ${about}`.trim();
  return verdict === 'reset' ? `reset every ${rhythmSaid(decision)}, ${reason}` : `${verdict}, ${reason}`;
}

function rhythmSaid({ rhythm }: Extract<Decision, { verdict: 'reset' }>): string {
  return rhythm.every === 'hours' ? `${rhythm.hours} hours` : rhythm.every;
}

/** Values of a shop, of its page’s other companies, and of its storage. */
export const HVID = stored('hvid=1; Path=/', 'shop.example');
export const WIDE = stored('hvid=1; Path=/; Domain=shop.example', 'www.shop.example');
export const UID = stored('uid=1; Path=/; Domain=metrics.example', 'metrics.example');
export const CHIP = stored('uid=1; Path=/; Secure; Partitioned', 'metrics.example', 'https://shop.example');
export const LOGIN = stored('session=1; Path=/; HttpOnly', 'shop.example');
export const DEVICE: StorageIdentifier = {
  area: 'local-storage',
  store: '0',
  partition: null,
  origin: 'https://www.shop.example',
  key: 'device',
};
export const FRAMED: StorageIdentifier = {
  ...DEVICE,
  origin: 'https://frame.example',
  partition: { topLevelSite: 'https://shop.example' },
};
