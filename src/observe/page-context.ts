import { storeOfTab, storeWithoutTab } from '#browser/cookies.ts';
import type { Sender } from '#browser/messaging.ts';

/** Where what a page's watcher tells came from. */
export interface PageContext {
  readonly tab: number;
  readonly store: string;
}

/** Nobody's tab: for what is found in the journal after its page is gone. */
export const NO_TAB = -1;

/** The tab and store of a page that speaks. Its last words may come when its tab is gone: then the page itself says which. */
export function contextOf(sender: Sender, isPrivate: boolean): PageContext {
  if (sender.tabId === null) return { tab: NO_TAB, store: storeWithoutTab(isPrivate) };
  return { tab: sender.tabId, store: storeOfTab(sender) };
}
