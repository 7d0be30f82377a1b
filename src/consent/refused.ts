import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { BannerOutcome } from '#core/banner.ts';
import { answerOf } from './answer.ts';

/** What a person who refuses everything refuses: all but what a site cannot do without. */
const REFUSABLE: readonly ConsentPurpose[] = [
  'functional',
  'analytics',
  'advertising',
  'personalisation',
  'social',
  'sale',
  'sensitive',
  'all',
];

const LEAVE = new Set(['granted', 'not-objected', 'legitimate-interest']);

/** What a record lets a site do all the same, in the order of the purposes above. */
export function leftIn(record: ConsentRecord): readonly ConsentPurpose[] {
  return REFUSABLE.filter((purpose) => LEAVE.has(answerOf(record, purpose)));
}

/** What came of refusing, by what is stored then: refused only where every record that can be read says so. */
export function outcomeOfRefusing(after: readonly ConsentRecord[]): BannerOutcome {
  const read = after.filter(({ problem }) => problem === null || problem === 'incomplete');
  if (read.some((record) => leftIn(record).length > 0)) return 'stored-otherwise';
  return read.length === 0 ? 'unread' : 'refused';
}
