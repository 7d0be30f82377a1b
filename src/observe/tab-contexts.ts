import type { Tab } from '#browser/tabs.ts';

/** What a tab draws from: its cookie store, and whether it is in a private window. */
export interface TabContext {
  readonly store: string;
  readonly private: boolean;
}

export interface TabContexts {
  /** `null` for a tab that is gone, or none: then nobody can tell whether it was private. */
  readonly of: (tab: number) => Promise<TabContext | null>;
  /** The address of the page in a tab now. */
  readonly addressOf: (tab: number) => Promise<string | null>;
  readonly forget: (tab: number) => void;
  /** Whether any private window is open now. */
  readonly anyPrivate: () => Promise<boolean>;
}

/** What the browser is asked. */
export interface AskTabs {
  readonly getTab: (id: number) => Promise<Tab | null>;
  /** Every window's visible tab. */
  readonly visibleTabs: () => Promise<readonly Tab[]>;
  readonly storeOf: (tab: Tab) => string;
}

/** Asks the browser once for each tab: a tab never changes its store. Its address does, so that is asked each time. */
export function rememberTabs({ getTab, visibleTabs, storeOf }: AskTabs): TabContexts {
  const known = new Map<number, TabContext>();
  return {
    of: async (id) => {
      const kept = known.get(id);
      if (kept !== undefined || id < 0) return kept ?? null;
      const tab = await getTab(id);
      if (tab === null) return null;
      const context = { store: storeOf(tab), private: tab.private };
      known.set(id, context);
      return context;
    },
    addressOf: async (id) => (id < 0 ? null : ((await getTab(id))?.url ?? null)),
    forget: (id) => known.delete(id),
    anyPrivate: async () => (await visibleTabs()).some((tab) => tab.private),
  };
}
