import { answerOfAll } from '#consent/answer.ts';
import { auditOf } from '#consent/audit.ts';
import { RULES } from '#consent/rules.ts';
import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { Domain } from '#core/site.ts';
import type { VisitMoment, VisitReport } from '#core/visit.ts';
import type { VisitRow } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** The order in which purposes are told. */
const PURPOSES: readonly ConsentPurpose[] = [
  'necessary',
  'all',
  'storage',
  'functional',
  'analytics',
  'personalisation',
  'advertising',
  'social',
  'sale',
  'sensitive',
  'other',
];

/** What the records of a choice say of each purpose that is in them. */
function storedIn(records: readonly ConsentRecord[]): VisitReport['stored'] {
  const named = new Set(records.flatMap(({ purposes }) => purposes.map(({ purpose }) => purpose)));
  return PURPOSES.filter((purpose) => named.has(purpose)).flatMap((purpose) => {
    const is = answerOfAll(records, purpose);
    return is === 'not-stated' ? [] : [{ purpose, is }];
  });
}

/** The latest records in a visit. */
function latestRecords(moments: readonly VisitMoment[]): readonly ConsentRecord[] {
  const last = moments.findLast((moment) => moment.type === 'choice' || moment.type === 'choice-found');
  return last?.type === 'choice' || last?.type === 'choice-found' ? last.records : [];
}

/** The moments of a visit, each with what it says of consent. */
function momentsOf({ moments, stated = [] }: Pick<VisitRow, 'moments' | 'stated'>): readonly VisitMoment[] {
  return moments.map((moment) =>
    moment.type === 'request' ? { ...moment, states: moment.states.flatMap((at) => stated[at] ?? []) } : moment,
  );
}

/** A visit, audited. */
export function audited({
  start,
  last,
  moments,
  overflowed,
}: Pick<VisitReport, 'start' | 'last' | 'moments' | 'overflowed'>): VisitReport {
  const findings = auditOf(moments);
  const rules = Object.fromEntries(findings.map(({ rule }) => [rule, RULES[rule]]));
  return { start, last, moments, findings, rules, stored: storedIn(latestRecords(moments)), overflowed };
}

/** A site's latest visit, audited; of several cookie stores the one that was visited last. `null`: none is on record. */
export async function visitOn(tables: Tables, domain: Domain): Promise<VisitReport | null> {
  const rows = await tables.ofDomain('visits', domain);
  const [row] = rows.toSorted((one, other) => other.lastPageAt - one.lastPageAt);
  return row === undefined ? null : audited({ ...row, moments: momentsOf(row) });
}
