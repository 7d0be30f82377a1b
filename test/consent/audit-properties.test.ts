import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleId, VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import { RULES } from '#consent/rules.ts';
import { NEEDED, VISIT, WITHOUT_CHOICES } from './any-visit.ts';
import { cookiebot } from './choices.ts';
import { choice, LOGIN } from './told.ts';

const RULE_IDS = Object.keys(RULES) as readonly RuleId[];
const RUNS = { numRuns: 2000 };

/** Everything granted, long before anything else. */
const GRANT: VisitMoment = choice(-1000, [cookiebot({ preferences: true, statistics: true, marketing: true })], {
  wanted: { is: 'accept' },
});
/** Rules that go by when something was chosen. */
const BY_CHOICE = new Set<RuleId>([
  'before-choice',
  'after-refusal',
  'after-withdrawal',
  'consent-without-press',
  'refusal-stored-as-consent',
  'hit-contradicts-choice',
]);

function rulesIn(visit: readonly VisitMoment[]): readonly RuleId[] {
  return auditOf(visit).map(({ rule }) => rule);
}

describe('any visit', () => {
  it('is audited without an error, in the order of time, and every rule is broken by some', () => {
    const seen = new Set<RuleId>();
    fc.assert(
      fc.property(VISIT, (visit) => {
        const findings = auditOf(visit);
        for (const { rule } of findings) seen.add(rule);
        const times = findings.map((finding) => finding.at);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        expect(findings.every(({ rule, evidence }) => rule in RULES && evidence.length > 0)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect([...seen].toSorted()).toEqual(RULE_IDS.toSorted());
  });

  it('has the same findings in whatever order its moments come, those of one time too', () => {
    const SHUFFLED = VISIT.chain((visit) =>
      fc.tuple(fc.constant(visit), fc.shuffledSubarray([...visit], { minLength: visit.length })),
    );
    fc.assert(
      fc.property(SHUFFLED, ([visit, shuffled]) => {
        expect(auditOf(shuffled)).toEqual(auditOf(visit));
      }),
      RUNS,
    );
  });

  it('tells each thing once: a moment that is told twice changes nothing', () => {
    fc.assert(
      fc.property(VISIT, (visit) => {
        expect(auditOf([...visit, ...visit])).toEqual(auditOf(visit));
      }),
      RUNS,
    );
  });

  it('has no finding of a number where all that is stored is what the site needs', () => {
    const needed = (moment: VisitMoment): VisitMoment =>
      moment.type === 'number'
        ? { ...moment, verdict: { ...moment.verdict, ...(moment.at % 2 === 0 ? LOGIN : { purpose: 'functional' }) } }
        : moment;
    const ofNumbers = new Set<RuleId>(['before-choice', 'after-refusal', 'after-withdrawal', 'longer-than-declared']);
    fc.assert(
      fc.property(VISIT, (visit) => {
        expect(rulesIn(visit.map(needed)).filter((rule) => ofNumbers.has(rule))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('has none at all where nothing but such values and their requests is in it', () => {
    fc.assert(
      fc.property(NEEDED, (visit) => {
        expect(auditOf(visit)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('consent to everything, before everything', () => {
  it('leaves nothing that was before a choice in any visit, and no refusal that is not a withdrawal', () => {
    fc.assert(
      fc.property(VISIT, (visit) => {
        const rules = rulesIn([GRANT, ...visit]);
        expect(rules).not.toContain('before-choice');
        expect(rules).not.toContain('after-refusal');
        expect(rules).not.toContain('consent-without-press');
      }),
      RUNS,
    );
  });

  it('leaves nothing that goes by a choice where no other is made', () => {
    const without = new Set<RuleId>();
    fc.assert(
      fc.property(WITHOUT_CHOICES, (visit) => {
        for (const rule of rulesIn(visit)) without.add(rule);
        expect(rulesIn([GRANT, ...visit]).filter((rule) => BY_CHOICE.has(rule))).toEqual([]);
      }),
      RUNS,
    );
    // Or it would show nothing.
    expect([...without]).toEqual(expect.arrayContaining(['before-choice', 'hit-contradicts-choice']));
  });
});
