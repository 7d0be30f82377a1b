import { type Row, quantile } from './table.ts';

/** Measures one after the other what is compared, round by round, so that a busy machine is busy for all of them. */
export interface Rounds<Name extends string> {
  readonly names: readonly Name[];
  /** Rounds that count; as many as a tenth of them go before, to warm up. */
  readonly count: number;
  readonly measure: (name: Name) => Promise<number>;
}

/** What was measured of each, in the order of the rounds. */
export async function measureInTurn<Name extends string>(
  rounds: Rounds<Name>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const { names, count, measure } = rounds;
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
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

/** One line for each: the times, and how they compare with those of the first. */
export function compare<Name extends string>(
  what: string,
  measured: Readonly<Record<Name, readonly number[]>>,
  { base, unit }: { readonly base: Name; readonly unit: 'ms' | 'µs' },
): readonly Row[] {
  const bare = measured[base];
  return Object.entries<readonly number[]>(measured).map(([name, values]) => {
    const more = values.map((value, round) => value - (bare[round] ?? 0));
    return {
      what,
      with: name,
      [`median, ${unit}`]: quantile(values, 0.5).toFixed(2),
      [`p99, ${unit}`]: quantile(values, 0.99).toFixed(2),
      // Round by round, which is steadier than the difference of two medians.
      [`more, ${unit}`]: name === base ? '' : quantile(more, 0.5).toFixed(2),
      'times the first': (quantile(values, 0.5) / quantile(bare, 0.5)).toFixed(2),
    };
  });
}
