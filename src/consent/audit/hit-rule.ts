import type { PurposeSaid } from '#core/consent.ts';
import type { Finding } from '#core/visit.ts';
import { inForce, isAfterChoice } from './choices.ts';
import { choiceEvidence, purposesEvidence, textsEvidence } from './evidence.ts';
import { grantedIn, holding } from './record-rules.ts';
import { firstOfEach, type Visit } from './visit.ts';

/** Google's `npa=0`, which goes with every hit of a site that has set nothing: it grants nothing. */
function isGrant({ name }: PurposeSaid): boolean {
  return name !== 'npa';
}

/**
 * A request says of itself that consent was given, and it was not: it was refused before, or, where consent comes first,
 * nobody has chosen yet. Once for each recipient and each of the two.
 */
export function hitContradictsChoice(visit: Visit): readonly Finding[] {
  const found = visit.moments.flatMap((moment) => {
    if (moment.type !== 'request') return [];
    const { at, recipient, states } = moment;
    const granted = grantedIn(states).filter(isGrant);
    const isEarly = visit.asksFirst && !isAfterChoice(visit.choices, at);
    const refused = granted.map((said) => ({ said, choice: inForce(visit.choices, at, said.purpose) }));
    const against = isEarly ? refused : refused.filter(({ choice }) => choice?.leave === 'refused');
    if (against.length === 0) return [];
    const chosen = against[0]?.choice?.chosen;
    const evidence = [
      { type: 'recipient', at, recipient } as const,
      ...purposesEvidence(against.map(({ said }) => said)),
      ...textsEvidence(
        holding(
          states,
          against.map(({ said }) => said),
        ),
      ),
      ...(chosen === undefined ? [] : choiceEvidence(chosen)),
    ];
    const key = JSON.stringify([recipient, isEarly]);
    return [{ key, finding: { rule: 'hit-contradicts-choice', at, basis: 'stated', evidence } as const }];
  });
  return firstOfEach(found, ({ key }) => key).map(({ finding }) => finding);
}
