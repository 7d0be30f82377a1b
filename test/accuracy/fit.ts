import { CLASSES, type Class, type Model, softmax } from '#identify/model.ts';

/** One thing to learn from: what is told of it, and its class. */
export interface Example {
  readonly features: readonly string[];
  readonly is: Class;
}

/** Features that fewer examples have are left out: they would be learnt by heart. */
const LEAST = 3;
/** How strongly weights are drawn to nothing. */
const DECAY = 0.004;
const ROUNDS = 120;
/** The steps of the descent. */
const STEP = 0.05;

const WIDTH = CLASSES.length;

interface Row {
  /** Where the weights of its features begin. */
  readonly places: Int32Array;
  readonly is: number;
}

function countOf(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** The slope of the loss at the weights. */
function slopeAt(weights: Float64Array, rows: readonly Row[]): Float64Array {
  const slope = weights.map((weight) => weight * DECAY);
  for (const { places, is } of rows) {
    const sums = CLASSES.map((_, one) => places.reduce((sum, place) => sum + (weights[place + one] ?? 0), 0));
    for (const [one, share] of softmax(sums).entries()) {
      const off = (share - (one === is ? 1 : 0)) / rows.length;
      for (const place of places) slope[place + one] = (slope[place + one] ?? 0) + off;
    }
  }
  return slope;
}

/**
 * Fits a multinomial logistic model to examples, by Adam over all of them at once; the same examples give the same
 * weights.
 * @see https://arxiv.org/abs/1412.6980 (Adam)
 */
export function fit(examples: readonly Example[]): Model {
  const names = ['', ...[...countOf(examples)].flatMap(([name, count]) => (count >= LEAST ? [name] : [])).toSorted()];
  const placeOf = new Map(names.map((name, place) => [name, place * WIDTH]));
  const rows = examples.map(({ features, is }) => ({
    places: Int32Array.from([0, ...features.flatMap((one) => placeOf.get(one) ?? [])]),
    is: CLASSES.indexOf(is),
  }));
  const weights = new Float64Array(names.length * WIDTH);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = slopeAt(weights, rows);
    for (const [at, by] of slope.entries()) {
      const first = 0.9 * (mean[at] ?? 0) + 0.1 * by;
      const second = 0.999 * (square[at] ?? 0) + 0.001 * by * by;
      mean[at] = first;
      square[at] = second;
      const scale = Math.sqrt(second / (1 - 0.999 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (STEP * (first / (1 - 0.9 ** round))) / scale;
    }
  }
  return modelOf(names, weights);
}

/** The weights in hundredths; features that say next to nothing are left out. */
function modelOf(names: readonly string[], weights: Float64Array): Model {
  const says = names.map((name, place) => {
    const own = weights.slice(place * WIDTH, place * WIDTH + WIDTH).map((weight) => Math.round(weight * 100));
    return [name, Array.from(own)] as const;
  });
  return Object.fromEntries(says.filter(([, own]) => own.some((weight) => Math.abs(weight) >= 2)));
}
