import * as fc from 'fast-check';
import type { ConsentPurpose, ConsentRecord, PurposeState } from '#core/consent.ts';
import type { Expiry } from '#core/event.ts';
import type { BannerWish } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import type { Kind, Purpose, Verdict } from '#core/verdict.ts';
import type { ChoiceStored, NumberStored, RequestSent, VisitMoment } from '#core/visit.ts';
import { recordOf, said } from '#consent/record.ts';
import { cookiebot } from './choices.ts';
import { at, banner, choice, DAY, LOGIN, oneTrust } from './told.ts';

const TIME = fc.integer({ min: 0, max: 12 }).map((seconds) => at(seconds * 0.7));
const NAME = fc.constantFrom('_ga', '_fbp', 'sid', 'x');
const RECIPIENT = fc.constantFrom('a.example', 'b.example').map((domain) => domain as Domain);
const VERDICT: fc.Arbitrary<Verdict> = fc.record({
  kind: fc.constantFrom<Kind>('random-id', 'random-id', 'random-id', 'login', 'security', 'consent', 'cart', 'unknown'),
  purpose: fc.constantFrom<Purpose>('necessary', 'functional', 'analytics', 'advertising'),
  confidence: fc.constantFrom(0, 0.5, 0.9, 1),
  reasons: fc.constant([]),
  token: fc.constant(null),
  vendor: fc.constantFrom(null, 'Known'),
});
const PURPOSE = fc.constantFrom<ConsentPurpose>(
  'necessary',
  'functional',
  'analytics',
  'advertising',
  'storage',
  'sale',
  'all',
  'other',
);
const STATE = fc.constantFrom<PurposeState>(
  'granted',
  'refused',
  'legitimate-interest',
  'objected',
  'not-objected',
  'not-asked',
  'unknown',
);
const FLAG = fc.constantFrom(null, true, false);
const RECORD: fc.Arbitrary<ConsentRecord> = fc
  .record({
    form: fc.constantFrom('tcf' as const, 'onetrust' as const, 'us-privacy' as const),
    problem: fc.constantFrom(null, null, 'unreadable' as const, 'incomplete' as const),
    by: fc.constantFrom('person' as const, 'default' as const, 'unknown' as const),
    purposes: fc.array(
      fc
        .tuple(PURPOSE, STATE, fc.boolean())
        .map(([purpose, is, legitimateInterest]) => said(purpose, purpose, is, { legitimateInterest })),
      { maxLength: 4 },
    ),
    unlisted: fc.constantFrom('refused' as const, 'not-stated' as const),
    at: fc.constantFrom(null, at(0), at(0) - 30 * DAY * 1000),
    signals: fc.record({ gpc: FLAG, saleOptOut: FLAG }),
    jurisdictions: fc.constantFrom([], ['DE'], ['US-CA'], ['US', 'AT-9']),
  })
  .map(({ form, ...found }) => recordOf(form, [{ area: 'cookie', name: form, value: 'x' }], found));
const WISH = fc.constantFrom<BannerWish | null>(
  null,
  { is: 'refuse' },
  { is: 'accept' },
  { is: 'tell' },
  { is: 'some', purposes: ['analytics'] },
);
const CHOICE: fc.Arbitrary<ChoiceStored> = fc.record({
  type: fc.constant('choice'),
  at: TIME,
  records: fc.array(RECORD, { maxLength: 3 }),
  by: fc.constantFrom('person', 'known-as', 'nobody'),
  wanted: WISH,
  pressed: fc.constantFrom(null, at(1)),
});
/** A number for advertising, by a name that is known. */
const SURE: Verdict = {
  kind: 'random-id',
  purpose: 'advertising',
  confidence: 1,
  reasons: [],
  token: null,
  vendor: 'Known',
};
const RESPONSE = { how: 'response', basis: 'inferred' } as const;
/** Something that was stored. */
const NUMBER: fc.Arbitrary<NumberStored> = fc.record({
  type: fc.constant('number'),
  at: TIME,
  how: fc.constantFrom('assigned', 'assigned', 'renewed', 'found'),
  number: NAME,
  name: NAME,
  verdict: VERDICT,
  party: fc.constantFrom('first', 'third'),
  setBy: fc.constantFrom(RESPONSE, { how: 'found' } as const),
  expires: fc.constantFrom<Expiry>('session', 'never', at(90 * DAY), Number.NaN),
});
const REQUEST: fc.Arbitrary<RequestSent> = fc.record({
  type: fc.constant('request'),
  at: TIME,
  recipient: RECIPIENT,
  carried: fc.array(fc.record({ number: NAME, as: fc.constantFrom('cookie', 'address', 'body') }), { maxLength: 2 }),
  states: fc.array(RECORD, { maxLength: 2 }),
  gpc: fc.boolean(),
});
const OTHERS: readonly fc.Arbitrary<VisitMoment>[] = [
  NUMBER,
  NUMBER,
  fc.record({ type: fc.constant('page'), at: TIME, gpc: fc.boolean() }),
  fc.record({ type: fc.constant('banner'), at: TIME, cmp: fc.constantFrom(null, 'OneTrust') }),
  fc.record({
    type: fc.constant('declared'),
    at: TIME,
    name: NAME,
    lasts: fc.constantFrom('session' as const, 'unlimited' as const, DAY, 0, -1),
  }),
  REQUEST,
];
const FOUND: fc.Arbitrary<VisitMoment> = fc.record({
  type: fc.constant('choice-found'),
  at: TIME,
  records: fc.array(RECORD, { maxLength: 2 }),
});
const ANY = fc.oneof(...OTHERS, FOUND, CHOICE, CHOICE);
const GRANTED = cookiebot({ marketing: true });
const refused = (seconds: number): VisitMoment => choice(seconds, [cookiebot({})], { wanted: { is: 'refuse' } });
const sure =
  (seconds: number) =>
  (number: NumberStored): NumberStored => ({
    ...number,
    at: at(seconds),
    how: 'assigned',
    verdict: SURE,
    setBy: RESPONSE,
  });
/** What chance alone rarely brings together: beginnings of visits in which something is not as a rule has it. */
const STORY: fc.Arbitrary<readonly VisitMoment[]> = fc.oneof(
  fc.constant([]),
  NUMBER.map((number) => [sure(1)(number), banner(2)]),
  NUMBER.map((number) => [refused(0), sure(7)(number)]),
  NUMBER.map((number) => [choice(0, [GRANTED], { wanted: { is: 'accept' } }), refused(3), sure(7)(number)]),
  fc.constant([banner(0), choice(1, [oneTrust('groups=C0001:1,C0004:1')], { by: 'nobody' })]),
);
/** Any moments of a visit. */
export const VISIT: fc.Arbitrary<readonly VisitMoment[]> = fc
  .tuple(STORY, fc.array(ANY, { maxLength: 14 }))
  .map(([story, any]) => [...story, ...any]);
/** Any but what is stored about a choice. */
export const WITHOUT_CHOICES = fc.array(fc.oneof(...OTHERS), { maxLength: 14 });

/** What a site needs, and requests that say nothing of consent, beside a banner and a refusal. */
export const NEEDED = fc.array(
  fc.oneof(
    NUMBER.map((moment): VisitMoment => ({ ...moment, verdict: LOGIN })),
    REQUEST.map((moment): VisitMoment => ({ ...moment, states: [] })),
    fc.constant(banner()),
    fc.constant(choice(3, [cookiebot({})], { wanted: { is: 'refuse' } })),
  ),
);
