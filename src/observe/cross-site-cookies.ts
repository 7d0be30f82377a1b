import type { KeyedStorage } from '#browser/storage.ts';
import type { CookieRules } from '#core/carried.ts';

const KEY = 'cross-site-cookies/';

/** Whether the browser lets cookies cross sites, by store: what frames found out, else what browsers do by default. */
export interface CrossSiteCookies {
  readonly rules: (store: string) => CookieRules;
  readonly learn: (store: string, allowed: boolean) => void;
}

/** Begins with what this browser session has learned already. */
export function learnCrossSiteCookies(
  storage: KeyedStorage,
  defaults: (store: string) => CookieRules,
): CrossSiteCookies {
  const learned = new Map<string, boolean>();
  const recall = async (): Promise<void> => {
    for (const [key, allowed] of await storage.under(KEY)) learned.set(key.slice(KEY.length), allowed === true);
  };
  recall().catch(globalThis.reportError);
  return {
    rules: (store) => ({
      ...defaults(store),
      thirdPartyCookies: learned.get(store) ?? defaults(store).thirdPartyCookies,
    }),
    learn: (store, allowed) => {
      if (learned.get(store) === allowed) return;
      learned.set(store, allowed);
      storage.set({ [KEY + store]: allowed }).catch(globalThis.reportError);
    },
  };
}
