import { language } from './say.ts';
import { words } from './words.ts';

/** How figures, spans of time and dates are written, in the person's language and time zone. Times: ms since the epoch. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Intl` formats are dear to make, and a diary shows hundreds of dates. */
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language(), options);
  formats.set(key, known);
  return known;
}

/** A count as people write it: `1,312`. */
export function figure(count: number): string {
  return new Intl.NumberFormat(language()).format(count);
}

/** Bytes, to two or three figures: `38 MB`. */
export function bytes(count: number): string {
  const power = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3));
  const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power] ?? 'byte';
  const amount = count / 1000 ** power;
  const options = { style: 'unit', unit, maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language(), options).format(amount);
}

/** Visible time: to the second below an hour (`2 min 10 s`), to the minute from there (`1 h 12 min`). */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return words.seconds(figure(seconds));
  if (minutes < 60 && seconds % 60 === 0) return words.wholeMinutes(figure(minutes));
  if (minutes < 60) return words.minutes(figure(minutes), figure(seconds % 60));
  return words.hours(figure(Math.floor(minutes / 60)), figure(minutes % 60));
}

/** The same to the second, however long. */
export function durationExactly(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return duration(milliseconds);
  const hours = Math.floor(seconds / 3600);
  return words.hoursExactly(figure(hours), figure(Math.floor(seconds / 60) % 60), figure(seconds % 60));
}

/** The same for machines. @see https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#durations */
export function durationIso(milliseconds: number): string {
  return `PT${Math.round(milliseconds / 1000)}S`;
}

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

function yearIfAnother(at: Date, now: number): Intl.DateTimeFormatOptions {
  return at.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' };
}

/** `14:02` */
export function clock(at: number): string {
  return format({ timeStyle: 'short' }).format(at);
}

/** How many figures wide the time of day is in this language, so that a column of times stands straight. */
export function clockWidth(): number {
  return clock(new Date(2026, 10, 22, 22, 58).getTime()).length;
}

/** `3 March`, `3 Mar`; with the year where it is another one. */
export function date(at: number, now: number, month: 'long' | 'short'): string {
  return format({ day: 'numeric', month, ...yearIfAnother(new Date(at), now) }).format(at);
}

/** `today, 14:02`, `3 March`, `3 March 2025`. */
export function day(at: number, now: number): string {
  return sameDay(new Date(at), new Date(now)) ? words.today(clock(at)) : date(at, now, 'long');
}

/** `15:00` today, else the day: after a word like "until". */
export function clockOrDay(at: number, now: number): string {
  return sameDay(new Date(at), new Date(now)) ? clock(at) : date(at, now, 'long');
}

/** For tables: `today, 14:02`, `3 Mar`, `3 Mar 2025`. */
export function shortDay(at: number, now: number): string {
  return sameDay(new Date(at), new Date(now)) ? words.today(clock(at)) : date(at, now, 'short');
}

/** The latest moment that a date can have. @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_DATE = 8.64e15;

/** A moment to the second, with its time zone: `27 November 2026 at 14:03:12 CET`; `null`: no date can have it. */
export function moment(at: number): string | null {
  return Math.abs(at) <= LAST_DATE ? format({ dateStyle: 'long', timeStyle: 'long' }).format(at) : null;
}

/** A date that is a document's or far ahead, with its year: `27 December 2027`. */
export function fullDay(at: number): string {
  return format({ day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** The date with its weekday, above the lines of a day: `Saturday 21 November`. */
export function dayHead(at: number, now: number): string {
  return format({ weekday: 'long', day: 'numeric', month: 'long', ...yearIfAnother(new Date(at), now) }).format(at);
}

/** Noon of a day written `2026-11-22`, in the person's time zone: no clock change moves it to another day. */
export function noonOf(written: string): number {
  const [year = 1970, month = 1, dayNumber = 1] = written.split('-').map(Number);
  return new Date(year, month - 1, dayNumber, 12).getTime();
}

/** `November`, `November 2025`; the month is given as `2026-11`. */
export function monthName(month: string, now: number): string {
  const at = noonOf(month);
  return format({ month: 'long', ...yearIfAnother(new Date(at), now) }).format(at);
}

/** `22 November` of a month given as `2026-11`. */
export function dayOfMonth(month: string, dayNumber: number): string {
  return format({ day: 'numeric', month: 'long' }).format(noonOf(`${month}-${dayNumber}`));
}

/** `20 seconds ago` */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  return new Intl.RelativeTimeFormat(language()).format(-seconds, 'second');
}

/** `Jan`, `Mon` for the axes of charts. */
export function shortMonth(at: number): string {
  return format({ month: 'short' }).format(at);
}

export function shortWeekday(at: number): string {
  return format({ weekday: 'short' }).format(at);
}

/** A share, to the whole per cent: `75 %`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share / 100);
}

/** An amount in a currency by ISO 4217; one that is none, or is not said, is left as a bare figure. */
export function money(amount: number, currency: string | undefined): string {
  const plain = new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(amount);
  if (currency === undefined) return plain;
  if (!/^[a-z]{3}$/iu.test(currency)) return `${plain} ${currency}`;
  return new Intl.NumberFormat(language(), { style: 'currency', currency }).format(amount);
}
