import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { Answered, BannerWish, ReceiptOutcome } from '#core/receipt.ts';
import { readTcData } from '#consent/live.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';
import { recordOf, said } from '#consent/record.ts';
import { outcomeOf } from '#consent/receipt.ts';
import { ALL, cookiebot, EVERYTHING, NOTHING, tcf } from './choices.ts';
import { type Choice, encode } from './iab.ts';
import { cookie, local } from './stored.ts';

const REFUSE: BannerWish = { is: 'refuse' };
const ACCEPT: BannerWish = { is: 'accept' };
const CLICKED: Answered = { type: 'clicked' };

/** What came of a click, by what is stored after it and was before. */
function clicked(wanted: BannerWish | null, after: readonly StoredText[], before: readonly StoredText[] = []) {
  return outcomeOf({ wanted, answered: CLICKED, before: readConsent(before), after: readConsent(after) });
}

describe('a refusal', () => {
  it('that is stored as refused', () => {
    expect(clicked(REFUSE, [tcf({})])).toEqual({ is: 'refused', unclear: [], takenBack: [] });
    expect(clicked(REFUSE, [cookiebot({})])).toEqual({ is: 'refused', unclear: [], takenBack: [] });
    expect(clicked(REFUSE, [cookie('cookieconsent_status', 'deny')])).toMatchObject({ is: 'refused' });
  });

  it('whose form lists only what was accepted, and lists nothing but what the site needs', () => {
    const value = { categories: ['necessary'], revision: 0, consentTimestamp: '2026-01-01T00:00:00.000Z' };
    expect(clicked(REFUSE, [local('cc_cookie', value)])).toMatchObject({ is: 'refused' });
  });

  it('that leaves legitimate interest on is stored otherwise, with purposes and how many vendors', () => {
    expect(clicked(REFUSE, [tcf({ interests: [7, 9], interested: [1, 2, 3, 4] })])).toEqual({
      is: 'refused-but-stored',
      stored: [
        { form: 'tcf', purpose: 'advertising', name: 'purpose 7', is: 'legitimate-interest' },
        { form: 'tcf', purpose: 'analytics', name: 'purpose 9', is: 'legitimate-interest' },
      ],
      vendors: [{ form: 'tcf', granted: null, legitimateInterest: 4 }],
      takenBack: [],
    });
  });

  it('is refused where vendors have legitimate interest for no purpose: special purposes cannot be objected to', () => {
    expect(clicked(REFUSE, [tcf({ interested: [1, 2, 3, 4] })])).toMatchObject({ is: 'refused' });
  });

  it('that is stored as consent names what was stored', () => {
    expect(clicked(REFUSE, [cookiebot({ statistics: true })])).toMatchObject({
      is: 'refused-but-stored',
      stored: [{ form: 'cookiebot', purpose: 'analytics', name: 'statistics', is: 'granted' }],
    });
  });

  it('changes nothing where everything stays granted as it was', () => {
    const before = [cookiebot({ statistics: true, marketing: true })];
    expect(clicked(REFUSE, before, before)).toMatchObject({ is: 'refused-but-stored', takenBack: [] });
  });

  it('that an opt-out form has as not objected', () => {
    expect(clicked(REFUSE, [cookie('usprivacy', '1YNN')])).toMatchObject({
      is: 'refused-but-stored',
      stored: [{ purpose: 'sale', is: 'not-objected' }],
    });
    expect(clicked(REFUSE, [cookie('usprivacy', '1YYN')])).toMatchObject({ is: 'refused' });
  });

  it('beside which Google’s further providers are let', () => {
    expect(clicked(REFUSE, [tcf({}), cookie('addtl_consent', '2~7.12~dv.9')])).toMatchObject({
      is: 'refused-but-stored',
      stored: [],
      vendors: [{ form: 'google-additional-consent', granted: 2 }],
    });
    expect(clicked(REFUSE, [tcf({}), cookie('addtl_consent', '2~~dv.9')])).toMatchObject({ is: 'refused' });
  });

  it.each<[string, readonly StoredText[], string]>([
    ['nothing', [], 'nothing-stored'],
    ['a cut-off string', [cookie('euconsent-v2', tcf({}).value.slice(0, 30))], 'unreadable'],
    ['something that cannot be read beside a refusal', [cookiebot({}), cookie('euconsent-v2', 'x')], 'unreadable'],
    ['a US form that does not apply', [cookie('usprivacy', '1---')], 'says-nothing'],
    [
      'a refusal that nobody pressed beside what does not apply',
      [cookiebot({}, 'implied'), cookie('usprivacy', '1---')],
      'says-nothing',
    ],
    ['a refusal that nobody pressed', [cookiebot({}, 'implied')], 'by-default'],
  ])('of which there stands %s is not said to be refused', (_, after, why) => {
    expect(clicked(REFUSE, after)).toEqual({ is: 'not-read-back', why });
  });

  it('tells which names may be what the site needs, and proves nothing by such names alone', () => {
    expect(clicked(REFUSE, [local('klaro', { matomo: false, zendeskx: true })])).toEqual({
      is: 'refused',
      unclear: ['zendeskx'],
      takenBack: [],
    });
    expect(clicked(REFUSE, [local('klaro', { one: false, two: true })])).toEqual({
      is: 'not-read-back',
      why: 'says-nothing',
    });
    expect(clicked(REFUSE, [local('klaro', { one: false, two: false })])).toMatchObject({ is: 'refused' });
  });

  it('is stored otherwise where legitimate interest is claimed beside it', () => {
    const claimed = said('analytics', 'x', 'refused', { legitimateInterest: true });
    const after = [recordOf('didomi', [], { purposes: [claimed] })];
    expect(outcomeOf({ wanted: REFUSE, answered: CLICKED, before: [], after })).toMatchObject({
      is: 'refused-but-stored',
      stored: [{ purpose: 'analytics', is: 'legitimate-interest' }],
    });
  });

  it('takes nothing back of which nothing is said any more', () => {
    expect(clicked(REFUSE, [cookie('usprivacy', '1YYN')], [cookiebot({ statistics: true })])).toMatchObject({
      is: 'refused',
      takenBack: [],
    });
  });

  it('of a consent is a withdrawal: what was taken back is told', () => {
    expect(clicked(REFUSE, [cookiebot({})], [cookiebot({ statistics: true, marketing: true })])).toEqual({
      is: 'refused',
      unclear: [],
      takenBack: ['analytics', 'advertising'],
    });
  });
});

