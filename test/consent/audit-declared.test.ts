import { describe, expect, it } from 'vitest';
import type { NumberStored, VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import { cookiebot } from './choices.ts';
import { ANALYTICS, at, choice, DAY, inWords, number, page } from './told.ts';

function told(...moments: readonly VisitMoment[]): readonly string[] {
  return inWords(auditOf([page(), ...moments]));
}

const GRANTED = [cookiebot({ preferences: true, statistics: true, marketing: true })];

describe('a cookie that lasts longer than declared', () => {
  const declared = (lasts: number | 'session' | 'unlimited', name = '_ga'): VisitMoment => ({
    type: 'declared',
    at: at(2),
    name,
    lasts,
  });
  const lasting = (days: number, more: Partial<NumberStored> = {}): VisitMoment =>
    number(20, '_ga', { expires: at(20 + days * DAY), ...more });

  it('is a finding by what was declared and what was set', () => {
    const [finding] = auditOf([declared(30 * DAY), choice(10, GRANTED), lasting(90)]);
    expect(finding).toMatchObject({ rule: 'longer-than-declared', at: at(20), basis: 'stated' });
    expect(finding?.evidence[1]).toEqual({ type: 'declared', at: at(2), lasts: 30 * DAY });
  });

  it('is one where it is longer by more than half', () => {
    expect(told(declared(59 * DAY), choice(10, GRANTED), lasting(90))).toEqual(['longer-than-declared _ga']);
  });

  it('is one where it was declared for the session', () => {
    expect(told(declared('session'), choice(10, GRANTED), lasting(90))).toEqual(['longer-than-declared _ga']);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['nothing is declared', [lasting(4000)]],
    ['another name is', [declared(1, '_gid'), lasting(90)]],
    ['it is longer by less than half', [declared(60 * DAY), lasting(90)]],
    ['it is declared twice, once for longer', [declared(DAY), declared(90 * DAY), lasting(90)]],
    ['it is declared without end', [declared(DAY), declared('unlimited'), lasting(90)]],
    ['it is for the session', [declared(DAY), lasting(90, { expires: 'session' })]],
    ['it is declared for the session and stays for an hour', [declared('session'), lasting(1 / 24)]],
    ['it is in web storage, whose scripts may end it', [declared(DAY), lasting(90, { expires: 'never' })]],
    ['the site needs it', [declared(DAY), lasting(90, { verdict: { ...ANALYTICS, purpose: 'necessary' } })]],
  ])('is none where %s', (_, moments) => {
    expect(told(choice(10, GRANTED), ...moments)).toEqual([]);
  });
});
