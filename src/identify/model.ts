/** The classes a model tells apart, in the order of its weights: what a site needs or serves the person with is one. */
export const CLASSES = ['necessary', 'analytics', 'advertising'] as const;
export type Class = (typeof CLASSES)[number];

/**
 * A multinomial logistic model: what each feature says for each class, in hundredths, to be added up. The empty feature
 * is what is said before anything is known.
 */
export type Model = Readonly<Record<string, readonly number[]>>;

/** What a model says of a value. */
export interface Resemblance {
  readonly class: Class;
  /** Share of 1. */
  readonly share: number;
  /** The groups of features (`name`, `life`, …) that spoke most for the class rather than the others, strongest first. */
  readonly by: readonly string[];
}

/** Shares of 1 that sums of weights stand for. */
export function softmax(sums: readonly number[]): readonly number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** How far a feature's weights are for one class: above the mean of the others'. */
function leaning(says: readonly number[], towards: number): number {
  const others = says.filter((_, at) => at !== towards);
  return (says[towards] ?? 0) - others.reduce((sum, one) => sum + one, 0) / Math.max(1, others.length);
}

function groupOf(feature: string): string {
  return feature.slice(0, feature.indexOf(':'));
}

/** Which of some classes a value resembles most, by its features; those the model does not know say nothing. */
export function resemblance(model: Model, features: readonly string[], among: readonly Class[] = CLASSES): Resemblance {
  const known = ['', ...features].flatMap((feature) => {
    const says = model[feature];
    return says === undefined ? [] : [{ feature, says }];
  });
  const sums = CLASSES.map((_, at) => known.reduce((sum, { says }) => sum + (says[at] ?? 0) / 100, 0));
  const shares = softmax(sums);
  const able = CLASSES.flatMap((one, at) => (among.includes(one) ? [at] : []));
  const best = able.toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))[0] ?? 0;
  const groups = new Map<string, number>();
  for (const { feature, says } of known) {
    const group = groupOf(feature);
    if (feature !== '') groups.set(group, (groups.get(group) ?? 0) + leaning(says, best));
  }
  const by = [...groups].filter(([, sum]) => sum > 0).toSorted((a, b) => b[1] - a[1]);
  return { class: CLASSES[best] ?? 'necessary', share: shares[best] ?? 0, by: by.map(([group]) => group) };
}
