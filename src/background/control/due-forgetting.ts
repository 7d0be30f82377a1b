import type { KeyedStorage } from '#browser/storage.ts';
import type { Domain } from '#core/site.ts';

const KEY = 'forget-when-opened';

/** Sites whose numbers in web storage are to be taken out when a page of theirs opens next. */
export interface DueForgetting {
  readonly all: () => Promise<readonly Domain[]>;
  /** Resolves once the page scripts know. */
  readonly add: (domain: Domain) => Promise<void>;
  /** A page of a site opened, so what was due there is done. */
  readonly opened: (domain: Domain) => Promise<void>;
  /** Nothing is due there any longer; `null`: nowhere. */
  readonly drop: (domain: Domain | null) => Promise<void>;
}

/** Kept on disk: a reset may become due long before its site is opened again. */
export function keepDueForgetting(storage: KeyedStorage, refresh: () => Promise<void>): DueForgetting {
  const all = async (): Promise<readonly Domain[]> => {
    const kept = await storage.get(KEY);
    return Array.isArray(kept) ? kept.filter((domain): domain is Domain => typeof domain === 'string') : [];
  };
  const keep = async (domains: readonly Domain[]): Promise<void> => {
    if (domains.length === 0) await storage.remove([KEY]);
    else await storage.set({ [KEY]: domains });
  };
  return {
    all,
    add: async (domain) => {
      await keep([...new Set([...(await all()), domain])]);
      await refresh();
    },
    opened: async (domain) => {
      const due = await all();
      if (!due.includes(domain)) return;
      await keep(due.filter((other) => other !== domain));
      await refresh();
    },
    drop: async (domain) => {
      await keep(domain === null ? [] : (await all()).filter((other) => other !== domain));
    },
  };
}
