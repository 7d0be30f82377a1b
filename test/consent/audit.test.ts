import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleId, VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import { RULES } from '#consent/rules.ts';
import { ALL, cookiebot, tcf } from './choices.ts';
import { cookie } from './stored.ts';
import {
  ADVERTISING,
  ANALYTICS,
  at,
  banner,
  choice,
  DAY,
  inWords,
  LOGIN,
  number,
  page,
  request,
  TODAY,
} from './told.ts';

const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

describe('a shop that lies from its first page to its last', () => {
  const visit: readonly VisitMoment[] = [
    page(true),
    // A number, and word to an analytics vendor that the person consented, before anything was asked.
    number(1, '_ga'),
    { type: 'declared', at: at(2), name: '_ga', lasts: 30 * DAY },
    banner(2),
    request(3, 'analytics.example', ['_ga'], { flag: 'gcs=G111' }),
    // Nobody has pressed anything.
    choice(5, [tcf({ consents: ALL, created: TODAY })], { by: 'nobody' }),
    choice(6, [cookie('usprivacy', '1YNN')], { by: 'nobody' }),
    // Known As refuses.
    choice(10, [tcf({ consents: [7], interests: [9], created: TODAY })], { by: 'known-as', wanted: { is: 'refuse' } }),
    number(20, '_fbp', { verdict: ADVERTISING, expires: 'session' }),
    // The person accepts analytics, and takes it back.
    choice(30, [cookiebot({ statistics: true })], { wanted: { is: 'some', purposes: ['analytics'] } }),
    choice(40, [cookiebot({})], { wanted: { is: 'refuse' } }),
    request(50, 'analytics.example', ['_ga']),
  ];

  it('has each of the nine findings, once, in the order of time', () => {
    const findings = auditOf(visit);
    expect(inWords(findings)).toEqual([
      'before-choice _ga → analytics.example',
      'longer-than-declared _ga',
      'hit-contradicts-choice → analytics.example ad_storage granted analytics_storage granted',
      expect.stringMatching(/^consent-without-press purpose 1 granted/u),
      'gpc-not-honoured',
      'refusal-stored-as-consent purpose 7 granted',
      'legitimate-interest-left-on purpose 9 legitimate-interest',
      'after-refusal _fbp',
      'after-withdrawal _ga → analytics.example',
    ]);
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(RULE_IDS.toSorted());
  });

  it('has them in whatever order the moments come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...visit], { minLength: visit.length }), (shuffled) => {
        expect(auditOf(shuffled)).toEqual(auditOf(visit));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a shop that keeps to what it asks', () => {
  it('has no finding: not before, not after a refusal, not after consent, not after it is taken back', () => {
    expect(
      auditOf([
        page(true),
        number(0, 'session', { verdict: LOGIN, expires: 'session' }),
        number(0, 'cart', { verdict: { ...LOGIN, kind: 'cart' } }),
        number(1, 'csrf', { verdict: { ...LOGIN, kind: 'security' } }),
        { type: 'declared', at: at(2), name: '_ga', lasts: 90 * DAY },
        banner(),
        request(2, 'analytics.example', [], { flag: 'gcs=G100', gpc: true }),
        choice(3, [tcf({ created: TODAY }), cookie('usprivacy', '1YYN')], { by: 'nobody' }),
        choice(10, [tcf({ created: TODAY })], { by: 'known-as', wanted: { is: 'refuse' } }),
        number(15, 'CookieConsent', { verdict: { ...LOGIN, kind: 'consent' } }),
        request(16, 'shop.example', ['session', 'cart']),
        request(17, 'analytics.example', [], { flag: 'gcs=G100', gpc: true }),
        choice(30, [tcf({ consents: [1, 7, 8, 9, 10], created: TODAY })], { wanted: { is: 'accept' } }),
        number(31, '_ga'),
        request(32, 'analytics.example', ['_ga'], { flag: 'gcs=G111', gpc: true }),
        choice(60, [tcf({ created: TODAY })], { wanted: { is: 'refuse' } }),
        request(70, 'analytics.example', [], { flag: 'gcs=G100', gpc: true }),
        request(71, 'shop.example', ['session']),
      ]),
    ).toEqual([]);
  });
});

describe('a shop that is clumsy and innocent', () => {
  it('has no finding', () => {
    expect(
      auditOf([
        page(),
        // From before, and nobody knows by which choice.
        number(0, '_gid', { how: 'found' }),
        // Of its own make: it may balance loads.
        number(1, 'visitor', { verdict: { ...ANALYTICS, vendor: null } }),
        // A guess.
        number(1, 'maybe', { verdict: { ...ANALYTICS, confidence: 0.7 } }),
        banner(),
        // The tag is quicker than the banner's own cookie, which comes in two pieces.
        number(9.4, '_ga'),
        request(9.5, 'analytics.example', ['_ga'], { flag: 'gcs=G111' }),
        choice(10, [tcf({ consents: ALL, created: TODAY })]),
        choice(10.2, [tcf({ consents: ALL, created: TODAY }), cookiebot({ statistics: true, marketing: true })]),
        // A refusal; what was under way still comes.
        choice(60, [cookiebot({ preferences: true })]),
        number(60.4, '_fbp', { verdict: ADVERTISING }),
        request(60.8, 'analytics.example', ['_ga'], { flag: 'gcs=G111' }),
        // The browser goes on sending the site its own cookie.
        request(80, 'shop.example', [], { carried: [{ number: '_ga', as: 'cookie' }] }),
        // Its string is stored anew, cut off.
        choice(81, [cookie('euconsent-v2', 'CQ')], { by: 'nobody' }),
      ]),
    ).toEqual([]);
  });
});
