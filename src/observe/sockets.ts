/** Web sockets that pages opened, as the browser told of them. */
export interface Sockets {
  readonly opened: (tab: number, url: string) => void;
  /** Whether a page in this tab opened a socket to there: what it says it sent may be so. */
  readonly isOpen: (tab: number, url: string) => boolean;
}

/** The latest are remembered. */
const MOST = 500;

/** None was opened yet. */
export function noSockets(): Sockets {
  const open = new Set<string>();
  return {
    opened: (tab, url) => {
      const key = `${tab} ${url}`;
      open.delete(key);
      open.add(key);
      for (const oldest of open) if (open.size > MOST) open.delete(oldest);
    },
    isOpen: (tab, url) => open.has(`${tab} ${url}`),
  };
}
