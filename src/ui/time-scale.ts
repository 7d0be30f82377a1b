/** How times of a visit are laid out along a line. */
export interface TimeScale {
  /** Where a time stands, from 0 (the first page) to 1 (what was seen last); times are ms since the visit began. */
  readonly place: (ms: number) => number;
  /** Times to be written below, in ms. */
  readonly ticks: readonly number[];
}

const SECOND = 1000;
/** A visit of up to so many ms is laid out evenly; a longer one with its beginning drawn out, where most happens. */
const EVEN = 30 * SECOND;
const STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200].map((seconds) => seconds * SECOND);
/** So far apart ticks stand, as a share of the line. */
const APART = 0.16;

/** Ticks with room between them, from the first; the end has one always. */
function spaced(ticks: readonly number[], place: (ms: number) => number): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || (place(tick) - place(last) >= APART && 1 - place(tick) >= APART)) kept.push(tick);
  }
  return kept;
}

/** The scale of a visit that lasted so many ms. */
export function timeScale(length: number): TimeScale {
  const whole = Math.max(length, SECOND);
  const share =
    whole <= EVEN ? (ms: number) => ms / whole : (ms: number) => Math.log1p(ms / SECOND) / Math.log1p(whole / SECOND);
  const place = (ms: number): number => Math.min(1, share(Math.max(0, ms)));
  const step = STEPS.find((one) => whole / one <= 5) ?? whole;
  const even = Array.from({ length: Math.ceil(whole / step) }, (_, index) => index * step);
  const ticks = spaced(whole <= EVEN ? even : [0, ...STEPS.filter((one) => one < whole)], place);
  return { place, ticks: [...ticks, whole] };
}

/** Moves places, in their order, apart from one another by at least `apart`, and none beyond `end`. */
export function movedApart(places: readonly number[], apart: number, end: number): readonly number[] {
  const moved: number[] = [];
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? -Infinity) + apart));
  for (let index = moved.length - 1, limit = end; index >= 0 && (moved[index] ?? 0) > limit; index -= 1) {
    moved[index] = limit;
    limit -= apart;
  }
  return moved;
}
