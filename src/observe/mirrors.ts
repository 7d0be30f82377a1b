import type { Arrival, Telling } from '#core/event.ts';

/** What a request tells, and what became of it. */
interface SentTelling {
  readonly telling: Telling;
  /** What makes each of its events the same when it is told again, in their order; `null`: nothing tells. */
  readonly onces: readonly (string | null)[];
  readonly arrival: Arrival;
  readonly at: number;
}

/** Events that vendors are told twice: at two of their hosts, or again because no answer came. */
export interface Mirrors {
  /** What is told without what was told already, `null` where nothing is left; to be asked once of each request. */
  readonly once: (sent: SentTelling) => Telling | null;
}

/** When an event was told, and whether it got there. */
type Before = Pick<SentTelling, 'arrival' | 'at'>;

/** Both copies leave within so many ms. */
const TOGETHER = 60_000;
/** The latest are remembered. */
const MOST = 500;

/** Nothing was told yet. What never left mirrors nothing, and what may have arrived does not hide what did. */
export function noMirrors(): Mirrors {
  const seen = new Map<string, Before>();
  const isNews = (key: string, now: Before): boolean => {
    const before = seen.get(key);
    const isKnown = before !== undefined && now.at - before.at <= TOGETHER;
    if (isKnown && (before.arrival === 'answered' || now.arrival === 'unknown')) return false;
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
