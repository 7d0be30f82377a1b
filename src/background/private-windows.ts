import type { Tab } from '#browser/tabs.ts';

/** Follows tabs as they come and go. */
export interface PrivateWindows {
  readonly opened: (tab: number) => void;
  /** Does what is to be done if no private window is left. */
  readonly closed: () => Promise<void>;
}

/**
 * Tells when private browsing ended: the last private window is closed, though another may be opened before the browser
 * has said which tabs there are. That one begins anew.
 */
export function followPrivateWindows({
  allTabs,
  ended,
}: {
  readonly allTabs: () => Promise<readonly Tab[]>;
  readonly ended: () => Promise<void>;
}): PrivateWindows {
  /** For each question that is under way, the tabs opened since the tab was closed that it is about. */
  const asking = new Set<Set<number>>();
  return {
    opened: (tab) => {
      for (const since of asking) since.add(tab);
    },
    closed: async () => {
      const since = new Set<number>();
      asking.add(since);
      try {
        const left = (await allTabs()).some((tab) => tab.private && !since.has(tab.id));
        if (!left) await ended();
      } finally {
        asking.delete(since);
      }
    },
  };
}
