import { expect, it } from 'vitest';
import { medianOf, quantile, rankOfInterval } from './median.ts';

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, place) => place + 1);

it('the median is the value in the middle, or the mean of the two there', () => {
  expect(medianOf([9, 1, 5]).value).toBe(5);
  expect(medianOf([9, 1, 5, 2]).value).toBe(3.5);
  expect(medianOf([7]).value).toBe(7);
});

it.each([
  // The ranks that printed tables of this interval have.
  [6, 1],
  [8, 1],
  [9, 2],
  [10, 2],
  [15, 4],
  [20, 6],
  [25, 8],
  [30, 10],
  [50, 18],
  [100, 40],
])('of %i values the interval begins with the %ith', (count, rank) => {
  expect(rankOfInterval(count)).toBe(rank);
});

it('the interval goes as far from the end as from the beginning, whatever the order of the values', () => {
  const values = upTo(15).toReversed();
  expect(medianOf(values)).toEqual({ value: 8, interval: { from: 4, to: 12 } });
});

it('of fewer than six values no interval is told', () => {
  for (const count of [0, 1, 2, 3, 4, 5]) expect(medianOf(upTo(count)).interval).toBeNull();
});

it('the true median is in the interval at least 95 times out of 100, in skewed values too', () => {
  let state = 1;
  const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const TIMES = 4000;
  let held = 0;
  for (let time = 0; time < TIMES; time += 1) {
    // Exponential: its median is ln 2.
    const { interval } = medianOf(Array.from({ length: 15 }, () => -Math.log(chance())));
    if (interval !== null && interval.from <= Math.LN2 && Math.LN2 <= interval.to) held += 1;
  }
  // 96.5 % by the binomial distribution; three standard deviations either way.
  expect(held / TIMES).toBeGreaterThan(0.956);
  expect(held / TIMES).toBeLessThan(0.974);
});

it('thousands of values have an interval too', () => {
  expect(rankOfInterval(5000)).toBeGreaterThan(2400);
  expect(rankOfInterval(5000)).toBeLessThan(2450);
});

it('a quantile is the value below which that share lies', () => {
  expect(quantile(upTo(100), 0.99)).toBe(100);
  expect(quantile(upTo(100), 0.5)).toBe(51);
  expect(quantile([], 0.5)).toBe(0);
});
