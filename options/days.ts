import type { DiaryDay } from '#core/report.ts';

/** One day told twice, in halves that may overlap: each event once, newest first; the sums of the newer telling. */
function merged(newer: DiaryDay, older: DiaryDay): DiaryDay {
  const known = new Set(newer.events.map(({ id }) => id));
  const events = [...newer.events, ...older.events.filter(({ id }) => !known.has(id))];
  return { ...newer, events: events.sort((a, b) => b.at - a.at) };
}

/** Pages of a diary, newest first, as one list of days. */
export function mergedDays(pages: readonly (readonly DiaryDay[])[]): readonly DiaryDay[] {
  const days = new Map<string, DiaryDay>();
  for (const day of pages.flat()) {
    const known = days.get(day.date);
    days.set(day.date, known === undefined ? day : merged(known, day));
  }
  return [...days.values()].sort((a, b) => b.date.localeCompare(a.date));
}
