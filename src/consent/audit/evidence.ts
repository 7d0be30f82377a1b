import type { ConsentRecord, PurposeSaid } from '#core/consent.ts';
import type { FindingEvidence, NumberStored } from '#core/visit.ts';
import type { Chosen } from './choices.ts';

/** A number as it was stored. */
export function numberEvidence({ at, number, name, verdict, expires }: NumberStored): FindingEvidence {
  return { type: 'number', at, number, name, purpose: verdict.purpose, expires };
}

/** A choice, with the texts in which it is stored. */
export function choiceEvidence({ moment }: Chosen): readonly FindingEvidence[] {
  const { at, records } = moment;
  const made = moment.type === 'choice' ? moment : null;
  return [
    { type: 'choice', at, by: made?.by ?? 'earlier-visit', wanted: made?.wanted ?? null },
    ...textsEvidence(records),
  ];
}

/** The texts of some records, each once. */
export function textsEvidence(records: readonly ConsentRecord[]): readonly FindingEvidence[] {
  const texts = new Map(records.flatMap((record) => record.texts.map((text) => [JSON.stringify(text), text] as const)));
  return [...texts.values()].map((text) => ({ type: 'text', text }));
}

/** What is said of some purposes. */
export function purposesEvidence(purposes: readonly PurposeSaid[]): readonly FindingEvidence[] {
  return purposes.map(({ purpose, name, is }) => ({ type: 'purpose', purpose, name, is }));
}
