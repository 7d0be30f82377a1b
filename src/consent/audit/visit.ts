import type { VisitMoment } from '#core/visit.ts';
import { type Chosen, choicesIn } from './choices.ts';
import { asksFirst } from './regime.ts';
import { type SureNumber, sureNumbers } from './sure-numbers.ts';

/** A visit, with what several rules ask of it. */
export interface Visit {
  /** In the order of time. */
  readonly moments: readonly VisitMoment[];
  /** ms since the epoch. */
  readonly start: number;
  readonly choices: readonly Chosen[];
  readonly numbers: ReadonlyMap<string, SureNumber>;
  /** Whether the site shows that consent comes first here. */
  readonly asksFirst: boolean;
}

/** By time, and at the same time in an order that does not depend on how they came. */
function compare(one: VisitMoment, other: VisitMoment): number {
  if (one.at !== other.at) return one.at - other.at;
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Puts moments in order, and works out what the rules ask for. */
export function visitOf(unordered: readonly VisitMoment[]): Visit {
  const moments = unordered.toSorted(compare);
  const start = moments[0]?.at ?? 0;
  const choices = choicesIn(moments, start);
  return { moments, start, choices, numbers: sureNumbers(moments), asksFirst: asksFirst(moments) };
}

/** The first of each key. */
export function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = keyOf(one);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
