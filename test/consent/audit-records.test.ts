import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '#core/consent.ts';
import type { BannerWish } from '#core/receipt.ts';
import type { ChoiceStored, VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import { recordOf, said } from '#consent/record.ts';
import { RULES } from '#consent/rules.ts';
import { ALL, cookiebot, tcf } from './choices.ts';
import { cookie, local } from './stored.ts';
import { at, banner, choice, DAY, earlier, inWords, oneTrust, page, TODAY } from './told.ts';

function told(...moments: readonly VisitMoment[]): readonly string[] {
  return inWords(auditOf([page(), ...moments]));
}

const REFUSE = { wanted: { is: 'refuse' } } as const;
const ACCEPT = { wanted: { is: 'accept' } } as const;
const NOBODY = { by: 'nobody' } as const;
const FULL = tcf({ consents: [1, 7], created: TODAY });
const GRANTED = [cookiebot({ marketing: true })];

describe('consent that is stored without a press', () => {
  it('is a finding, with what is granted and the text in which it stands', () => {
    expect(auditOf([page(), banner(), choice(5, [FULL], NOBODY)])).toEqual([
      {
        rule: 'consent-without-press',
        at: at(5),
        basis: 'inferred',
        evidence: [
          { type: 'purpose', purpose: 'storage', name: 'purpose 1', is: 'granted' },
          { type: 'purpose', purpose: 'advertising', name: 'purpose 7', is: 'granted' },
          { type: 'text', text: FULL },
        ],
      },
    ]);
  });

  it('is stated where the form says itself that nobody pressed anything, and told once', () => {
    const implied = choice(5, [cookiebot({ marketing: true }, 'implied')], NOBODY);
    const findings = auditOf([page(), banner(), implied, { ...implied, at: at(9) }]);
    expect(findings).toMatchObject([{ rule: 'consent-without-press', at: at(5), basis: 'stated' }]);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['somebody pressed something', [banner(), choice(5, [FULL])]],
    ['Known As pressed something', [banner(), choice(5, [FULL], { by: 'known-as', ...ACCEPT })]],
    ['the press before is what is stored', [banner(), choice(5, [], ACCEPT), choice(9, [FULL], NOBODY)]],
    ['it is stored just before the press is told', [banner(), choice(4.5, [FULL], NOBODY), choice(5, [])]],
    ['an earlier visit chose', [earlier(FULL), banner(), choice(5, [FULL], NOBODY)]],
    ['it states a press that nobody saw', [banner(), choice(5, GRANTED, NOBODY)]],
    [
      'it states a choice of last week',
      [banner(), choice(5, [tcf({ consents: ALL, created: TODAY - 7 * DAY * 1000 })], NOBODY)],
    ],
    ['it grants nothing but what the site needs', [banner(), choice(5, [cookiebot({}, 'implied')], NOBODY)]],
    ['it grants what serves the person', [banner(), choice(5, [cookiebot({ preferences: true }, 'implied')], NOBODY)]],
    ['nobody was seen asking, and nothing says whose rules hold', [choice(5, [cookie('CookieConsent', '-1')], NOBODY)]],
    [
      'it is made for a state of the United States',
      [banner(), choice(5, [oneTrust('interactionCount=0&groups=C0002:1&geolocation=US;CA')], NOBODY)],
    ],
  ])('is none where %s', (_, moments) => {
    expect(told(...moments)).toEqual([]);
  });

  it('is one where the same is made for Austria', () => {
    const stored = oneTrust('interactionCount=0&groups=C0002:1&geolocation=AT;9');
    expect(told(choice(5, [stored], NOBODY))).toEqual(['consent-without-press C0002 granted']);
  });
});

describe('a refusal that is stored as consent', () => {
  it('by the answer itself', () => {
    const findings = auditOf([page(), banner(), choice(5, GRANTED, { by: 'known-as', ...REFUSE })]);
    expect(inWords(findings)).toEqual(['refusal-stored-as-consent marketing granted']);
    expect(findings[0]).toMatchObject({ at: at(5), basis: 'stated' });
    expect(findings[0]?.evidence).toContainEqual({ type: 'text', text: GRANTED[0] });
  });

  it('later, without a press, once', () => {
    const later = choice(20, [FULL], NOBODY);
    const refusal = choice(5, [cookiebot({})]);
    expect(told(banner(), refusal, later, { ...later, at: at(30) })).toEqual([
      'refusal-stored-as-consent purpose 7 granted',
    ]);
  });

  it('of purposes that were not among the chosen', () => {
    const wanted: BannerWish = { is: 'some', purposes: ['analytics'] };
    expect(told(banner(), choice(5, [cookiebot({ statistics: true, marketing: true })], { wanted }))).toEqual([
      'refusal-stored-as-consent marketing granted',
    ]);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['it is stored as refused', [banner(), choice(5, [cookiebot({})], REFUSE)]],
    ['it was an acceptance', [banner(), choice(5, GRANTED, ACCEPT)]],
    ['what the person wanted is not known', [banner(), choice(5, GRANTED)]],
    ['functions stay on', [banner(), choice(5, [cookiebot({ preferences: true })], REFUSE)]],
    [
      'a service without a telling name stays on',
      [banner(), choice(5, [local('klaro', { x: true, ga: false })], REFUSE)],
    ],
    [
      'chosen purposes are stored',
      [banner(), choice(5, [FULL], { wanted: { is: 'some', purposes: ['advertising'] } })],
    ],
    [
      'the person granted it later',
      [banner(), choice(5, [cookiebot({})]), choice(10, GRANTED), choice(20, [FULL], NOBODY)],
    ],
    ['the later form states a press', [banner(), choice(5, [cookiebot({})]), choice(20, GRANTED, NOBODY)]],
    ['it is stored at the same time', [banner(), choice(5, [cookiebot({})]), choice(5, [FULL], NOBODY)]],
  ])('is none where %s', (_, moments) => {
    expect(told(...moments)).toEqual([]);
  });
});

describe('legitimate interest that is left on', () => {
  const claimed = [tcf({ interests: [7, 9], interested: [1, 2] })];

  it('after a refusal, known by what was wanted or by what is stored', () => {
    const words = ['legitimate-interest-left-on purpose 7 legitimate-interest purpose 9 legitimate-interest'];
    expect(told(banner(), choice(5, claimed, { by: 'known-as', ...REFUSE }))).toEqual(words);
    expect(told(banner(), choice(5, claimed))).toEqual(words);
  });

  it('beside consent that was not given', () => {
    expect(told(banner(), choice(5, [tcf({ consents: [7], interests: [7] })], REFUSE))).toEqual([
      'refusal-stored-as-consent purpose 7 granted',
      'legitimate-interest-left-on purpose 7 granted',
    ]);
  });

  it('for purposes that were not among the chosen', () => {
    const wanted: BannerWish = { is: 'some', purposes: ['analytics'] };
    expect(told(banner(), choice(5, [tcf({ consents: [1, 8, 9, 10], interests: [7, 9] })], { wanted }))).toEqual([
      'legitimate-interest-left-on purpose 7 legitimate-interest',
    ]);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['it is off', [choice(5, [tcf({})], REFUSE)]],
    ['vendors have it for no purpose', [choice(5, [tcf({ interested: [1, 2, 3] })], REFUSE)]],
    ['everything was accepted', [choice(5, claimed, ACCEPT)]],
    ['the person chose among purposes and left it on', [choice(5, [tcf({ consents: [1, 8], interests: [7] })])]],
    ['nobody chose', [choice(5, [tcf({ interests: [7], created: TODAY })], NOBODY)]],
    ['the form knows no such thing', [choice(5, [cookiebot({})], REFUSE)]],
    ['a press is stated that nobody saw', [stating(choice(5, claimed, NOBODY), { by: 'person' })]],
    [
      'nothing is refused beside it',
      [
        stating(choice(5, []), {
          purposes: [said('analytics', 'x', 'legitimate-interest', { legitimateInterest: true })],
        }),
      ],
    ],
  ])('is none where %s', (_, moments) => {
    expect(told(banner(), ...moments)).toEqual([]);
  });
});

/** What is stored, saying something else as well. */
function stating(moment: ChoiceStored, more: Partial<ConsentRecord>): ChoiceStored {
  const [record = recordOf('tcf', [], {})] = moment.records;
  return { ...moment, records: [{ ...record, ...more }] };
}

describe('each rule', () => {
  it('says where it comes from, with an address', () => {
    const sources = Object.values(RULES);
    expect(sources).toHaveLength(9);
    for (const of of sources) {
      expect(of.length).toBeGreaterThan(0);
      for (const { name, part, url } of of) {
        expect([name, part].every((text) => text !== '')).toBe(true);
        expect(new URL(url).protocol).toBe('https:');
      }
    }
  });
});
