import { medianOf, quantile } from './median.ts';
import { figure, medianCells, ratioCells, type Row } from './table.ts';

/** Measures one after the other what is compared, round by round, so that a busy machine is busy for all of them. */
export interface Rounds<Name extends string, Measured> {
  readonly names: readonly Name[];
  /** Rounds that count; as many as a tenth of them go before, to warm up. */
  readonly count: number;
  readonly measure: (name: Name) => Promise<Measured>;
}

/** What was measured of each, in the order of the rounds. */
export async function measureInTurn<Name extends string, Measured = number>(
  rounds: Rounds<Name, Measured>,
): Promise<Readonly<Record<Name, readonly Measured[]>>> {
  const { names, count, measure } = rounds;
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Measured[]>;
  const warming = Math.ceil(count / 10);
  for (let round = 0; round < count + warming; round += 1) {
    // Whoever comes first finds another machine than who comes last: they take turns.
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await measure(name);
      if (round >= warming) measured[name].push(value);
    }
  }
  return measured;
}

/** Each round's value of one over that of the other in the same round: steadier than the ratio of two medians. */
export function pairedRatios(values: readonly number[], base: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (base[round] ?? Number.NaN));
}

interface Comparison<Name> {
  readonly base: Name;
  readonly unit: 'ms' | 'µs';
  /** Also the slowest of a hundred; of fewer rounds it would be the slowest alone. */
  readonly p99?: boolean;
}

/** One line for each: how long it took, and how that compares with the first, round by round. */
export function compare<Name extends string>(
  what: string,
  measured: Readonly<Record<Name, readonly number[]>>,
  { base, unit, p99 = false }: Comparison<NoInfer<Name>>,
): readonly Row[] {
  const bare = measured[base];
  return Object.entries<readonly number[]>(measured).map(([name, values]) => {
    const more = values.map((value, round) => value - (bare[round] ?? Number.NaN));
    return {
      what,
      with: name,
      ...medianCells(medianOf(values), unit),
      ...(p99 && { [`p99, ${unit}`]: figure(quantile(values, 0.99)) }),
      [`more, ${unit}`]: name === base ? '' : figure(medianOf(more).value),
      ...(name === base
        ? { [`times ${base}`]: '', '95 % of that': '' }
        : ratioCells(medianOf(pairedRatios(values, bare)), base)),
    };
  });
}
