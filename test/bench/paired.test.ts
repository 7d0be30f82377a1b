import { expect, it } from 'vitest';
import { compare, measureInTurn, pairedRatios } from './paired.ts';

it('each is measured once a round, and another begins each time', async () => {
  const order: string[] = [];
  await measureInTurn({
    names: ['a', 'b', 'c'],
    count: 2,
    measure: async (name) => {
      order.push(name);
      return await Promise.resolve(order.length);
    },
  });
  expect(order.join('')).toBe('abcbcacab');
});

it('what is measured to warm up is left out: one round in ten, one at least', async () => {
  let calls = 0;
  const { a } = await measureInTurn({
    names: ['a'],
    count: 20,
    measure: async () => await Promise.resolve((calls += 1)),
  });
  expect(a).toEqual(Array.from({ length: 20 }, (_, place) => place + 3));
});

it('a round that was slow for both says nothing against either', () => {
  expect(pairedRatios([2, 200, 4], [1, 100, 2])).toEqual([2, 2, 2]);
  const bare = [10, 11, 90, 10, 12, 10, 11, 80];
  const rows = compare('page', { bare, ours: bare.map((ms) => ms * 1.1) }, { base: 'bare', unit: 'ms' });
  expect(rows[1]).toMatchObject({ with: 'ours', 'times bare': '1.10', '95 % of that': '1.10 to 1.10' });
});

it('the first is compared with nothing, and its rounds have a median and an interval', () => {
  const measured = { bare: [1, 2, 3, 4, 5, 6], ours: [2, 4, 6, 8, 10, 12] };
  const [bare, ours] = compare('page', measured, { base: 'bare', unit: 'ms', p99: true });
  expect(bare).toEqual({
    what: 'page',
    with: 'bare',
    'median, ms': '3.50',
    '95 %': '1.00 to 6.00',
    'p99, ms': '6.00',
    'more, ms': '',
    'times bare': '',
    '95 % of that': '',
  });
  expect(ours).toMatchObject({ 'median, ms': '7.00', 'p99, ms': '12.0', 'more, ms': '3.50', 'times bare': '2.00' });
});
