import type { EventLine } from '#core/report.ts';

type RequestLine = Extract<EventLine, { type: 'request' }>;

/** One entry of the record: a line, or several requests to one recipient within one minute told as one. */
export interface Entry {
  /** Stays the same while newer requests join: the oldest line's id. */
  readonly key: string;
  /** The newest line: the one whose time stands there. */
  readonly line: EventLine;
  /** Newest first; one line unless they are requests. */
  readonly lines: readonly EventLine[];
}

/** The entries of one day, newest first. */
export interface Day {
  /** Its newest moment, in ms since the epoch. */
  readonly at: number;
  readonly entries: readonly Entry[];
}

const MINUTE_MS = 60_000;

function minute(at: number): number {
  return Math.floor(at / MINUTE_MS);
}

/** Whether an older line joins an entry above it: what happened between does not part the two. */
function joins(entry: Entry, older: EventLine): boolean {
  const { line } = entry;
  return (
    line.type === 'request' &&
    older.type === 'request' &&
    line.recipient === older.recipient &&
    minute(line.at) === minute(older.at)
  );
}

/** Folds lines, newest first, into entries, newest first. */
export function folded(lines: readonly EventLine[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const at = line.type === 'request' ? entries.findLastIndex((entry) => joins(entry, line)) : -1;
    const above = entries[at];
    if (above === undefined) entries.push({ key: line.id, line, lines: [line] });
    else entries[at] = { ...above, key: line.id, lines: [...above.lines, line] };
  }
  return entries;
}

/** Entries by the day they happened on, in the person's time zone. */
export function byDay(entries: readonly Entry[]): readonly Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    const same = last !== undefined && new Date(last.at).toDateString() === new Date(entry.line.at).toDateString();
    if (same) days[days.length - 1] = { at: last.at, entries: [...last.entries, entry] };
    else days.push({ at: entry.line.at, entries: [entry] });
  }
  return days;
}

/** The requests of an entry that is one; empty for any other. */
export function requestsOf(entry: Entry): readonly RequestLine[] {
  return entry.lines.filter((line) => line.type === 'request');
}
