import type { Expiry } from '#core/event.ts';

/** A stretch of time drawn as a bar: where things lie on it, in percent of its length. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Beginnings of years, for the scale: at most six. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;
const MOST_YEARS = 6;

/** The span that holds whole years from the first beginning to the last end; one that never ends reaches its edge. */
export function spanOf(lives: readonly { readonly since: number; readonly expires: Expiry }[], now: number): Span {
  const ends = lives.flatMap(({ expires }) => (typeof expires === 'number' ? [expires] : []));
  const first = new Date(Math.min(now, ...lives.map(({ since }) => since))).getFullYear();
  const last = new Date(Math.min(Math.max(now, ...ends), now + 10 * YEAR_MS)).getFullYear() + 1;
  const every = Math.ceil((last - first) / MOST_YEARS);
  const count = Math.ceil((last - first) / every);
  const years = Array.from({ length: count }, (_, index) => {
    const year = first + index * every;
    return { year, at: new Date(year, 0, 1).getTime() };
  });
  return { from: new Date(first, 0, 1).getTime(), to: new Date(last, 0, 1).getTime(), years };
}

/** Where a moment lies on the span, from 0 to 100. */
export function placeOn({ from, to }: Span, at: number): number {
  return Math.min(100, Math.max(0, (100 * (at - from)) / (to - from)));
}

/** When a number's bar ends: its expiry, the span's edge for one that never ends, today for one of the session. */
export function endOn(span: Span, expires: Expiry, now: number): number {
  if (expires === 'never') return span.to;
  return expires === 'session' ? now : expires;
}
