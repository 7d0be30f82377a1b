/** The demo sites' clock: the machine's own, moved by an offset, so that months can pass in a test. */
export interface SiteClock {
  /** ms since the epoch, the offset added. */
  readonly now: () => number;
  /** Moves the clock by this many ms from the machine's own; 0 sets it right again. */
  readonly setOffset: (milliseconds: number) => void;
}

export function createClock(): SiteClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    setOffset: (milliseconds) => {
      offset = milliseconds;
    },
  };
}
