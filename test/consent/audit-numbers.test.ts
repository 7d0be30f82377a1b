import { describe, expect, it } from 'vitest';
import type { Kind, Purpose, Verdict } from '#core/verdict.ts';
import type { NumberStored, VisitMoment } from '#core/visit.ts';
import { auditOf } from '#consent/audit.ts';
import { ALL, cookiebot, tcf } from './choices.ts';
import { cookie } from './stored.ts';
import {
  ADVERTISING,
  ANALYTICS,
  at,
  banner,
  choice,
  DAY,
  earlier,
  inWords,
  number,
  page,
  request,
  TODAY,
} from './told.ts';

function told(...moments: readonly VisitMoment[]): readonly string[] {
  return inWords(auditOf([page(), ...moments]));
}

const REFUSED = [cookiebot({})];
const GRANTED = [cookiebot({ preferences: true, statistics: true, marketing: true })];
const ANALYTICS_ALONE = [cookiebot({ statistics: true })];

describe('a number before any choice', () => {
  it('is a finding, with who got it before the choice', () => {
    const findings = auditOf([
      page(),
      number(1, '_ga'),
      banner(2),
      request(3, 'vendor.example', ['_ga']),
      request(4, 'vendor.example', ['_ga']),
      request(5, 'shop.example', [], { carried: [{ number: '_ga', as: 'cookie' }] }),
      choice(60, GRANTED),
      request(61, 'later.example', ['_ga']),
    ]);
    expect(findings).toEqual([
      {
        rule: 'before-choice',
        at: at(1),
        basis: 'inferred',
        evidence: [
          { type: 'number', at: at(1), number: '_ga', name: '_ga', purpose: 'analytics', expires: at(1 + 90 * DAY) },
          { type: 'recipient', at: at(3), recipient: 'vendor.example' },
        ],
      },
    ]);
  });

  it('is one finding though it was assigned, renewed and assigned again', () => {
    expect(told(banner(), number(2, '_ga'), number(3, '_ga', { how: 'renewed' }), number(4, '_ga'))).toHaveLength(1);
  });

  it('is the same finding, of two that were stored at the same time, whichever was told first', () => {
    const [one, other] = [number(1, '_ga'), number(1, '_ga', { expires: 'session' })];
    expect(auditOf([banner(), one, other])).toEqual(auditOf([banner(), other, one]));
  });

  it('is one where the site’s records say that consent comes first, though nobody was seen asking', () => {
    expect(told(number(1, '_ga'), choice(60, [tcf({ consents: ALL })]))).toEqual(['before-choice _ga']);
    const dma = request(2, 'g.example', []);
    const states = choice(0, [tcf({})]).records.map((record) => ({ ...record, purposes: [] }));
    expect(told(number(1, '_ga'), { ...dma, states })).toEqual(['before-choice _ga']);
  });

  it.each<[string, readonly VisitMoment[]]>([
    ['nobody was seen asking and nothing is stored', [number(1, '_ga')]],
    ['the banner is of the United States, where a site may begin', [banner(), number(1, '_ga'), usChoice()]],
    ['it was there before the visit', [banner(), number(1, '_ga', { how: 'found' })]],
    ['it was there, and is assigned again', [banner(), number(1, '_ga', { how: 'found' }), number(2, '_ga')]],
    ['nothing is known of its past', [banner(), number(1, '_ga', { setBy: { how: 'found' } })]],
    ['it is only renewed', [banner(), number(1, '_ga', { how: 'renewed' })]],
    ['an earlier visit granted it', [earlier(...GRANTED), banner(), number(1, '_ga')]],
    ['an earlier choice cannot be read', [earlier(cookie('euconsent-v2', 'x')), banner(), number(1, '_ga')]],
    ['it came with the press, before that was stored', [banner(), number(9.5, '_ga'), choice(10, GRANTED)]],
    [
      'it came after the press, long before that was stored',
      [banner(), number(5, '_ga'), choice(10, GRANTED, { pressed: at(4) })],
    ],
  ])('is none where %s', (_, moments) => {
    expect(told(...moments)).toEqual([]);
  });

  it('is one where what an earlier visit stored says that nobody chose', () => {
    expect(told(earlier(cookiebot({}, 'implied')), banner(), number(1, '_ga'))).toEqual(['before-choice _ga']);
  });

  it('is one where the United States’ form says that it does not apply, and where a press chose nothing', () => {
    const early = [banner(), number(1, '_ga')];
    expect(told(...early, choice(60, [cookie('usprivacy', '1---')]))).toEqual(['before-choice _ga']);
    expect(told(...early, choice(0.5, [cookiebot({}, 'implied')]))).toEqual(['before-choice _ga']);
  });

  it('is one although something was stored meanwhile that nobody chose', () => {
    expect(told(banner(), choice(1, [tcf({ created: TODAY })], { by: 'nobody' }), number(5, '_ga'))).toEqual([
      'before-choice _ga',
    ]);
  });

  it('is none where what was stored without a press states one, or a choice of before the visit', () => {
    expect(told(banner(), choice(1, REFUSED, { by: 'nobody' }), number(1.5, '_ga'))).toEqual([]);
    const old = tcf({ consents: ALL, created: TODAY - 10 * DAY * 1000 });
    expect(told(banner(), number(1, '_ga'), choice(5, [old], { by: 'nobody' }))).toEqual([]);
  });
});

