import type { KeyedStorage } from '#browser/storage.ts';
import type { CookieRules } from '#core/carried.ts';
import type { Domain } from '#core/site.ts';

const KEY = 'cross-site-cookies/';

/** A page's site, and another one that it asks. */
export interface Crossing {
  readonly store: string;
  readonly top: Domain;
  readonly asked: Domain;
}

/**
 * Whether the browser lets cookies cross sites: what a frame of that very site found out on that page's site (browsers
 * make exceptions for pairs); else, where any frame was refused, no; else what browsers do by default.
 */
export interface CrossSiteCookies {
  readonly rules: (crossing: Crossing) => CookieRules;
  readonly learn: (crossing: Crossing, allowed: boolean) => void;
}

function keyOf({ store, top, asked }: Crossing): string {
  return `${store}|${top}|${asked}`;
}

/** Begins with what this browser session has learned already. */
export function learnCrossSiteCookies(
  storage: KeyedStorage,
  defaults: (store: string) => CookieRules,
): CrossSiteCookies {
  const learned = new Map<string, boolean>();
  const refused = new Set<string>();
  const note = (key: string, allowed: boolean): void => {
    learned.set(key, allowed);
    if (!allowed) refused.add(key.slice(0, key.indexOf('|')));
  };
  const recall = async (): Promise<void> => {
    for (const [key, allowed] of await storage.under(KEY)) note(key.slice(KEY.length), allowed === true);
  };
  recall().catch(globalThis.reportError);
  return {
    rules: (crossing) => {
      const byDefault = defaults(crossing.store);
      const usual = byDefault.thirdPartyCookies && !refused.has(crossing.store);
      return { ...byDefault, thirdPartyCookies: learned.get(keyOf(crossing)) ?? usual };
    },
    learn: (crossing, allowed) => {
      const key = keyOf(crossing);
      if (learned.get(key) === allowed) return;
      note(key, allowed);
      storage.set({ [KEY + key]: allowed }).catch(globalThis.reportError);
    },
  };
}
