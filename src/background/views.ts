import type { Line } from '#browser/messaging.ts';
import type { Domain } from '#core/site.ts';
import type { LedgerChanged } from '#messages/protocol.ts';

/** Views that are open and want news. */
export interface OpenViews {
  readonly opened: (line: Line) => void;
  readonly closed: (line: Line) => void;
  readonly changed: (domains: readonly Domain[] | null) => void;
}

/** News within this time are told together, in ms: a view redraws as often as a person can read. */
const GATHER = 100;

/** Nobody is looking yet. */
export function keepOpenViews(): OpenViews {
  const lines = new Set<Line>();
  let gathered: Set<Domain> | 'any' | null = null;
  const tell = (): void => {
    const news: LedgerChanged = { changed: gathered === 'any' ? null : [...(gathered ?? [])] };
    gathered = null;
    for (const line of lines) line.tell(news);
  };
  return {
    opened: (line) => lines.add(line),
    closed: (line) => lines.delete(line),
    changed: (domains) => {
      if (lines.size === 0) return;
      if (gathered === null) setTimeout(tell, GATHER);
      if (domains === null || gathered === 'any') gathered = 'any';
      else gathered = new Set([...(gathered ?? []), ...domains]);
    },
  };
}
