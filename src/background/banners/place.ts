import { storeOfTab } from '#browser/cookies.ts';
import type { FramePlace } from '#browser/inject.ts';
import { type Sender, sendToFrame } from '#browser/messaging.ts';
import { type Domain, domainOf } from '#core/site.ts';
import type { ForBanner } from '#messages/banner.ts';

/** Where a message comes from, as far as a web page in a tab can be there. */
export interface Place extends FramePlace {
  readonly domain: Domain;
  readonly url: string;
  readonly frameUrl: string;
  readonly store: string;
}

export function placeOf(sender: Sender): Place | undefined {
  const { tabId, frameId, url: frameUrl } = sender;
  const url = frameId === 0 ? frameUrl : sender.tabUrl;
  const domain = url === null ? undefined : domainOf(url);
  if (tabId === null || url === null || frameUrl === null || domain === undefined) return undefined;
  return { tabId, frameId, domain, url, frameUrl, store: storeOfTab(sender) };
}

type ForBannerSaid = ForBanner extends infer One ? (One extends ForBanner ? Omit<One, 'from'> : never) : never;

/** Tells the banner script in a frame. */
export async function say({ tabId, frameId }: FramePlace, said: ForBannerSaid): Promise<void> {
  await sendToFrame(tabId, frameId, { from: 'background', ...said });
}
