/** A median, and between what it lies with a probability of 95 % at least; `null` where there are too few values to say. */
export interface Median {
  readonly value: number;
  readonly interval: Interval | null;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How often an interval may leave the true median out, on either side. */
const OUT = 0.025;

/** The value below which that share of the values lies; of a share between two values the higher. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

/** The value in the middle; of an even number of values the mean of the two. */
function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/**
 * Which of `count` values in ascending order, from 1, begins the interval; as many from the end ends it. 0: too few values.
 * So many of the values, or fewer, lie below the true median as heads come up when a coin is thrown `count` times.
 */
export function rankOfInterval(count: number): number {
  let below = 0;
  // The binomial coefficient over 2 to the power of `count`, as a logarithm: either alone is beyond what a number holds.
  let log = -count * Math.LN2;
  for (let heads = 0; heads < count; heads += 1) {
    below += Math.exp(log);
    if (below > OUT) return heads;
    log += Math.log((count - heads) / (heads + 1));
  }
  return 0;
}

/**
 * The median of values with its 95 % interval by order statistics, which takes nothing for granted of how they are
 * distributed, but that no value depends on another.
 * @see ISO 16269-7:2001, Median: estimation and confidence intervals
 */
export function medianOf(values: readonly number[]): Median {
  const sorted = ascending(values);
  const rank = rankOfInterval(sorted.length);
  const [from, to] = [sorted[rank - 1], sorted[sorted.length - rank]];
  return { value: middleOf(sorted), interval: from === undefined || to === undefined ? null : { from, to } };
}
