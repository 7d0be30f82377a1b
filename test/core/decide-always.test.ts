import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, sitesOf } from '#core/decide.ts';
import { identifierKey } from '#core/identifier.ts';
import { type Choice, MAX_HOURS, type Rhythm } from '#core/mode.ts';
import { chooseForSite, NO_POLICY, type Policy } from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import type { Kind } from '#core/verdict.ts';
import {
  ALLOW,
  BLOCK,
  CHIP,
  CHOSEN_AT,
  DEVICE,
  domain,
  FRAMED,
  forSite,
  forThis,
  HVID,
  LOGIN,
  loops,
  NOW,
  paused,
  policyAfter,
  type Step,
  UID,
  undecided,
  WIDE,
} from './deciding.ts';

const SITES = ['shop.example', 'news.example', 'metrics.example', 'weather.example'].map((site) => domain(site));
const IDENTIFIERS = [HVID, WIDE, UID, CHIP, LOGIN, DEVICE, FRAMED];
const KINDS: readonly Kind[] = ['random-id', 'login', 'security', 'consent', 'preference', 'cart', 'unknown'];

const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constantFrom<Rhythm>({ every: 'visit' }, { every: 'session' }),
  fc.integer({ min: 1, max: MAX_HOURS }).map((hours): Rhythm => ({ every: 'hours', hours })),
);
const choices: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom(ALLOW, BLOCK),
  rhythms.map((rhythm): Choice => ({ mode: 'reset', rhythm })),
);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom(...SITES), fc.option(choices)).map(([site, choice]) => forSite(site, choice)),
  fc.tuple(fc.constantFrom(...IDENTIFIERS), choices).map(([identifier, choice]) => forThis(identifier, choice)),
  fc.constantFrom(...SITES).map((site) => loops(site)),
  fc
    .tuple(fc.constantFrom(...SITES, null), fc.constantFrom(null, NOW - 1, NOW + 1))
    .map(([site, until]) => paused(site, until)),
  fc
    .record({ first: fc.constantFrom('notify', 'ask'), third: fc.constantFrom('notify', 'ask', 'block') } as const)
    .map((may) => undecided(may)),
);
const policies = fc.array(steps, { maxLength: 12 }).map((some) => policyAfter(...some));
const unpaused = policies.map((policy): Policy => ({ ...policy, paused: NO_POLICY.paused }));
const questions = fc.record({
  identifier: fc.constantFrom(...IDENTIFIERS),
  kind: fc.constantFrom(...KINDS),
  sites: fc.uniqueArray(fc.constantFrom(...SITES), { maxLength: 3 }),
  now: fc.constant(NOW),
});

/** From what lets a number be to what leaves least of it. */
const STRICTER = ['keep', 'reset', 'block'];

function strictness(policy: Policy, site: Domain): number {
  const chosen = policy.sites[site];
  if (chosen === undefined) return -1;
  return chosen.choice.mode === 'block' && chosen.loopAt === null ? 2 : chosen.choice.mode === 'allow' ? 0 : 1;
}

describe('whatever was decided', () => {
  it('a pause comes before it: nothing is held, blocked or reset', () => {
    fc.assert(
      fc.property(policies, questions, fc.boolean(), (policy, question, everywhere) => {
        const [site] = sitesOf(question);
        const here = paused(everywhere ? null : (site ?? null))(policy);
        expect(decide(here, question).verdict).toBe('keep');
      }),
    );
  });

  it('what was chosen for this very value comes before what was chosen for sites', () => {
    fc.assert(
      fc.property(unpaused, questions, choices, (policy, question, choice) => {
        const decision = decide(forThis(question.identifier, choice)(policy), question);
        const verdict = choice.mode === 'allow' ? 'keep' : choice.mode;
        expect(decision).toEqual({
          ...('rhythm' in choice && { rhythm: choice.rhythm }),
          verdict,
          because: { says: 'chosenForThis' },
        });
      }),
    );
  });

  it('nothing that is not a number is touched, unless it was chosen by itself', () => {
    fc.assert(
      fc.property(policies, questions, (policy, question) => {
        if (question.kind === 'random-id' || policy.identifiers[identifierKey(question.identifier)]) return;
        expect(decide(policy, question).verdict).toBe('keep');
      }),
    );
  });

  it('a number of several sites has the strictest fate chosen on any of them', () => {
    fc.assert(
      fc.property(unpaused, questions, (policy, asked) => {
        const question = { ...asked, kind: 'random-id' as const };
        if (policy.identifiers[identifierKey(question.identifier)] !== undefined) return;
        const strictest = Math.max(...sitesOf(question).map((site) => strictness(policy, site)));
        const { verdict, because } = decide(policy, question);
        expect(strictest >= 0 ? verdict : because.says).toBe(STRICTER[strictest] ?? 'undecided');
      }),
    );
  });

  it('a partitioned value listens to its partition’s page alone', () => {
    fc.assert(
      fc.property(policies, questions, questions, (policy, one, other) => {
        const identifier = CHIP;
        expect(decide(policy, { ...one, identifier })).toEqual(
          decide(policy, { ...one, identifier, sites: other.sites }),
        );
      }),
    );
  });

  it('a choice for a site changes nothing for values that are not at work there', () => {
    fc.assert(
      fc.property(policies, questions, fc.constantFrom(...SITES), choices, (policy, question, site, choice) => {
        if (sitesOf(question).includes(site)) return;
        const changed = chooseForSite(policy, site, { choice, at: CHOSEN_AT });
        expect(decide(changed, question)).toEqual(decide(policy, question));
      }),
    );
  });

  it('the order in which sites are known makes no difference to what is done', () => {
    fc.assert(
      fc.property(policies, questions, (policy, question) => {
        const turned = { ...question, sites: question.sites.toReversed() };
        expect(decide(policy, turned).verdict).toBe(decide(policy, question).verdict);
      }),
    );
  });
});
