import type { Bench } from '../test/bench/bench.ts';
import { FEWEST_ROUNDS } from '../test/bench/bench.ts';
import type { BrowserName } from '../test/support/engine.ts';

/** What was asked for. */
export interface BenchArguments {
  readonly names: readonly string[];
  readonly browser: BrowserName | null;
  readonly rounds: string | null;
  readonly write: boolean;
}

/** What is to be measured where, and whether docs/figures.md is written. */
export interface BenchPlan {
  readonly benches: readonly (Bench & { readonly in: readonly BrowserName[] })[];
  readonly rounds: number | null;
  readonly write: boolean;
}

/**
 * Reads what was asked for: everything, which is written down, or what was named, which is only printed unless `write`.
 * What cannot be is answered by a sentence.
 */
export function planBench(
  all: readonly Bench[],
  { names, browser, rounds, write }: BenchArguments,
): BenchPlan | string {
  const unknown = names.find((name) => !all.some((bench) => bench.name === name));
  if (unknown !== undefined) return `“${unknown}” is no bench.`;
  const count = rounds === null ? null : Number(rounds);
  if (count !== null && !(Number.isInteger(count) && count > 0)) return `“${rounds}” is no number of rounds.`;
  const whole = browser === null && (count === null || count >= FEWEST_ROUNDS);
  if (write && !whole) {
    return `Only what was measured in both browsers, over ${FEWEST_ROUNDS} rounds at least, is written down.`;
  }
  const benches = all
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map((bench) => ({ ...bench, in: bench.browsers.filter((one) => browser === null || one === browser) }));
  if (benches.every((bench) => bench.in.length === 0)) return `${names.join(', ')} is not measured in ${browser}.`;
  return { benches, rounds: count, write: write || (names.length === 0 && whole) };
}
