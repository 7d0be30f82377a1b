import type { EventLine } from '#core/report.ts';
import { goTogether, type ToldLine } from './telling.ts';

type RequestLine = Extract<EventLine, { type: 'request' }>;

/** One entry of the record: a line, or several requests to one recipient within one minute told as one. */
export interface Entry {
  /** Stays the same while newer requests join: the oldest line's id. */
  readonly key: string;
  /** The newest line: the one whose time stands there. */
  readonly line: EventLine;
  /** Newest first; one line unless they are requests, or tell of something. */
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
function joins({ line, lines }: Entry, older: EventLine): boolean {
  if (minute(line.at) !== minute(older.at)) return false;
  if (line.type === 'request') return older.type === 'request' && line.recipient === older.recipient;
  return older.type === 'told' && goTogether(toldIn(lines), older);
}

function toldIn(lines: readonly EventLine[]): readonly ToldLine[] {
  return lines.filter((line) => line.type === 'told');
}

/** Folds lines, newest first, into entries, newest first. */
export function folded(lines: readonly EventLine[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const at =
      line.type === 'request' || line.type === 'told' ? entries.findLastIndex((entry) => joins(entry, line)) : -1;
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

/** What was told in an entry that is a telling; empty for any other. */
export function toldOf(entry: Entry): readonly ToldLine[] {
  return toldIn(entry.lines);
}
