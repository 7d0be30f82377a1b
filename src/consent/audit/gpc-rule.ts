import type { ConsentRecord } from '#core/consent.ts';
import type { Finding, VisitMoment } from '#core/visit.ts';
import { allows, isAnswer } from '../wish.ts';
import { inForce } from './choices.ts';
import { textsEvidence } from './evidence.ts';
import { isEuropean, isOfUs, isOptIn } from './regime.ts';
import { firstOfEach, type Visit } from './visit.ts';

/** What a site says of opt-outs, stored or in a request. */
interface Statement {
  readonly at: number;
  /** Where it says so: a later one there takes the place of an earlier. */
  readonly where: string;
  readonly record: ConsentRecord;
  readonly recipient: Extract<VisitMoment, { type: 'request' }>['recipient'] | null;
}

/**
 * Whether a record says that a person did not opt out: the third character of a US Privacy string is `N`, an opt-out of a
 * GPP section is 2; or that no signal was noticed (`isGpcEnabled=0`), which a European site may leave unnoticed. A form that is made for Europe alone may
 * leave the signal unnoticed; what does not apply (`1---`, 0) says nothing.
 */
function isAgainst(record: ConsentRecord, european: boolean): boolean {
  if (isOptIn(record) && !isOfUs(record)) return false;
  const { gpc, saleOptOut, sharingOptOut, targetedAdvertisingOptOut } = record.signals;
  const optOuts = new Set([saleOptOut, sharingOptOut, targetedAdvertisingOptOut]);
  return optOuts.has(false) || (gpc === false && !optOuts.has(true) && (!european || isOfUs(record)));
}

function isHonoured(record: ConsentRecord, european: boolean): boolean {
  return !isAgainst(record, european) && Object.values(record.signals).includes(true);
}

/** What the site said in this visit without the person having said otherwise. */
function statementsIn({ moments, choices }: Visit): readonly Statement[] {
  return moments.flatMap((moment): readonly Statement[] => {
    const { at } = moment;
    if (moment.type === 'choice') {
      // Who pressed something may have allowed it here, which goes before the signal.
      const isOwn = moment.by !== 'nobody' && !(isAnswer(moment.wanted) && !allows(moment.wanted, 'sale'));
      return isOwn ? [] : moment.records.map((record) => ({ at, where: record.form, record, recipient: null }));
    }
    if (moment.type !== 'request' || !moment.gpc) return [];
    const choice = inForce(choices, at, 'sale');
    if (choice !== null && choice.leave !== 'refused') return [];
    const { recipient } = moment;
    return moment.states.map((record) => ({ at, where: JSON.stringify([recipient, record.form]), record, recipient }));
  });
}

/** When the signal was sent first; `null`: it was not. */
function sentAt(moments: readonly VisitMoment[]): number | null {
  return moments.find((moment) => (moment.type === 'page' || moment.type === 'request') && moment.gpc)?.at ?? null;
}

/**
 * Global Privacy Control was sent, and what the site stored or sent afterwards says that the person did not opt out. Not
 * where the same place says otherwise later or at the same time. What was stored before the visit is left out: a person may
 * have allowed it. Once for each form and who got it.
 */
export function gpcNotHonoured(visit: Visit): readonly Finding[] {
  const sent = sentAt(visit.moments);
  if (sent === null) return [];
  const european = isEuropean(visit.moments);
  const statements = statementsIn(visit).filter(({ at }) => at >= sent);
  const against = statements.filter(
    ({ at, where, record }) =>
      isAgainst(record, european) &&
      !statements.some((other) => other.where === where && other.at >= at && isHonoured(other.record, european)),
  );
  return firstOfEach(against, ({ where }) => where).map(({ at, record, recipient }) => ({
    rule: 'gpc-not-honoured',
    at,
    basis: 'stated',
    evidence: [
      { type: 'gpc', at: sent },
      ...(recipient === null ? [] : [{ type: 'recipient', at, recipient } as const]),
      ...textsEvidence([record]),
    ],
  }));
}
