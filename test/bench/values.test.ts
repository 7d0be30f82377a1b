import { expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { madeUp } from './values.ts';

it('made-up values are the same for the same seed, and others for another', () => {
  expect(madeUp(2, 3)).toEqual(madeUp(2, 3));
  expect(madeUp(2, 3)).not.toEqual(madeUp(2, 4));
});

it('made-up values are of many kinds, numbers among them, and some are long', () => {
  const values = madeUp(5);
  expect(new Set(values.map((value) => identify(value).kind)).size).toBeGreaterThanOrEqual(6);
  expect(Math.max(...values.map(({ value }) => value.length))).toBeGreaterThan(1000);
});