function usChoice(): VisitMoment {
  return choice(60, [cookie('usprivacy', '1YYN')]);
}

describe('what is sure enough for a finding', () => {
  const guilty = (verdict: Partial<Verdict>): readonly string[] =>
    told(banner(), number(1, 'x', { verdict: { ...ANALYTICS, vendor: null, ...verdict } }));
  const because = (says: Verdict['reasons'][number]['says']) => ({
    reasons: [{ says, args: [], basis: 'inferred' as const }],
  });

  it('is a number whose purpose a known format, a list or what pages do speaks for', () => {
    expect(guilty({ vendor: 'Google Analytics' })).toHaveLength(1);
    expect(guilty(because('listedAnalytics'))).toHaveLength(1);
    expect(guilty({ purpose: 'advertising', ...because('listedAdvertising') })).toHaveLength(1);
    expect(guilty(because('sentOn'))).toHaveLength(1);
    expect(guilty({ ...because('sentOn'), confidence: 0.9 })).toHaveLength(1);
  });

  it('is none that only resembles others, and none that may be no number', () => {
    expect(guilty(because('resemblesAnalytics'))).toEqual([]);
    expect(guilty({ vendor: 'Google Analytics', confidence: 0.89 })).toEqual([]);
    expect(guilty({ vendor: 'Google Analytics', confidence: Number.NaN })).toEqual([]);
  });

  it('is none of which one sighting is in doubt', () => {
    const unsure = number(2, '_ga', { how: 'renewed', verdict: { ...ANALYTICS, confidence: 0.5 } });
    expect(told(banner(), number(1, '_ga'), unsure)).toEqual([]);
  });

  it.each<[Kind, Purpose]>([
    ['login', 'analytics'],
    ['security', 'advertising'],
    ['consent', 'analytics'],
    ['preference', 'analytics'],
    ['cart', 'advertising'],
    ['unknown', 'analytics'],
    ['random-id', 'necessary'],
    ['random-id', 'functional'],
  ])('is no %s, %s', (kind, purpose) => {
    expect(guilty({ kind, purpose, vendor: 'Known' })).toEqual([]);
  });
});

