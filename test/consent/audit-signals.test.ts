import { GppModel } from '@iabgpp/cmpapi';
import { describe, expect, it } from 'vitest';
import type { VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import { readConsentMode } from '#consent/google.ts';
import type { StoredText } from '#consent/read-consent.ts';
import { cookiebot, tcf } from './choices.ts';
import { cookie, local } from './stored.ts';
import { at, banner, choice, earlier, inWords, oneTrust, page, request, TODAY } from './told.ts';

function told(...moments: readonly VisitMoment[]): readonly string[] {
  return inWords(auditOf([page(), ...moments]));
}

const REFUSE = { wanted: { is: 'refuse' } } as const;
const ACCEPT = { wanted: { is: 'accept' } } as const;
const NOBODY = { by: 'nobody' } as const;
const GRANTED = [cookiebot({ marketing: true })];

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
    ['a GPP string for Europe and the United States', local('IABGPP_HDR_GppString', `DBACNYA~${tcf({}).value}~1YNN`)],
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

  it('is not honoured where it was, and then is not', () => {
    const right = choice(5, [cookie('usprivacy', '1YYN')], NOBODY);
    expect(heard(right, choice(6, [cookie('usprivacy', '1YNN')], NOBODY))).toEqual(['gpc-not-honoured']);
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
    [
      'OneTrust where another form is made for Germany',
      [choice(5, [oneTrust('groups=C0004:0&isGpcEnabled=0'), tcf({ created: TODAY })], NOBODY)],
    ],
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

  it('before anybody chose, and again after a refusal', () => {
    const words = 'hit-contradicts-choice → g.example ad_storage granted';
    expect(told(banner(), sent(2, 'gcs=G110'), REFUSED, sent(20, 'gcs=G110'))).toEqual([words, words]);
  });

  it('is none for npa=0, which goes with every hit', () => {
    const states = [readConsentMode({ gcs: 'G100', npa: '0' })].flatMap((record) => record ?? []);
    expect(states[0]?.purposes.some(({ is }) => is === 'granted')).toBe(true);
    expect(told(banner(), REFUSED, request(20, 'g.example', [], { states }))).toEqual([]);
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
