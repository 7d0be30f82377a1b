/** A time zone's day and month of a moment. In the browser's own zone unless a test brings its own offset. */
export interface Calendar {
  /** Minutes to add to UTC at that moment: `-new Date(at).getTimezoneOffset()`. */
  readonly offset: (at: number) => number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** `2026-11-22` */
export function dateOf(at: number, { offset }: Calendar): string {
  return new Date(at + offset(at) * MINUTE).toISOString().slice(0, 10);
}

/** `2026-11` */
export function monthOf(at: number, calendar: Calendar): string {
  return dateOf(at, calendar).slice(0, 7);
}

/** The dates of a month, from the 1st. */
export function daysOfMonth(month: string): readonly string[] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

/** The `length` dates that end with this one, oldest first. */
export function datesUntil(date: string, length: number): readonly string[] {
  const last = Date.parse(`${date}T00:00:00Z`);
  return Array.from({ length }, (_, index) => new Date(last - (length - 1 - index) * DAY).toISOString().slice(0, 10));
}
