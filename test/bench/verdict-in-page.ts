import type { Evidence, Verdict } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { withPurpose } from '#identify/purpose.ts';
import { madeUp } from './values.ts';

const JUDGES = {
  identify: (evidence: Evidence) => identify(evidence),
  'with its purpose': (evidence: Evidence) => withPurpose(identify(evidence), evidence),
} as const satisfies Record<string, (evidence: Evidence) => Verdict>;

export type JudgeName = keyof typeof JUDGES;

/** Of each shape. */
const EACH = 50;
const TIMES = 10;

/** µs per verdict, over the values of a seed. */
function judge(name: JudgeName, seed: number): number {
  const values = madeUp(EACH, seed);
  let numbers = 0;
  const begin = performance.now();
  for (let time = 0; time < TIMES; time += 1) {
    for (const value of values) if (JUDGES[name](value).kind === 'random-id') numbers += 1;
  }
  const ms = performance.now() - begin;
  // What is judged is used, or it might not be worked out at all.
  if (numbers === 0) throw new Error('Not one value was a number');
  return (ms / (values.length * TIMES)) * 1000;
}

/** Times that one value is judged in a row: a single time is shorter than the steps of the clock. */
const IN_A_ROW = 200;

/** µs per verdict of the value that takes longest. */
function slowest(seed: number): number {
  const times = madeUp(5, seed).map((value) => {
    const begin = performance.now();
    for (let time = 0; time < IN_A_ROW; time += 1) identify(value);
    return ((performance.now() - begin) / IN_A_ROW) * 1000;
  });
  return Math.max(...times);
}

/** What the page can be asked. */
export interface VerdictBench {
  readonly judge: typeof judge;
  readonly slowest: typeof slowest;
}

const verdictBench: VerdictBench = { judge, slowest };

Object.assign(globalThis, { verdictBench });
