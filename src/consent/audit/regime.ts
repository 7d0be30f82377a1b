import type { ConsentRecord } from '#core/consent.ts';
import type { VisitMoment } from '#core/visit.ts';

/** Where storing needs consent beforehand: the European Economic Area, the United Kingdom, Switzerland. */
const OPT_IN = new Set(
  [
    'EU AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
    'EEA IS LI NO',
    'UK GB CH',
  ].flatMap((places) => places.split(' ')),
);

/** Every record in some moments, stored or in a request. */
function recordsIn(moments: readonly VisitMoment[]): readonly ConsentRecord[] {
  return moments.flatMap((moment) => {
    if (moment.type === 'choice' || moment.type === 'choice-found') return moment.records;
    return moment.type === 'request' ? moment.states : [];
  });
}

/** Whose rules a record is made for. A US Privacy string of `1---` says that it does not apply. */
function placesOf({ form, jurisdictions, signals }: ConsentRecord): readonly string[] {
  const isVoid = form === 'us-privacy' && signals.saleOptOut === null;
  return isVoid ? [] : jurisdictions.map((place) => place.split('-')[0]?.toUpperCase() ?? '');
}

/** Whether a record is made for a place where consent comes first. */
export function isOptIn(record: ConsentRecord): boolean {
  return placesOf(record).some((place) => OPT_IN.has(place));
}

/** Whether a record is made for the United States, or for one of them. */
export function isOfUs(record: ConsentRecord): boolean {
  return placesOf(record).includes('US');
}

/** Whether anything in a visit is made for a place where consent comes first. */
export function isEuropean(moments: readonly VisitMoment[]): boolean {
  return recordsIn(moments).some(isOptIn);
}

/**
 * Whether the site shows that consent comes first here: a record is made for such a place, or somebody was asked and no
 * record is made for the United States alone, where a banner may ask for objections. Where nobody was seen asking, and
 * nothing stored says whose rules hold, nothing is known of what a site may do before a choice.
 */
export function asksFirst(moments: readonly VisitMoment[]): boolean {
  if (isEuropean(moments)) return true;
  const places = recordsIn(moments).flatMap(placesOf);
  if (places.length > 0 && places.every((place) => place === 'US')) return false;
  return (
    moments.some(({ type }) => type === 'banner') || moments.some((one) => one.type === 'choice' && one.by !== 'nobody')
  );
}
