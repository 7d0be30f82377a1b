import { expect, it } from 'vitest';
import type { Bench } from '../bench/bench.ts';
import { type BenchArguments, planBench } from '../../tools/bench-plan.ts';

const bench = (name: string, browsers: Bench['browsers']): Bench => ({
  name,
  heading: name,
  says: '',
  browsers,
  rounds: 20,
  measure: async () => await Promise.resolve([]),
});

const ALL = [bench('popup', ['chromium', 'firefox']), bench('rules', ['chromium'])];

/** What comes of arguments, in one line. */
function plan(asked: Partial<BenchArguments>): string {
  const planned = planBench(ALL, { names: [], browser: null, rounds: null, write: false, ...asked });
  if (typeof planned === 'string') return planned;
  const { benches, rounds, write } = planned;
  const each = benches.map((one) => `${one.name} in ${one.in.join(' and ')}`).join(', ');
  return `${each}; ${rounds ?? 'usual'} rounds; ${write ? 'written' : 'printed'}`;
}

it('all of it in both browsers is written down', () => {
  expect(plan({})).toBe('popup in chromium and firefox, rules in chromium; usual rounds; written');
  expect(plan({ rounds: '15' })).toBe('popup in chromium and firefox, rules in chromium; 15 rounds; written');
});

it('what is named is printed, and written down where that is asked for', () => {
  expect(plan({ names: ['rules'] })).toBe('rules in chromium; usual rounds; printed');
  expect(plan({ names: ['rules'], write: true })).toBe('rules in chromium; usual rounds; written');
});

it('a part of it, or a few rounds, is never written down', () => {
  expect(plan({ browser: 'chromium' })).toContain('printed');
  expect(plan({ rounds: '3' })).toContain('3 rounds; printed');
  expect(plan({ browser: 'chromium', write: true })).toMatch(/^Only what was measured in both browsers/u);
  expect(plan({ rounds: '14', write: true })).toMatch(/^Only .* 15 rounds/u);
});

it('what cannot be is answered by a sentence', () => {
  expect(plan({ names: ['popup', 'nothing'] })).toBe('“nothing” is no bench.');
  expect(plan({ names: ['rules'], browser: 'firefox' })).toBe('rules is not measured in firefox.');
  for (const rounds of ['0', '-1', '1.5', 'many', ''])
    expect(plan({ rounds })).toBe(`“${rounds}” is no number of rounds.`);
});
