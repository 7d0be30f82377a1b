import type { Reading } from '#core/hit.ts';

/** Events that vendors are told twice, at two of their hosts. */
export interface Mirrors {
  /** The reading without what was told already; to be asked once of each request. */
  readonly once: (reading: Reading, at: number) => Reading;
}

/** Both copies leave within so many ms. */
const TOGETHER = 60_000;
/** The latest are remembered. */
const MOST = 500;

/** Nothing was told yet. */
export function noMirrors(): Mirrors {
  const seen = new Map<string, number>();
  const isFirst = (key: string, at: number): boolean => {
    const before = seen.get(key);
    seen.delete(key);
    seen.set(key, at);
    for (const oldest of seen.keys()) if (seen.size > MOST) seen.delete(oldest);
    return before === undefined || at - before > TOGETHER;
  };
  return {
    once: (reading, at) => {
      if (reading.type !== 'hit') return reading;
      const events = reading.events.filter(({ once }) => once === null || isFirst(once, at));
      if (events.length === reading.events.length) return reading;
      return events.length === 0 ? { type: 'nothing', limits: [] } : { ...reading, events };
    },
  };
}
