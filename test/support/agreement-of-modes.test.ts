import { describe, expect, it } from 'vitest';
import type { MonthRecord, VisitorRecord } from '../site/visitor-log.ts';
import type { Line } from './agreement.ts';
import {
  compareAllowed,
  compareBlocked,
  compareHeld,
  compareReset,
  figureIn,
  type LoggedResets,
  type LoggedSince,
} from './agreement-of-modes.ts';
import type { Shown } from './popup.ts';

function monthOf(pages: number): MonthRecord {
  return {
    visits: 1,
    pages,
    searches: 0,
    orders: 0,
    signIns: 0,
    milliseconds: 0,
    sections: {},
    sectionMilliseconds: {},
  };
}

function visitor(number: string, pages = 1): VisitorRecord {
  return {
    number,
    since: 0,
    months: { '2026-11': monthOf(pages) },
    searches: [],
    orders: [],
    signIns: 0,
    pages: [],
    scriptNumbers: {},
    requests: [],
  };
}

function shown(facts: Readonly<Record<string, string>>): Shown {
  return { facts, exactTime: '', sections: [], searches: [] };
}

function differing(lines: readonly Line[]): readonly string[] {
  return lines.filter(({ agrees }) => !agrees).map(({ what }) => what);
}

const WENT_ON = { ordered: 'H-1042', signedInAs: 'Ada' };

describe('under Block', () => {
  const LOGGED: LoggedSince = {
    given: { 'the shop’s server': 3, 'its script': 6 },
    newcomers: [visitor('a'), visitor('b'), visitor('c')],
    carried: 0,
    ...WENT_ON,
  };
  const FACTS = { mode: 'Blocked', given: '9 numbers', 'carried-by': 'No request', 'pages-since': '3 pages' };
  const differences = (facts: Readonly<Record<string, string>>, logged = LOGGED): readonly string[] =>
    differing(compareBlocked(shown(facts), logged));

  it('popup and log agree when they say the same', () => {
    expect(differences(FACTS)).toEqual([]);
    expect(differences({ ...FACTS, failed: '0 numbers' })).toEqual([]);
  });

  it.each([
    ['given', '8 numbers', 'numbers handed out (the shop’s server 3, its script 6)'],
    ['failed', '1 number', 'numbers kept'],
    ['carried-by', '1 request', 'requests that carried a number'],
    ['pages-since', '4 pages', 'pages since'],
    ['mode', 'Allowed', 'what was chosen'],
  ])('they differ when the popup’s %s is “%s”', (fact, text, what) => {
    expect(differences({ ...FACTS, [fact]: text })).toEqual([what]);
  });

  it('a newcomer with a second page was known again, whatever the popup says', () => {
    const logged = { ...LOGGED, newcomers: [visitor('a'), visitor('b', 2)] };
    expect(differences(FACTS, logged)).toEqual(['numbers kept', 'newcomers in the shop’s log, one page each']);
  });

  it('an order that did not go through and a login that was lost are differences', () => {
    const logged = { ...LOGGED, ordered: null, signedInAs: null };
    expect(differences(FACTS, logged)).toEqual(['an order went through', 'still signed in as']);
  });

  it('no page at all proves nothing', () => {
    const logged = { ...LOGGED, newcomers: [], given: {} };
    expect(differences({ mode: 'Blocked' }, logged)).toEqual(['newcomers in the shop’s log, one page each']);
  });
});

describe('under Reset', () => {
  const LOGGED: LoggedResets = { visitors: [visitor('a'), visitor('b')], carried: 0, ...WENT_ON };
  const FACTS = { mode: 'Reset on every visit', before: 'a', after: 'b' };

  it('before and after are the log’s two numbers', () => {
    expect(differing(compareReset(shown(FACTS), LOGGED))).toEqual([]);
  });

  it('they differ when the popup shows others, or none', () => {
    expect(differing(compareReset(shown({ ...FACTS, before: 'b' }), LOGGED))).toEqual(['the number before']);
    expect(differing(compareReset(shown({ mode: 'Reset' }), LOGGED))).toEqual([
      'the number before',
      'the number after',
    ]);
  });

  it('they differ when the log has one number, or three, or the first is still carried', () => {
    const only = { ...LOGGED, visitors: [visitor('a')] };
    expect(differing(compareReset(shown(FACTS), only))).toEqual(['the number after', 'numbers in the shop’s log']);
    const three = { ...LOGGED, visitors: [...LOGGED.visitors, visitor('c')] };
    expect(differing(compareReset(shown(FACTS), three))).toEqual(['numbers in the shop’s log']);
    const carried = { ...LOGGED, carried: 2 };
    expect(differing(compareReset(shown(FACTS), carried))).toEqual(['requests that carried the first since']);
  });
});

describe('asked first', () => {
  it('the number held is the shop’s first, and nothing carried it', () => {
    expect(differing(compareHeld(shown({ held: 'a' }), { first: visitor('a'), carried: 0 }))).toEqual([]);
    expect(differing(compareHeld(shown({ held: 'b' }), { first: visitor('a'), carried: 1 }))).toHaveLength(2);
    const admitted = shown({ held: 'a', 'carried-by': '2 requests' });
    expect(differing(compareHeld(admitted, { first: visitor('a'), carried: 2 }))).toEqual([]);
    expect(differing(compareHeld(shown({}), { first: undefined, carried: 0 }))).toEqual(['the number held']);
  });

  it('after Allow the shop knows the number again', () => {
    const logged: LoggedResets = { visitors: [visitor('a', 4)], carried: 7, ...WENT_ON };
    const facts = { mode: 'Allowed', number: 'a' };
    expect(differing(compareAllowed(shown(facts), logged))).toEqual([]);
    const other = { ...logged, visitors: [visitor('a', 1), visitor('b', 3)] };
    expect(differing(compareAllowed(shown(facts), other))).toEqual([
      'pages under it in the shop’s log',
      'other numbers in the shop’s log',
    ]);
  });
});

it.each([
  ['1,312 pages', 1312],
  ['38 numbers', 38],
  ['No request', 0],
  ['', 0],
  [undefined, 0],
  ['2 of 3', 2],
  ['7', 7],
])('“%s” begins with the figure %s', (text, figure) => {
  expect(figureIn(text)).toBe(figure);
});