describe('a number after a refusal', () => {
  it('is a finding once, and once for each who got it', () => {
    expect(
      told(
        banner(),
        choice(10, REFUSED),
        number(20, '_ga'),
        number(21, '_ga', { how: 'renewed' }),
        request(22, 'a.example', ['_ga']),
        request(23, 'a.example', ['_ga']),
        request(24, 'b.example', ['_ga']),
      ),
    ).toEqual(['after-refusal _ga', 'after-refusal _ga → a.example', 'after-refusal _ga → b.example']);
  });

  it('shows the choice and the text in which it is stored', () => {
    const [finding] = auditOf([banner(), choice(10, REFUSED), number(20, '_ga')]);
    expect(finding?.evidence.slice(1)).toEqual([
      { type: 'choice', at: at(10), by: 'person', wanted: null },
      { type: 'text', text: REFUSED[0] },
    ]);
  });

  it('goes by what was wanted where that is known, and by what is stored where it is not', () => {
    const wanted = { is: 'refuse' } as const;
    expect(told(banner(), choice(10, [], { by: 'known-as', wanted }), number(20, '_ga'))).toEqual([
      'after-refusal _ga',
    ]);
    const implied = [cookiebot({ statistics: true }, 'implied')];
    expect(told(banner(), choice(10, implied, { wanted }), number(20, '_ga'))).toContain('after-refusal _ga');
    expect(told(banner(), choice(10, []), number(20, '_ga'))).toEqual([]);
  });

  it('of what was refused alone: what was granted beside it is fine', () => {
    const moments = [number(20, '_ga'), number(21, '_fbp', { verdict: ADVERTISING })];
    expect(told(banner(), choice(10, ANALYTICS_ALONE), ...moments)).toEqual(['after-refusal _fbp']);
    const wanted = { is: 'some', purposes: ['advertising'] } as const;
    expect(told(banner(), choice(10, [], { wanted }), ...moments)).toEqual(['after-refusal _ga']);
  });

  it('is one although something else is stored later that nobody chose, beside what the refusal left', () => {
    const refusal = choice(2, GRANTED, { wanted: { is: 'refuse' } });
    const more = choice(4, [...GRANTED, cookie('usprivacy', '1YNN')], { by: 'nobody' });
    expect(told(banner(), refusal, more, number(10, '_ga'))).toContain('after-refusal _ga');
    // A press that nobody saw is believed where it is stated anew.
    const pressed = choice(4, ANALYTICS_ALONE, { by: 'nobody' });
    expect(told(banner(), refusal, pressed, number(10, '_ga'))).not.toContain('after-refusal _ga');
  });

  it('that was granted only later, or refused and granted at the same time', () => {
    expect(told(choice(10, REFUSED), number(20, '_ga'), choice(60, GRANTED))).toEqual(['after-refusal _ga']);
    expect(told(choice(10, REFUSED), choice(10, GRANTED), number(20, '_ga'))).toEqual([]);
    expect(told(choice(10, GRANTED), choice(10, REFUSED), number(20, '_ga'))).toEqual([]);
  });

  it('that was refused on an earlier visit', () => {
    expect(told(earlier(...REFUSED), number(20, '_ga'))).toEqual(['after-refusal _ga']);
  });

  it('that was there before, and is sent on after it', () => {
    const there = number(1, '_ga', { how: 'found' });
    expect(told(there, choice(10, REFUSED), request(20, 'a.example', ['_ga']))).toEqual([
      'after-refusal _ga → a.example',
    ]);
  });

  it('where the framework’s purpose 1 is refused, whatever is claimed by legitimate interest', () => {
    const string = tcf({ consents: [], interests: [8, 9, 10] });
    expect(told(choice(10, [string]), number(20, '_ga'))).toContain('after-refusal _ga');
    const withStorage = tcf({ consents: [1], interests: [8, 9, 10] });
    expect(told(choice(10, [withStorage]), number(20, '_ga'))).toEqual([]);
  });

  const cookieOf = (party: 'first' | 'third', stored: NumberStored): readonly VisitMoment[] => [
    { ...stored, party, how: 'found' },
    choice(10, REFUSED),
    request(20, 'a.example', [], { carried: [{ number: stored.number, as: 'cookie' }] }),
  ];

  it.each<[string, readonly VisitMoment[]]>([
    ['it is granted', [choice(10, GRANTED), number(20, '_ga')]],
    ['it was only seen to be there', [choice(10, REFUSED), number(20, '_ga', { how: 'found' })]],
    ['it was under way as the choice was made', [choice(10, REFUSED), number(11, '_ga')]],
    [
      'it was sent as the choice was made',
      [number(1, '_ga', { how: 'found' }), choice(10, REFUSED), request(10, 'a.example', ['_ga'])],
    ],
    ['the browser sends a cookie of the site’s own to the site', cookieOf('first', number(1, '_ga'))],
    [
      'something beside the refusal cannot be read',
      [choice(10, [...REFUSED, cookie('euconsent-v2', 'x')]), number(20, '_ga')],
    ],
    ['something beside it grants it', [choice(10, [...REFUSED, tcf({ consents: ALL })]), number(20, '_ga')]],
    ['the person granted it afterwards', [choice(10, REFUSED), choice(15, GRANTED), number(20, '_ga')]],
    ['nothing is said of its purpose', [choice(10, [cookie('usprivacy', '1YYN')]), number(20, '_ga')]],
    ['nobody is known to carry it', [choice(10, REFUSED), request(20, 'a.example', ['unheard-of'])]],
  ])('is none where %s', (_, moments) => {
    expect(told(...moments)).toEqual([]);
  });

  it('is one where a third party’s cookie is sent to it', () => {
    expect(told(...cookieOf('third', number(1, 'IDE')))).toEqual(['after-refusal IDE → a.example']);
  });
});

describe('a number after a withdrawal', () => {
  it('is told as such: what is refused was granted before', () => {
    expect(
      told(
        choice(10, GRANTED),
        number(20, '_ga'),
        choice(30, REFUSED),
        number(40, '_ga', { how: 'renewed' }),
        request(41, 'a.example', ['_ga']),
      ),
    ).toEqual(['after-withdrawal _ga', 'after-withdrawal _ga → a.example']);
    expect(told(earlier(...GRANTED), choice(30, REFUSED), number(40, '_ga'))).toEqual(['after-withdrawal _ga']);
  });

  it('is a refusal where only something else was granted before', () => {
    expect(
      told(choice(10, ANALYTICS_ALONE), choice(30, REFUSED), number(40, '_fbp', { verdict: ADVERTISING })),
    ).toEqual(['after-refusal _fbp']);
  });

  it('is none where the number is not used again, and none before it', () => {
    expect(
      told(choice(10, GRANTED), number(20, '_ga'), request(21, 'a.example', ['_ga']), choice(30, REFUSED)),
    ).toEqual([]);
  });

  it('is told besides a refusal before it', () => {
    const got = (seconds: number): VisitMoment => request(seconds, 'a.example', ['_ga']);
    const there = number(1, '_ga', { how: 'found' });
    expect(told(there, choice(10, REFUSED), got(20), choice(30, GRANTED), choice(40, REFUSED), got(50))).toEqual([
      'after-refusal _ga → a.example',
      'after-withdrawal _ga → a.example',
    ]);
  });

  it('is none once it is granted anew', () => {
    expect(told(choice(10, GRANTED), choice(30, REFUSED), choice(40, GRANTED), number(50, '_ga'))).toEqual([]);
  });
});
