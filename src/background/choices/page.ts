import { storeOfTab } from '#browser/cookies.ts';
import type { FramePlace } from '#browser/inject.ts';
import type { Sender } from '#browser/messaging.ts';
import { allTabs } from '#browser/tabs.ts';
import { domainMatches } from '#core/carried.ts';
import type { CookieChange } from '#core/cookie.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';

/** A page in a tab, where something may have been chosen. */
export interface ChoicePage extends FramePlace {
  readonly frameId: 0;
  readonly domain: Domain;
  readonly url: string;
  readonly origin: string;
  readonly store: string;
}

function pageIn(tabId: number, url: string | null, store: string): ChoicePage | undefined {
  const domain = url === null ? undefined : domainOf(url);
  if (url === null || domain === undefined) return undefined;
  return { tabId, frameId: 0, domain, url, origin: parseUrl(url)?.origin ?? url, store };
}

/** The page that a message comes from, or in a frame of which. */
export function pageOf(sender: Sender): ChoicePage | undefined {
  const { tabId, frameId } = sender;
  if (tabId === null) return undefined;
  return pageIn(tabId, frameId === 0 ? sender.url : sender.tabUrl, storeOfTab(sender));
}

/** An open page to which a cookie belongs. */
export async function pageWith({ cookie: { identifier } }: CookieChange): Promise<ChoicePage | undefined> {
  for (const tab of await allTabs()) {
    const page = pageIn(tab.id, tab.url, storeOfTab(tab));
    const isIts = page !== undefined && domainMatches(parseUrl(page.url)?.hostname ?? '', identifier);
    if (isIts && page.store === identifier.store) return page;
  }
  return undefined;
}
