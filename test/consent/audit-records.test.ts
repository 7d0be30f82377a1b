import { GppModel } from '@iabgpp/cmpapi';
import { describe, expect, it } from 'vitest';
import type { BannerWish } from '#core/receipt.ts';
import type { VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import type { StoredText } from '#consent/read-consent.ts';
import { RULES } from '#consent/rules.ts';
import { ALL, cookiebot, tcf } from './choices.ts';
import { cookie, local } from './stored.ts';
import { at, banner, choice, DAY, earlier, inWords, page, request, TODAY } from './told.ts';

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

function oneTrust(text: string): StoredText {
  return cookie('OptanonConsent', `version=6.1&${text}`);
}

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
  ])('is none where %s', (_, moments) => {
    expect(told(banner(), ...moments)).toEqual([]);
  });
});

function gpp(sale: 0 | 1 | 2, gpc: boolean): StoredText {
  const model = new GppModel();
  model.setFieldValue('usca', 'SaleOptOut', sale);
  model.setFieldValue('usca', 'GpcSegmentIncluded', true);
  model.setFieldValue('usca', 'Gpc', gpc);
  return local('IABGPP_HDR_GppString', model.encode());
}

describe('Global Privacy Control that is sent', () => {
  const heard = (...moments: readonly VisitMoment[]): readonly string[] => inWords(auditOf([page(true), ...moments]));

  it.each<[string, StoredText]>([
    ['a US Privacy string with N', cookie('usprivacy', '1YNN')],
    ['a GPP section that has no opt-out', gpp(2, true)],
    ['a GPP section that has not noticed it', gpp(0, false)],
    ['OneTrust’s isGpcEnabled=0 in California', oneTrust('groups=C0004:1&isGpcEnabled=0&geolocation=US;CA')],
    ['OneTrust’s isGpcEnabled=0, nobody knows where', oneTrust('groups=C0004:1&isGpcEnabled=0')],
  ])('is not honoured by %s', (_, stored) => {
    expect(heard(choice(5, [stored], NOBODY))).toEqual(['gpc-not-honoured']);
    // The signal is what it is about: without it there is nothing to honour.
    expect(told(choice(5, [stored], NOBODY))).toEqual([]);
  });

  it('is not honoured by a request that says so, told once for who got it', () => {
    const sent = request(3, 'ads.example', [], { flag: 'us_privacy=1YNN', gpc: true });
    const findings = auditOf([sent, { ...sent, at: at(4) }]);
    expect(inWords(findings)).toEqual(['gpc-not-honoured → ads.example']);
    expect(findings[0]).toMatchObject({ at: at(3), basis: 'stated' });
    expect(findings[0]?.evidence).toContainEqual({ type: 'gpc', at: at(3) });
  });

  it('is not honoured after a refusal either', () => {
    expect(heard(choice(5, [cookie('usprivacy', '1YNN')], REFUSE))).toEqual(['gpc-not-honoured']);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['a Y', [choice(5, [cookie('usprivacy', '1YYN')], NOBODY)]],
    ['what does not apply', [choice(5, [cookie('usprivacy', '1---'), gpp(0, true)], NOBODY)]],
    ['a GPP opt-out', [choice(5, [gpp(1, true)], NOBODY)]],
    ['an opt-out whose form has not noticed the signal', [choice(5, [gpp(1, false)], NOBODY)]],
    ['OneTrust in Austria', [choice(5, [oneTrust('groups=C0004:0&isGpcEnabled=0&geolocation=AT;9')], NOBODY)]],
    ['a form that knows no such thing', [choice(5, [tcf({ created: TODAY })], NOBODY)]],
    ['what the person allowed', [choice(5, [cookie('usprivacy', '1YNN')], ACCEPT)]],
    ['what the person pressed, which is not known', [choice(5, [cookie('usprivacy', '1YNN')])]],
    ['what was stored before the visit', [earlier(cookie('usprivacy', '1YNN'))]],
    [
      'what is put right later',
      [choice(5, [cookie('usprivacy', '1YNN')], NOBODY), choice(6, [cookie('usprivacy', '1YYN')], NOBODY)],
    ],
    ['a request without it', [request(3, 'ads.example', [], { flag: 'us_privacy=1YNN', gpc: false })]],
    [
      'a request after the person allowed it',
      [choice(2, [], ACCEPT), request(9, 'ads.example', [], { flag: 'us_privacy=1YNN', gpc: true })],
    ],
  ])('is not broken by %s', (_, moments) => {
    expect(heard(...moments)).toEqual([]);
  });

  it('is not broken by what was stored before it was sent', () => {
    const later = request(9, 'shop.example', [], { gpc: true });
    expect(told(choice(5, [cookie('usprivacy', '1YNN')], NOBODY), later)).toEqual([]);
  });
});

describe('a request that says of itself that consent was given', () => {
  const REFUSED = choice(10, [cookiebot({})]);
  const sent = (seconds: number, flag: string, recipient = 'g.example'): VisitMoment =>
    request(seconds, recipient, [], { flag });

  it.each([
    ['gcs=G111', 'ad_storage granted analytics_storage granted'],
    ['gcs=G101', 'analytics_storage granted'],
    ['gcd=11p1v1p1p5', 'analytics_storage granted'],
    ['asc=G', 'ad_storage granted'],
    [`gdpr_consent=${tcf({ consents: [7] }).value}`, 'purpose 7 granted'],
  ])('%s, after a refusal', (flag, words) => {
    const findings = auditOf([banner(), REFUSED, sent(20, flag)]);
    expect(inWords(findings)).toEqual([`hit-contradicts-choice → g.example ${words}`]);
    expect(findings[0]).toMatchObject({ at: at(20), basis: 'stated' });
    expect(findings[0]?.evidence).toContainEqual({ type: 'choice', at: at(10), by: 'person', wanted: null });
  });

  it('before anybody chose, once for each recipient', () => {
    const moments = [sent(2, 'gcs=G111'), sent(3, 'gcs=G111'), sent(4, 'gcs=G110', 'h.example')];
    expect(told(banner(), ...moments)).toEqual([
      'hit-contradicts-choice → g.example ad_storage granted analytics_storage granted',
      'hit-contradicts-choice → h.example ad_storage granted',
    ]);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['it says that it was refused', [banner(), sent(2, 'gcs=G100'), REFUSED, sent(20, 'gcs=G100'), sent(21, 'asc=D')]],
    ['it says that nobody was asked', [banner(), sent(2, 'gcs=G1--'), sent(3, 'gcd=13l3l3l3l1')]],
    ['consent was given', [banner(), choice(10, GRANTED), sent(20, 'gcs=G110')]],
    ['it was under way as the choice was made', [banner(), choice(2, GRANTED), REFUSED, sent(10.5, 'gcs=G110')]],
    ['nobody was seen asking', [sent(2, 'gcs=G111')]],
    ['it says nothing that is known', [banner(), REFUSED, sent(20, 'cs=yes')]],
    [
      'its string is cut off',
      [banner(), REFUSED, sent(20, `gdpr_consent=${tcf({ consents: [7] }).value.slice(0, 40)}`)],
    ],
    [
      'it says what was granted beside a refusal',
      [banner(), choice(10, [cookiebot({ statistics: true })]), sent(20, 'gcs=G101')],
    ],
  ])('is none where %s', (_, moments) => {
    expect(told(...moments)).toEqual([]);
  });
});

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
