import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredIn } from '#consent/declared.ts';

const DAY = 86_400;

describe('how long a site says that it keeps something', () => {
  it.each([
    ['2 years', 2 * 31_556_952],
    ['13 Monate', 13 * 2_629_746],
    ['1 an', 31_556_952],
    ['30 days', 30 * DAY],
    ['30 Tage', 30 * DAY],
    ['90 días', 90 * DAY],
    ['1,5 Stunden', 5400],
    ['Session', 'session'],
    ['Sitzung', 'session'],
    ['Persistent', 'unlimited'],
  ])('is read from a table: %s', (text, lasts) => {
    expect(declaredIn([['_ga', 'Google', 'Statistics', text]])).toEqual([{ name: '_ga', lasts }]);
  });

  it.each([
    [['Name', 'Purpose', 'Duration']],
    [['a sentence about cookies', '2 years']],
    [['_ga', '2 years', '30 days']],
    [['_ga_*', '2 years']],
    [['_ga', 'for as long as it takes']],
    [['_ga']],
    [[]],
  ])('is not made up: %j', (row) => {
    expect(declaredIn([row])).toEqual([]);
  });

  it('is left out where two rows say two things, and told once where they say the same', () => {
    const [years, days] = [
      ['x_id', '2 years'],
      ['x_id', '1 day'],
    ];
    expect(declaredIn([years ?? [], days ?? []])).toEqual([]);
    expect(declaredIn([days ?? [], days ?? []])).toEqual([{ name: 'x_id', lasts: DAY }]);
  });

  it('is found or not, and no error, in any rows', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }))), (rows) => {
        expect(declaredIn(rows).every(({ name }) => name.length > 1)).toBe(true);
      }),
    );
  });
});
