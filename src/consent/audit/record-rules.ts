import type { ConsentPurpose, ConsentRecord, PurposeSaid } from '#core/consent.ts';
import type { ChoiceStored, Finding } from '#core/visit.ts';
import { allows, isAnswer } from '../wish.ts';
import { type Chosen, inForce, isAfterChoice, isNobodys } from './choices.ts';
import { choiceEvidence, purposesEvidence, textsEvidence } from './evidence.ts';
import { firstOfEach, type Visit } from './visit.ts';

/**
 * What may be what the site needs, or serves the person: that it stays on is no finding. `other` is a name that does not
 * say what it is for.
 */
const INNOCENT: ReadonlySet<ConsentPurpose> = new Set(['necessary', 'functional', 'other']);

/** What records have as granted beyond that. */
export function grantedIn(records: readonly ConsentRecord[]): readonly PurposeSaid[] {
  const granted = records.flatMap(({ purposes }) =>
    purposes.filter(({ purpose, is }) => is === 'granted' && !INNOCENT.has(purpose)),
  );
  return firstOfEach(granted, (said) => JSON.stringify(said));
}

/** The records in which some purposes stand. */
export function holding(records: readonly ConsentRecord[], purposes: readonly PurposeSaid[]): readonly ConsentRecord[] {
  const keys = new Set(purposes.map((said) => JSON.stringify(said)));
  return records.filter((record) => record.purposes.some((said) => keys.has(JSON.stringify(said))));
}

function storedIn({ moments }: Visit): readonly ChoiceStored[] {
  return moments.filter((moment) => moment.type === 'choice');
}

/**
 * Consent was stored and nobody pressed anything, where the site shows that consent comes first. Not where any choice was
 * made before: it may be what is stored. Once a visit.
 */
export function consentWithoutPress(visit: Visit): readonly Finding[] {
  if (!visit.asksFirst) return [];
  const found = storedIn(visit).flatMap((moment): readonly Finding[] => {
    const granted = grantedIn(moment.records);
    if (!isNobodys(moment, visit.start) || granted.length === 0 || isAfterChoice(visit.choices, moment.at)) return [];
    const records = holding(moment.records, granted);
    // The form itself may state that nobody pressed anything; else it is that no press was seen.
    const basis = records.every(({ by }) => by === 'default') ? 'stated' : 'inferred';
    const evidence = [...purposesEvidence(granted), ...textsEvidence(records)];
    return [{ rule: 'consent-without-press', at: moment.at, basis, evidence }];
  });
  return found.slice(0, 1);
}

/** What a moment has as granted though it was refused: by the very answer it stores, or by one before it. */
function grantedAgainst(
  visit: Visit,
  moment: ChoiceStored,
): { readonly by: Chosen; readonly granted: readonly PurposeSaid[] }[] {
  const granted = grantedIn(moment.records);
  const { wanted } = moment;
  if (moment.by !== 'nobody') {
    const own = visit.choices.find((chosen) => chosen.moment === moment);
    const against = isAnswer(wanted) ? granted.filter(({ purpose }) => !allows(wanted, purpose)) : [];
    return own === undefined || against.length === 0 ? [] : [{ by: own, granted: against }];
  }
  const refused = granted.map((said) => ({ said, choice: inForce(visit.choices, moment.at, said.purpose) }));
  const against = refused.filter(({ choice }) => choice?.leave === 'refused');
  const by = against[0]?.choice?.chosen;
  return by === undefined ? [] : [{ by, granted: against.map(({ said }) => said) }];
}

/**
 * A refusal was stored as consent: by the answer itself, where it is known what was wanted, or later without a press. Once
 * for each refusal.
 */
export function refusalStoredAsConsent(visit: Visit): readonly Finding[] {
  const found = storedIn(visit).flatMap((moment) =>
    grantedAgainst(visit, moment).map(({ by, granted }) => ({
      refusal: by.moment.at,
      finding: {
        rule: 'refusal-stored-as-consent',
        at: moment.at,
        basis: 'stated',
        evidence: [
          ...choiceEvidence(by),
          ...purposesEvidence(granted),
          ...(by.moment === moment ? [] : textsEvidence(holding(moment.records, granted))),
        ],
      } as const,
    })),
  );
  return firstOfEach(found, ({ refusal }) => `${refusal}`).map(({ finding }) => finding);
}

/** Whether records, with nothing said of what was wanted, are a refusal of everything beyond what the site needs. */
function refuseAll(records: readonly ConsentRecord[]): boolean {
  const asked = records.flatMap(({ purposes }) => purposes.filter(({ purpose }) => !INNOCENT.has(purpose)));
  return grantedIn(records).length === 0 && asked.some(({ is }) => is === 'refused');
}

/** Legitimate interests that an answer did not leave on. Who chose among purposes may have left them on. */
function interestsLeft({ wanted, records }: ChoiceStored): readonly PurposeSaid[] {
  const isLeft = ({ purpose }: PurposeSaid): boolean =>
    isAnswer(wanted) ? !allows(wanted, purpose) : refuseAll(records);
  const claimed = records.flatMap(({ purposes }) =>
    purposes.filter(
      (said) =>
        (said.legitimateInterest === true || said.is === 'legitimate-interest') &&
        !INNOCENT.has(said.purpose) &&
        isLeft(said),
    ),
  );
  return firstOfEach(claimed, (said) => JSON.stringify(said));
}

/**
 * After a refusal, purposes stay on by legitimate interest. Vendors that have it for no purpose are left out: special
 * purposes, such as security, cannot be objected to. Once a visit.
 */
export function legitimateInterestLeftOn(visit: Visit): readonly Finding[] {
  const found = visit.choices.flatMap((chosen): readonly Finding[] => {
    const { moment } = chosen;
    if (moment.type !== 'choice' || moment.by === 'nobody') return [];
    const left = interestsLeft(moment);
    if (left.length === 0) return [];
    const evidence = [...choiceEvidence(chosen), ...purposesEvidence(left)];
    return [{ rule: 'legitimate-interest-left-on', at: moment.at, basis: 'stated', evidence }];
  });
  return found.slice(0, 1);
}
