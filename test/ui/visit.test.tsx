// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { RuleId, VisitMoment } from '#core/visit.ts';
import { movedApart, timeScale } from '#ui/time-scale.ts';
import { Findings, hasVisitNews, StoredPurposes, VisitTime } from '#ui/visit.tsx';
import { visitWords } from '#ui/words-visit.ts';
import { RULES } from '#consent/rules.ts';
import { VISIT } from '../consent/any-visit.ts';
import { banner, choice, number, page } from '../consent/told.ts';
import { tcf } from '../consent/choices.ts';
import { show } from './page.ts';
import { LYING, visit } from './visit.ts';

describe('the findings of a visit', () => {
  it('are each a sentence, with when and about what', () => {
    const lines = [...show(<Findings of={visit()} />).querySelectorAll('summary')].map((line) => line.textContent);
    expect(lines).toEqual([
      '1A number was assigned before any choice. 0.4 s after the page opened: _ga, for statistics',
      '2Legitimate interest was left on after the refusal. 7 s after the page opened: advertising and statistics',
      '3google-analytics.com got a number after the refusal. 9.8 s after the page opened: _ga, for statistics',
      '4google-analytics.com was told that you consented, and you did not. 9.8 s after the page opened: advertising and statistics',
      '5A number was assigned after the refusal. 12 s after the page opened: _fbp, for advertising',
      '6facebook.com got a number after the refusal. 13 s after the page opened: _fbp, for advertising',
    ]);
  });

  it('open to their evidence and to the rule, and say how they are known', () => {
    const opened = show(<Findings of={visit()} />).querySelector('[data-rule="legitimate-interest-left-on"]');
    expect(opened?.textContent).toContain('euconsent-v2');
    expect(opened?.textContent).toContain('purpose 2on legitimate interest advertising');
    expect(opened?.textContent).toContain('RuleRegulation (EU) 2016/679 (GDPR), Art. 21(1) to (3)');
    expect(opened?.textContent).toContain('stated');
  });

  it('are said to be none where there are none', () => {
    expect(show(<Findings of={visit([page()])} />).textContent).toBe('Nothing was found in this visit.');
  });
});

test('a visit is a picture, and the same as a list', () => {
  const shown = show(<VisitTime of={visit()} id="list" />);
  expect(shown.querySelectorAll('svg .request')).toHaveLength(6);
  expect([...shown.querySelectorAll('svg .key text')].map(({ textContent }) => textContent)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
  ]);
  expect(shown.querySelector('svg')?.getAttribute('aria-describedby')).toBe('list');
  expect([...shown.querySelectorAll('#list li')].map(({ textContent }) => textContent)).toEqual([
    '0 s: a page was opened.',
    '0.4 s: a number was assigned, _ga.',
    '1.5 to 2 s: 2 requests carried numbers.',
    '2 s: banner seen',
    '2.4 s: 1 request carried a number.',
    '7 s: you refused',
    '9.8 to 11 s: 2 requests carried numbers.',
    '12 s: a number was assigned, _fbp.',
    '13 s: 1 request carried a number.',
  ]);
});

test('what nobody pressed is drawn as a choice only where nobody pressed anything', () => {
  const stored = choice(1, [tcf({})], { by: 'nobody' });
  const dots = (moments: readonly VisitMoment[]): readonly string[] =>
    [...show(<VisitTime of={visit(moments)} id="list" />).querySelectorAll('svg .you, svg .strong')].map(
      (one) => one.textContent,
    );
  expect(dots([page(), stored, choice(9, [], { wanted: { is: 'refuse' } })])).toEqual([
    'You',
    '',
    'you refused',
    'The site',
  ]);
  expect(dots([page(), stored])).toEqual(['You', '', visitWords.choice.nobody(), 'The site']);
});

test('the line of a choice leaves out the words in its way', () => {
  const linesAt = (seconds: number): number =>
    show(<VisitTime of={visit([page(), choice(seconds, [])])} id="list" />).querySelectorAll('svg .choice-line').length;
  expect([linesAt(1), linesAt(15)]).toEqual([2, 1]);
});

test('what is stored of a choice is told by purpose, with a mark and a word', () => {
  const shown = show(<StoredPurposes of={visit().stored} />);
  expect([...shown.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'storing at allrefused',
    'statisticson legitimate interest',
    'personalisationrefused',
    'advertisingon legitimate interest',
    'exact place and devicerefused',
    'something elserefused',
  ]);
  expect(shown.querySelectorAll('svg')).toHaveLength(6);
});

test.each([
  ['a page alone', [page(), number(1, '_ga')], false],
  ['a banner', [page(), banner()], true],
  ['a choice', [page(), choice(3, [tcf({})])], true],
  ['findings', LYING, true],
] as const)('a visit of %s is worth telling or not', (_, moments, is) => {
  expect(hasVisitNews(visit(moments))).toBe(is);
});

test('any visit can be shown, with a line for each finding', () => {
  const rules = new Set<RuleId>();
  fc.assert(
    fc.property(VISIT, (moments) => {
      const report = visit(moments.length === 0 ? [page()] : moments);
      for (const { rule } of report.findings) rules.add(rule);
      const shown = show(
        <div>
          <VisitTime of={report} id="any" />
          <Findings of={report} />
        </div>,
      );
      expect(shown.querySelectorAll('[data-rule]')).toHaveLength(report.findings.length);
      expect(shown.innerHTML).not.toMatch(/NaN|undefined|Infinity/u);
    }),
    { numRuns: 150 },
  );
  expect([...rules].every((rule) => rule in RULES)).toBe(true);
});

describe('a time scale', () => {
  it('goes from the beginning to the end, forwards, with ticks that stand apart', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), (length) => {
        const { place, ticks } = timeScale(length);
        expect(place(0)).toBe(0);
        expect(place(Math.max(length, 1000))).toBeCloseTo(1);
        expect(ticks.length).toBeLessThan(9);
        const places = ticks.map(place);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.every((one, index) => index === 0 || one - (places[index - 1] ?? 0) > 0.1)).toBe(true);
      }),
    );
  });

  it('moves what stands too close apart, and nothing beyond the end', () => {
    expect(movedApart([10, 11, 50], 18, 320)).toEqual([10, 28, 50]);
    expect(movedApart([310, 315, 320], 18, 320)).toEqual([284, 302, 320]);
  });
});
