import type { SeenRequest } from '#browser/requests.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOf, siteOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import type { Watching } from './watching.ts';

/** What a request means by where it comes from; `null` where that cannot be told, or may be private. */
export async function inContext(watching: Watching, seen: SeenRequest): Promise<WebRequest | null> {
  const context = await watching.tabs.of(seen.tab);
  // Without a tab nobody says whether a private window asked.
  if (context === null && seen.private === null && (await watching.tabs.anyPrivate())) return null;
  const store = seen.store ?? context?.store ?? (seen.tab < 0 ? '0' : null);
  const top = await topOf(watching, seen);
  const topSite = top === null ? undefined : siteOf(top);
  const topDomain = top === null ? undefined : domainOf(top);
  if (store === null || topSite === undefined || topDomain === undefined) return null;
  const initiator = seen.initiator === null ? null : (siteOf(seen.initiator) ?? null);
  return {
    url: seen.url,
    method: seen.method,
    resource: seen.resource,
    at: seen.at,
    tab: seen.tab,
    store,
    topSite,
    topDomain,
    initiator,
    initiatorOrigin: seen.initiator === null ? null : (parseUrl(seen.initiator)?.origin ?? null),
    ...(seen.referrer !== null && { referrer: seen.referrer }),
    inCrossSiteFrame: seen.inFrame && initiator !== topSite,
  };
}

/** The address of the page a request belongs to: the page it opens, the page itself that asks, or the page in the tab. */
async function topOf({ tabs }: Watching, seen: SeenRequest): Promise<string | null> {
  if (seen.resource === 'main_frame') return seen.url;
  return seen.inFrame || seen.initiator === null ? await tabs.addressOf(seen.tab) : seen.initiator;
}
