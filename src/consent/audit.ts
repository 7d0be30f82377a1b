import type { Finding, RuleId, VisitMoment } from '#core/visit.ts';
import { gpcNotHonoured } from './audit/gpc-rule.ts';
import { hitContradictsChoice } from './audit/hit-rule.ts';
import { afterRefusal, beforeChoice, longerThanDeclared } from './audit/number-rules.ts';
import { consentWithoutPress, legitimateInterestLeftOn, refusalStoredAsConsent } from './audit/record-rules.ts';
import { type Visit, visitOf } from './audit/visit.ts';
import { RULES } from './rules.ts';

/** What looks for findings. One tells refusals and withdrawals apart. */
const CHECKS: readonly ((visit: Visit) => readonly Finding[])[] = [
  beforeChoice,
  afterRefusal,
  longerThanDeclared,
  consentWithoutPress,
  refusalStoredAsConsent,
  legitimateInterestLeftOn,
  gpcNotHonoured,
  hitContradictsChoice,
];

/** Rules in the order in which they are told where they were broken at the same time. */
const ORDER = Object.keys(RULES) as readonly RuleId[];

/**
 * Audits a visit: what in it is not as a rule of `consent/rules` has it, in the order of time. The moments may come in any
 * order. What has an innocent reading is no finding: what the site may need, what is not surely a number or not surely for
 * what needs consent, what was there before, what was under way while a choice was made, and what cannot be read.
 */
export function auditOf(moments: readonly VisitMoment[]): readonly Finding[] {
  const visit = visitOf(moments);
  return CHECKS.flatMap((check) => check(visit)).toSorted(
    (one, other) => one.at - other.at || ORDER.indexOf(one.rule) - ORDER.indexOf(other.rule),
  );
}
