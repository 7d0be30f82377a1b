/** What happened on one day of the person's own calendar. */
export interface Day<Happened> {
  /** When the first of them was (ms since the epoch). */
  readonly at: number;
  readonly lines: readonly Happened[];
}

/** What happened, newest first and by day, each once however often it was told. */
export function byDay<Happened extends { readonly key: string; readonly at: number }>(
  lines: readonly Happened[],
): readonly Day<Happened>[] {
  const once = new Map(lines.map((line) => [line.key, line]));
  const sorted = [...once.values()].sort((a, b) => b.at - a.at);
  const days = new Map<string, Happened[]>();
  for (const line of sorted) {
    const day = new Date(line.at).toDateString();
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days.values()].map((ofDay) => ({ at: ofDay[0]?.at ?? 0, lines: ofDay }));
}
