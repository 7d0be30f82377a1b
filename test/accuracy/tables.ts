import { CLASSES } from '#identify/model.ts';
import type { Row, Table } from '../bench/table.ts';
import type { CrossJudged } from './cross-validate.ts';
import { decidedBy, DECIDERS } from './decided-by.ts';
import { type Accuracy, classOf, type Judged, measure } from './measure.ts';

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Misses by what decided them, declared and found. */
export function missTable(all: readonly Judged[]): Table {
  const counts = new Map<string, number>();
  for (const one of all) {
    const [declared, found] = [classOf(one.purpose), classOf(one.verdict.purpose)];
    const key = [decidedBy(one), declared, found].join('|');
    if (declared !== found) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = DECIDERS.flatMap((decider) => {
    const judgedBy = all.filter((one) => decidedBy(one) === decider).length;
    return [...counts].flatMap(([key, count]) => {
      const [by = '', declared = '', found = ''] = key.split('|');
      return by === decider
        ? [{ 'decided by': by, declared, judged: found, cookies: String(count), of: String(judgedBy) }]
        : [];
    });
  });
  return { title: 'Misses of each kind', rows };
}

/** The shares, as the cookies are named and under names that mean nothing. */
export function shareTable({ named, renamed: under }: CrossJudged): Table {
  const [accuracy, other] = [measure(named), measure(under)];
  const row = (share: string, of: keyof Omit<Accuracy, 'confusion'>): Row => ({
    share,
    'as named': percent(accuracy[of]),
    'names replaced': percent(other[of]),
  });
  return {
    title: 'Shares',
    rows: [
      row('right class', 'accuracy3'),
      row('necessary ones taken for a number', 'necessaryAsRandomId'),
      row('analytics and advertising ones found to be a number', 'analyticsAdsFound'),
    ],
  };
}

/** How many of which class were judged to be of which. */
export function confusionTable({ confusion }: Accuracy): Table {
  const rows = CLASSES.map((declared) => ({
    declared,
    ...Object.fromEntries(CLASSES.map((found) => [`judged ${found}`, String(confusion[declared][found])])),
  }));
  return { title: 'Declared and judged', rows };
}
