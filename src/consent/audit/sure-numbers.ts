import type { ReasonKey, Verdict } from '#core/verdict.ts';
import type { NumberStored, VisitMoment } from '#core/visit.ts';

/** What a finding may be about: what a site does not need. */
type Beyond = 'analytics' | 'advertising';

/** So sure a verdict must be that something is a number for a visitor at all. */
const SURE = 0.9;

/** What says what a number is for, besides that it resembles others: a list has its name, or pages hand it on to others. */
const BACKED: ReadonlySet<ReasonKey> = new Set(['listedAnalytics', 'listedAdvertising', 'sentOn']);

/**
 * What a stored value is for, where that is sure enough for a finding; `null`: it is not, or it is nothing a person has to
 * be asked for. Sure is a number at 0.9 or more whose purpose a known format or name, a list, or what pages do with it
 * speaks for: a number that only resembles those for analytics may balance loads or guard against fraud.
 */
function beyondNeed({ kind, purpose, confidence, vendor, reasons }: Verdict): Beyond | null {
  if (kind !== 'random-id' || !(confidence >= SURE)) return null;
  if (purpose !== 'analytics' && purpose !== 'advertising') return null;
  return vendor !== null || reasons.some(({ says }) => BACKED.has(says)) ? purpose : null;
}

/** A number that findings may be about. */
export interface SureNumber {
  readonly purpose: Beyond;
  /** When it was seen first. */
  readonly first: NumberStored;
}

/** The numbers of a visit that findings may be about, by their keys: those of which no sighting is in doubt. */
export function sureNumbers(moments: readonly VisitMoment[]): ReadonlyMap<string, SureNumber> {
  const numbers = new Map<string, SureNumber>();
  const doubted = new Set<string>();
  for (const moment of moments) {
    if (moment.type !== 'number') continue;
    const purpose = beyondNeed(moment.verdict);
    if (purpose === null || (numbers.get(moment.number)?.purpose ?? purpose) !== purpose) doubted.add(moment.number);
    else if (!numbers.has(moment.number)) numbers.set(moment.number, { purpose, first: moment });
  }
  return new Map([...numbers].filter(([number]) => !doubted.has(number)));
}
