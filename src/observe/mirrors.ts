import type { Arrival, Telling } from '#core/event.ts';

/** What a request tells, and by which request it left. */
export interface SentTelling {
  readonly telling: Telling;
  /** What makes each of its events the same when it is told again, in their order; `null`: nothing tells. */
  readonly onces: readonly (string | null)[];
  /** Host and path it went to. */
  readonly place: string;
  /** The browser's id of the request, which is the same through its redirects; `null`: it was a message into a socket. */
  readonly request: string | null;
  readonly arrival: Arrival;
  readonly at: number;
}

/** Events that vendors are told twice, at two of their hosts or at two doors of one. */
export interface Mirrors {
  /** What is told without what was told already, `null` where nothing is left; to be asked once of each request. */
  readonly once: (sent: SentTelling) => Telling | null;
}

/** Where an event was told, and whether it got there. */
type Before = Omit<SentTelling, 'telling' | 'onces'>;

/** Both copies leave within so many ms. */
const TOGETHER = 60_000;
/** The latest are remembered. */
const MOST = 500;

/** Whether it was told at another of the vendor's doors, or on the way of a redirect, and got there as surely as now. */
function isMirror(before: Before, now: Before): boolean {
  if (now.at - before.at > TOGETHER || (before.arrival === 'unknown' && now.arrival === 'answered')) return false;
  return before.place !== now.place || (before.request !== null && before.request === now.request);
}

/**
 * Nothing was told yet. What never left mirrors nothing; and what leaves for the same door once more is tried again, or is
 * another event that the vendor takes for the same: each is a request that its receiver has.
 */
export function noMirrors(): Mirrors {
  const seen = new Map<string, Before>();
  const isNews = (key: string, now: Before): boolean => {
    const before = seen.get(key);
    if (before !== undefined && isMirror(before, now)) return false;
    seen.delete(key);
    seen.set(key, now);
    for (const oldest of seen.keys()) if (seen.size > MOST) seen.delete(oldest);
    return true;
  };
  return {
    once: ({ telling, onces, ...now }) => {
      if (now.arrival === 'never') return telling;
      const news = onces.map((key) => key === null || isNews(key, now));
      const left = news.filter(Boolean).length;
      if (left === onces.length) return telling;
      if (left === 0) return null;
      return { ...telling, events: telling.events.filter((_, at) => news[at]), count: left };
    },
  };
}
