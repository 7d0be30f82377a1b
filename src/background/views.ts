import type { Line } from '#browser/messaging.ts';
import type { Domain } from '#core/site.ts';
import type { LedgerChanged } from '#messages/protocol.ts';

/** Views that are open and want news. */
export interface OpenViews {
  readonly opened: (line: Line) => void;
  readonly closed: (line: Line) => void;
  readonly changed: (domains: readonly Domain[] | null) => void;
}

/** Nobody is looking yet. */
export function keepOpenViews(): OpenViews {
  const lines = new Set<Line>();
  return {
    opened: (line) => lines.add(line),
    closed: (line) => lines.delete(line),
    changed: (domains) => {
      const news: LedgerChanged = { changed: domains };
      for (const line of lines) line.tell(news);
    },
  };
}