describe('records that contradict one another', () => {
  const live = (text: string): readonly ConsentRecord[] => readTcData({ tcString: text });
  const refused = encode(NOTHING);
  const granted = encode(EVERYTHING);

  it.each([
    ['a cookie and local storage', [tcf({}), local('IABTCF_TCString', granted)], []],
    ['local storage and a cookie', [local('IABTCF_TCString', refused), tcf(EVERYTHING)], []],
    ['what is stored and what the page answers', [tcf({})], live(granted)],
  ])('%s: the one counts that lets the site do most', (_, stored, answered) => {
    const after = [...readConsent(stored), ...answered];
    expect(outcomeOf({ wanted: REFUSE, answered: CLICKED, before: [], after })).toMatchObject({
      is: 'refused-but-stored',
    });
  });

  it('the same string in three places counts once', () => {
    const text = encode({ ...NOTHING, interests: [7], interested: [1, 2] });
    const after = [...readConsent([cookie('euconsent-v2', text), local('IABTCF_TCString', text)]), ...live(text)];
    expect(after).toHaveLength(3);
    const outcome = outcomeOf({ wanted: REFUSE, answered: CLICKED, before: [], after });
    expect(outcome).toMatchObject({ stored: [{ name: 'purpose 7' }], vendors: [{ legitimateInterest: 2 }] });
    expect(outcome.is === 'refused-but-stored' && [outcome.stored.length, outcome.vendors.length]).toEqual([1, 1]);
  });
});

describe('some purposes chosen', () => {
  const analytics: BannerWish = { is: 'some', purposes: ['analytics'] };

  it('and stored so', () => {
    expect(clicked(analytics, [cookiebot({ statistics: true })])).toMatchObject({ is: 'as-chosen' });
    expect(clicked(analytics, [tcf({ consents: [1, 8, 9, 10], vendors: [1] })])).toMatchObject({ is: 'as-chosen' });
  });

  it('and more stored, or less', () => {
    expect(clicked(analytics, [cookiebot({ statistics: true, marketing: true })])).toMatchObject({
      is: 'chosen-but-stored',
      more: [{ purpose: 'advertising', name: 'marketing', is: 'granted' }],
      missing: [],
    });
    expect(clicked(analytics, [cookiebot({})])).toMatchObject({
      is: 'chosen-but-stored',
      more: [],
      missing: ['analytics'],
    });
  });

  it('and more stored in one form: the vendors of another, which is as chosen, are not told', () => {
    const after = [tcf({ consents: [1, 8, 9, 10], vendors: [1] }), cookiebot({ statistics: true, marketing: true })];
    expect(clicked(analytics, after)).toMatchObject({ is: 'chosen-but-stored', vendors: [] });
  });

  it('and not to be read back where the form does not tell them apart', () => {
    expect(clicked(analytics, [cookie('usprivacy', '1YYN')])).toEqual({ is: 'not-read-back', why: 'says-nothing' });
  });

  it('of which there are none is a refusal', () => {
    expect(clicked({ is: 'some', purposes: [] }, [cookiebot({})])).toMatchObject({ is: 'refused' });
  });
});

