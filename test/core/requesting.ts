import type { CookieRules } from '#core/carried.ts';
import type { WebRequest } from '#core/request.ts';
import { type Domain, type Site, domainOf, siteOf } from '#core/site.ts';

/** Unpartitioned cookies cross sites, and a missing SameSite is Lax. */
export const CHROMIUM: CookieRules = { thirdPartyCookies: true, unspecifiedIsLax: true };
/** Cookies are kept apart by the page's site, and a missing SameSite is None. */
export const FIREFOX: CookieRules = { thirdPartyCookies: false, unspecifiedIsLax: false };
/** Nothing is held back by settings. */
export const OPEN: CookieRules = { thirdPartyCookies: true, unspecifiedIsLax: false };

export const SHOP = 'https://shop.example/';
export const PIXEL = 'https://metrics.example/pixel.gif';

interface Asking {
  /** The page in the tab. */
  readonly page?: string;
  readonly resource?: string;
  readonly method?: string;
  readonly initiator?: string | null;
  readonly inFrameOf?: string;
  readonly store?: string;
}

/** A request by a page of the shop, unless told otherwise. */
export function request(url: string, asking: Asking = {}): WebRequest {
  const { page = SHOP, resource = 'image', method = 'GET', inFrameOf, store = '0' } = asking;
  const initiator = asking.initiator === undefined ? (inFrameOf ?? page) : asking.initiator;
  const top = resource === 'main_frame' ? url : page;
  return {
    url,
    method,
    resource,
    at: 0,
    tab: 1,
    store,
    topSite: siteOf(top) ?? ('' as Site),
    topDomain: domainOf(top) ?? ('' as Domain),
    initiator: initiator === null ? null : (siteOf(initiator) ?? null),
    initiatorOrigin: initiator === null ? null : new URL(initiator).origin,
    inCrossSiteFrame: inFrameOf !== undefined && siteOf(inFrameOf) !== siteOf(page),
  };
}
