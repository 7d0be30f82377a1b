import type { WebRequest } from '#core/request.ts';
import { domainOf, domainOfHost } from '#core/site.ts';
import { findInAddress } from '#decode/in-address.ts';
import { report, seenOn } from './cookies.ts';
import type { Watching } from './watching.ts';

/**
 * Notes which values that may be numbers a request hands to somebody else in its address. What also stands in the
 * address of the page itself is no secret of the cookie's.
 */
export async function noticeSentOn(watching: Watching, request: WebRequest): Promise<void> {
  const { topDomain, store, tab, url } = request;
  const recipient = domainOf(url);
  const able = watching.unsure
    .of(topDomain)
    .filter(({ cookie: { identifier } }) => identifier.store === store && domainOfHost(identifier.host) !== recipient);
  if (recipient === undefined || able.length === 0) return;
  const numbers = able.map(({ number }) => number);
  const found = new Set(findInAddress(url, numbers).map(({ token }) => token));
  if (found.size === 0) return;
  const own = new Set(findInAddress((await watching.tabs.addressOf(tab)) ?? '', numbers).map(({ token }) => token));
  for (const { cookie, number } of able) {
    if (!found.has(number) || own.has(number)) continue;
    watching.unsure.drop(topDomain, cookie);
    await watching.notice(cookie.identifier, topDomain, { sentTo: recipient });
    const seen = await seenOn(watching, cookie, { sites: [topDomain], since: watching.now() });
    watching.take(seen).catch(report);
  }
}
