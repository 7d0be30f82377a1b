import type { ConsentPurpose, ConsentRecord, PurposeState } from '#core/consent.ts';

/** What a record answers about one purpose; `not-stated`: it says nothing of it. */
export type PurposeAnswer = PurposeState | 'not-stated';

/** From what lets a site do most to what lets it do least. */
const BY_LEAVE: readonly PurposeState[] = [
  'granted',
  'not-objected',
  'legitimate-interest',
  'unknown',
  'not-asked',
  'objected',
  'refused',
];

/**
 * What a record says of one purpose. Where it says several things (three services for advertising, the framework's five
 * purposes), it is whatever lets the site do most: `refused` is answered only where all of them are. Where the site tells
 * purposes apart and this one is not among them, what it says for `all`, and else what holds for those it does not list.
 */
export function answerOf(record: ConsentRecord, purpose: ConsentPurpose): PurposeAnswer {
  const of = (one: ConsentPurpose): PurposeState | undefined => {
    const states = new Set(record.purposes.filter((said) => said.purpose === one).map(({ is }) => is));
    return BY_LEAVE.find((state) => states.has(state));
  };
  return (
    of(purpose) ?? of('all') ?? (record.unlisted === 'refused' && record.problem === null ? 'refused' : 'not-stated')
  );
}

/**
 * What several records of one site say of one purpose together. Where they contradict one another (a cookie, local storage,
 * the page's own answer), it is whatever lets the site do most, since any of them may be what it goes by.
 */
export function answerOfAll(records: readonly ConsentRecord[], purpose: ConsentPurpose): PurposeAnswer {
  const answers = new Set(records.map((record) => answerOf(record, purpose)));
  return BY_LEAVE.find((state) => answers.has(state)) ?? 'not-stated';
}
