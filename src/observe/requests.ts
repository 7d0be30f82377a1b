import type { SeenRequest } from '#browser/requests.ts';
import { carriedCookies, sendsCookies } from '#core/carried.ts';
import type { Carried, LedgerEvent } from '#core/event.ts';
import { hostOf, identifierKey } from '#core/identifier.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOf, domainOfHost, parseUrl, siteOf } from '#core/site.ts';
import { addressOf } from '#decode/address.ts';
import { findInAddress } from '#decode/in-address.ts';
import { report } from './cookies.ts';
import { seenEvent, sightingOf } from './sighting.ts';
import type { Watching } from './watching.ts';

/** A request began: which numbers it carries, and to whom. Call as the browser tells it. */
export function observeRequest(watching: Watching, seen: SeenRequest): void {
  void watching.queue.add(async () => {
    const request = await inContext(watching, seen);
    if (request === null) return;
    await watching.jar.ready;
    const asked = domainOf(request.url);
    if (asked !== undefined) watching.recent.noteRequest(asked, request.topDomain, watching.now());
    watching.take(await eventsOf(watching, request, { credentials: sendsCookies(request) })).catch(report);
  });
}

/** A script asked across origins with cookies, which the browser tells nobody but the page. */
export function observeAskedWithCookies(watching: Watching, request: WebRequest): void {
  void watching.queue.add(async () => {
    await watching.jar.ready;
    watching.take(await eventsOf(watching, request, { credentials: true, cookiesOnly: true })).catch(report);
  });
}

/** What a request means by where it comes from; `null` where that cannot be told, or may be private. */
async function inContext(watching: Watching, seen: SeenRequest): Promise<WebRequest | null> {
  const context = await watching.tabs.of(seen.tab);
  // Without a tab nobody says whether a private window asked.
  if (context === null && seen.private === null && watching.tabs.anyPrivate()) return null;
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
    inCrossSiteFrame: seen.inFrame && initiator !== topSite,
  };
}

/** The address of the page a request belongs to: the page it opens, the page itself that asks, or the page in the tab. */
async function topOf({ tabs }: Watching, seen: SeenRequest): Promise<string | null> {
  if (seen.resource === 'main_frame') return seen.url;
  return seen.inFrame || seen.initiator === null ? await tabs.addressOf(seen.tab) : seen.initiator;
}

async function eventsOf(
  watching: Watching,
  request: WebRequest,
  how: { readonly credentials: boolean; readonly cookiesOnly?: boolean },
): Promise<readonly LedgerEvent[]> {
  const recipient = domainOf(request.url);
  const address = addressOf(request.url);
  if (recipient === undefined || address === null) return [];
  const seen = how.credentials ? await carriedByCookie(watching, request) : [];
  const found = how.cookiesOnly === true ? [] : await carriedInAddress(watching, request);
  const carried = [...seen.map(({ sighting }) => byCookie(sighting.identifier)), ...found];
  const base = { id: watching.newId(), at: watching.now(), domain: request.topDomain, store: request.store };
  if (carried.length === 0) {
    return recipient === request.topDomain || how.cookiesOnly === true
      ? []
      : [{ ...base, type: 'asked-without', recipient }];
  }
  const sent: LedgerEvent = {
    ...base,
    type: 'request-carried',
    tab: request.tab,
    recipient,
    method: request.method,
    resource: request.resource,
    address,
    carried,
  };
  return [...seen.filter(({ news }) => news), sent];
}

function byCookie(identifier: Carried['identifier']): Carried {
  return { identifier, as: 'cookie', parameter: null };
}

/** A cookie that is carried before it was seen being set was there already. */
const UNSEEN = { how: 'found' } as const;

type SeenNumber = Extract<LedgerEvent, { type: 'number-seen' }> & { readonly news: boolean };

/** The numbers in the cookies a request carries; a number is news on a site where it was not seen before. */
async function carriedByCookie(watching: Watching, request: WebRequest): Promise<readonly SeenNumber[]> {
  const asked = parseUrl(request.url);
  if (asked === undefined) return [];
  const now = watching.now();
  const domain = request.topDomain;
  const jar = watching.jar.ofDomain(domainOfHost(asked.hostname));
  const numbers: SeenNumber[] = [];
  for (const cookie of carriedCookies(request, jar, watching.rules(request.store))) {
    if (cookie.expires !== null && cookie.expires <= now) continue;
    const sighting = sightingOf(cookie, { domain, now, setBy: UNSEEN });
    if (sighting.verdict.kind !== 'random-id') continue;
    const event = seenEvent(sighting, { id: watching.newId(), at: now, domain });
    if (event.type !== 'number-seen') continue;
    numbers.push({ ...event, news: await watching.known.note(event) });
  }
  return numbers;
}

/** The site's numbers that stand in clear in the address of a request to somebody else. */
async function carriedInAddress(watching: Watching, request: WebRequest): Promise<readonly Carried[]> {
  const recipient = domainOf(request.url);
  if (request.resource === 'main_frame') return [];
  const known = (await watching.known.ofDomain(request.topDomain)).filter(
    ({ identifier }) => identifier.store === request.store && domainOfHost(hostOf(identifier)) !== recipient,
  );
  if (known.length === 0) return [];
  const found = findInAddress(
    request.url,
    known.map(({ number }) => number),
  );
  const carried = found.flatMap(({ token, parameter }) =>
    known
      .filter(({ number }) => number === token)
      .map(({ identifier }): Carried => ({ identifier, as: 'address', parameter })),
  );
  return [...new Map(carried.map((one) => [identifierKey(one.identifier), one])).values()];
}
