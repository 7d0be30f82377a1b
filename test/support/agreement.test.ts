import { describe, expect, it } from 'vitest';
import type { VisitorRecord } from '../site/visitor-log.ts';
import { compare, secondsIn, tableOf } from './agreement.ts';
import type { Shown } from './popup.ts';

const MONTH = '2026-11';
const AT = new Date(2026, 10, 22, 12).getTime();
const NUMBER = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';

const RECORD: VisitorRecord = {
  number: NUMBER,
  since: AT,
  months: {
    '2026-10': {
      visits: 1,
      pages: 4,
      searches: 1,
      orders: 0,
      signIns: 0,
      milliseconds: 9000,
      sections: { Support: 4 },
      sectionMilliseconds: { Support: 9000 },
    },
    [MONTH]: {
      visits: 2,
      pages: 1312,
      searches: 3,
      orders: 1,
      signIns: 0,
      milliseconds: 83_400,
      sections: { 'Hi-fi': 1311, Home: 1 },
      sectionMilliseconds: {},
    },
  },
  searches: [
    { term: 'headphones', at: new Date(2026, 9, 30).getTime() },
    { term: 'headphones', at: AT },
    { term: 'headphones', at: AT },
    { term: 'car mp3 player', at: AT },
  ],
  orders: [{ reference: 'A-1', at: AT }],
  signIns: 0,
  pages: [],
  scriptNumbers: {},
  requests: [],
};

const SHOWN: Shown = {
  facts: {
    number: NUMBER,
    visits: '3 visits',
    searches: '4 searches',
    orders: '1 order',
    'month-visits': '2 visits',
    'month-orders': '1 order',
    pages: '1,312 pages',
  },
  exactTime: '1 min 23 s',
  sections: [
    ['Hi-fi', '1,311 pages'],
    ['Home', '1 page'],
  ],
  searches: [
    ['headphones', '2 times'],
    ['car mp3 player', '22 Nov'],
  ],
};

/** What disagrees between the popup and the log, by name. */
function differences(shown: Shown, record: VisitorRecord = RECORD): readonly string[] {
  return compare(shown, record, MONTH)
    .filter(({ agrees }) => !agrees)
    .map(({ what }) => what);
}

function withFact(fact: string, text: string): Shown {
  return { ...SHOWN, facts: { ...SHOWN.facts, [fact]: text } };
}

describe('popup and log', () => {
  it('agree when they say the same', () => {
    expect(differences(SHOWN)).toEqual([]);
  });

  it.each([
    ['number', NUMBER.toUpperCase(), 'number'],
    ['number', `${NUMBER} `, 'number'],
    ['visits', '2 visits', 'visits in all'],
    ['month-visits', '3 visits', 'visits this month'],
    ['pages', '1,311 pages', 'pages this month'],
    ['searches', '3 searches', 'searches in all'],
    ['orders', '2 orders', 'orders in all'],
    ['month-orders', '', 'orders this month'],
  ])('differ when the popup’s %s is “%s”', (fact, text, what) => {
    expect(differences(withFact(fact, text))).toEqual([what]);
  });

  it.each([
    ['1 min 22 s', false],
    ['1 min 23 s', true],
    ['1 min 24 s', true],
    ['1 min 25 s', false],
    ['23 s', false],
    ['', false],
  ])('of 83.4 s, the time %s agrees: %s', (exactTime, agrees) => {
    expect(differences({ ...SHOWN, exactTime })).toEqual(agrees ? [] : ['time']);
  });

  it('differ in a section that only one of them has, and in one that is counted otherwise', () => {
    expect(differences({ ...SHOWN, sections: [['Hi-fi', '1,311 pages']] })).toEqual(['section Home']);
    expect(differences({ ...SHOWN, sections: [...SHOWN.sections, ['Cart', '1 page']] })).toEqual(['section Cart']);
    const recount: Shown = {
      ...SHOWN,
      sections: [
        ['Hi-fi', '1,310 pages'],
        ['Home', '1 page'],
      ],
    };
    expect(differences(recount)).toEqual(['section Hi-fi']);
  });

  it('differ in a search that only one of them has, and in how often', () => {
    const fewer: Shown = { ...SHOWN, searches: [['headphones', '2 times']] };
    expect(differences(fewer)).toEqual(['searched “car mp3 player”']);
    const once: Shown = {
      ...SHOWN,
      searches: [
        ['headphones', '22 Nov'],
        ['car mp3 player', '22 Nov'],
      ],
    };
    expect(differences(once)).toEqual(['searched “headphones”']);
  });

  it('agree on very long words that the popup cuts, but not on others', () => {
    const term = `${'a'.repeat(200)}${'z'.repeat(12)}`;
    const record = { ...RECORD, searches: RECORD.searches.map((one) => ({ ...one, term })) };
    const cut = (text: string): Shown => ({ ...SHOWN, searches: [[text, '3 times']] });
    expect(differences(cut(`${'a'.repeat(148)}…${'z'.repeat(12)}`), record)).toEqual([]);
    expect(differences(cut(`${'a'.repeat(148)}…${'y'.repeat(12)}`), record)).toHaveLength(2);
  });

  it('differ on everything when the popup shows nothing', () => {
    const nothing: Shown = {
      facts: {},
      exactTime: '',
      sections: [],
      searches: [],
    };
    expect(compare(nothing, RECORD, MONTH).every(({ agrees }) => !agrees)).toBe(true);
  });
});

it('a table marks what differs', () => {
  const rows = tableOf(compare(withFact('pages', '7 pages'), RECORD, MONTH)).split('\n');
  expect(rows.filter((row) => row.startsWith('≠'))).toEqual([expect.stringContaining('pages this month')]);
  expect(rows.find((row) => row.includes('pages this month'))).toMatch(/7 pages +1,312 pages$/u);
});

it.each([
  ['0 s', 0],
  ['59 s', 59],
  ['2 min 10 s', 130],
  ['1 h 12 min', 4320],
  ['1 h 12 min 5 s', 4325],
  ['1,000 h 0 min', 3_600_000],
  ['', null],
  ['soon', null],
  ['12', null],
])('“%s” is %s seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds);
});