describe('an acceptance', () => {
  it('is stored as such where nothing is objected to', () => {
    expect(clicked(ACCEPT, [cookie('us_privacy', '1YNN')])).toEqual({ is: 'accepted' });
    expect(clicked(ACCEPT, [cookie('us_privacy', '1YYN')])).toMatchObject({ is: 'accepted-but-stored' });
  });

  it('that is stored', () => {
    expect(clicked(ACCEPT, [tcf({ consents: ALL, vendors: [1] })])).toEqual({ is: 'accepted' });
  });

  it('that is stored as refused, or not at all', () => {
    expect(clicked(ACCEPT, [cookiebot({ preferences: true, statistics: true })])).toEqual({
      is: 'accepted-but-stored',
      missing: ['advertising'],
    });
    expect(clicked(ACCEPT, [])).toEqual({ is: 'not-read-back', why: 'nothing-stored' });
  });
});

describe('a press of the person’s own', () => {
  it('is told by what is stored now, and what it took back', () => {
    expect(clicked(null, [cookiebot({ preferences: true })], [cookiebot({ statistics: true })])).toEqual({
      is: 'answered',
      stored: [{ form: 'cookiebot', purpose: 'functional', name: 'preferences', is: 'granted' }],
      refused: ['analytics', 'advertising'],
      takenBack: ['analytics'],
    });
  });

  it('of which nothing is stored', () => {
    expect(clicked(null, [])).toEqual({ is: 'not-read-back', why: 'nothing-stored' });
  });
});

describe('what was done without an answer is told as it is, whatever is stored', () => {
  it.each<[Answered, ReceiptOutcome]>([
    [{ type: 'hidden' }, { is: 'hidden' }],
    [{ type: 'pay-or-accept' }, { is: 'pay-or-accept' }],
    [{ type: 'no-banner' }, { is: 'no-banner' }],
    [{ type: 'left' }, { is: 'left' }],
    [
      { type: 'failed', why: 'no-way-to-refuse' },
      { is: 'could-not', why: 'no-way-to-refuse' },
    ],
  ])('%o', (answered, outcome) => {
    for (const after of [[], readConsent([cookiebot({})]), readConsent([cookiebot({ marketing: true })])]) {
      expect(outcomeOf({ wanted: REFUSE, answered, before: [], after })).toEqual(outcome);
    }
  });
});

const NUMBERS = fc.subarray(ALL);
const TC = fc
  .record({ consents: NUMBERS, interests: fc.subarray([2, 7, 8, 9, 10, 11]), features: fc.subarray([1, 2]) })
  .map((choice): Choice => ({ ...NOTHING, ...choice }));
const WISH = fc.oneof(
  fc.constantFrom<BannerWish>(REFUSE, ACCEPT, { is: 'leave' }, { is: 'tell' }),
  fc
    .subarray<ConsentPurpose>(['functional', 'analytics', 'advertising', 'personalisation'])
    .map((purposes): BannerWish => ({ is: 'some', purposes })),
);

describe('whatever the IAB’s encoder wrote', () => {
  it('is refused exactly where no purpose is on, by consent or by legitimate interest, in any of the strings', () => {
    fc.assert(
      fc.property(fc.array(TC, { minLength: 1, maxLength: 3 }), (choices) => {
        const after = choices.map((choice, index) =>
          tcf(choice, ['euconsent-v2', 'euconsent', 'eupubconsent-v2'][index]),
        );
        const isAnyOn = choices.some(
          ({ consents, interests, features }) => consents.length + interests.length + features.length > 0,
        );
        expect(clicked(REFUSE, after).is).toBe(isAnyOn ? 'refused-but-stored' : 'refused');
      }),
      { numRuns: 100 },
    );
  });

  it('has the same outcome in whatever order it stands, and stored twice', () => {
    fc.assert(
      fc.property(WISH, TC, TC, (wish, one, other) => {
        const [a, b] = [tcf(one), local('IABTCF_TCString', encode(other))];
        const outcome = clicked(wish, [a, b]);
        const turned = clicked(wish, [b, a, a]);
        expect(sorted(turned)).toEqual(sorted(outcome));
      }),
      { numRuns: 100 },
    );
  });
});

/** An outcome with its lists in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(sorted(one))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, is]) => [name, sorted(is)]));
}
