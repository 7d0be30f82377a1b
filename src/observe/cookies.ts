import type { Cookie, CookieChange } from '#core/cookie.ts';
import type { LedgerEvent, SetBy } from '#core/event.ts';
import { identifierKey } from '#core/identifier.ts';
import { type Domain, domainOf, domainOfHost } from '#core/site.ts';
import { noticeBirth, waitsForRequest } from './births.ts';
import { seenEvent, sightingOf, UNKNOWN } from './sighting.ts';
import { watchUnsure } from './watch-unsure.ts';
import type { Watching } from './watching.ts';
import type { Seen } from './withholding.ts';

/** A cookie changed: on which sites that was, and what it says. Call as the browser tells it. */
export function observeCookieChange(watching: Watching, change: CookieChange): void {
  const { jar, queue } = watching;
  jar.told(change);
  const since = watching.now();
  void queue.add(async () => {
    await jar.ready;
    jar.apply(change);
    const events = change.removed ? goneEvents(watching, change) : await addedEvents(watching, change.cookie, since);
    // Not awaited: the next change need not wait for the disk.
    watching.take(events).catch(report);
  });
}

/** The ledger's own failures are shown where a developer looks; the next event is not stopped by them. */
export function report(error: unknown): void {
  globalThis.reportError(error);
}

function goneEvents(watching: Watching, { cookie, cause }: CookieChange): readonly LedgerEvent[] {
  if (cause === 'overwrite') return [];
  const { identifier } = cookie;
  watching.known.forget(identifier);
  return [
    {
      type: 'number-gone',
      id: watching.newId(),
      at: watching.now(),
      domain: domainOfHost(identifier.host),
      store: identifier.store,
      identifier,
      cause: cause === 'expired' || cause === 'evicted' ? cause : 'removed',
    },
  ];
}

/** What a cookie that was stored at `since` means on the sites it came on. */
async function addedEvents(watching: Watching, cookie: Cookie, since: number): Promise<readonly LedgerEvent[]> {
  const late = await waitsForRequest(watching, cookie, since);
  if (late === 0) return await explainedEvents(watching, cookie, since);
  // What may not be kept need not wait: a login among it was noticed in its answer, which the browser held up for us.
  const on = sitesOf(watching, cookie, watching.now()) ?? [domainOfHost(cookie.identifier.host)];
  if (await watching.withholding.stored(cookie, await seenAt(watching, cookie, on), since)) return [];
  // The jar does not wait with it: requests go by what is in there.
  watching.waiting.add(cookie);
  watching.later(late, async () => {
    watching.waiting.delete(cookie);
    // Of a value that was replaced meanwhile its successor tells.
    if (watching.jar.has(identifierKey(cookie.identifier)) && !watching.jar.holds(cookie)) return;
    const events = await explainedEvents(watching, cookie, since);
    watching.take(andGone(watching, cookie, events)).catch(report);
  });
  return [];
}

async function explainedEvents(watching: Watching, cookie: Cookie, since: number): Promise<readonly LedgerEvent[]> {
  const sites = sitesOf(watching, cookie, watching.now());
  await noticeBirth(watching, cookie, { sites, since });
  if (sites !== null) return await seenOn(watching, cookie, { sites, since });
  const own = domainOfHost(cookie.identifier.host);
  // What its own site may not keep need not wait.
  if (await watching.withholding.stored(cookie, await seenAt(watching, cookie, [own]), since)) return [];
  await watching.unexplained.wait(own, async (top) => {
    watching.take(await seenLate(watching, cookie, { sites: [top ?? own], since })).catch(report);
  });
  return [];
}

/** As `seenOn`; the cookie may be gone again by now. */
async function seenLate(
  watching: Watching,
  cookie: Cookie,
  on: { readonly sites: readonly Domain[]; readonly since: number },
): Promise<readonly LedgerEvent[]> {
  return andGone(watching, cookie, await seenOn(watching, cookie, on));
}

/** What came of a cookie that may be gone again since. */
function andGone(watching: Watching, cookie: Cookie, events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  if (watching.jar.has(identifierKey(cookie.identifier))) return events;
  return [...events, ...goneEvents(watching, { cookie, removed: true, cause: 'explicit' })];
}

async function seenAt(watching: Watching, cookie: Cookie, sites: readonly Domain[]): Promise<readonly Seen[]> {
  const now = watching.now();
  const about = await watching.aboutOf(cookie.identifier);
  return sites.map((domain) => {
    const setBy = setByOf(watching, cookie, { domain, now });
    return { domain, sighting: sightingOf(cookie, { domain, now, setBy, about }) };
  });
}

/** A number that is not to be kept is none of the site's numbers: what came of it is told by whoever dealt with it. */
export async function seenOn(
  watching: Watching,
  cookie: Cookie,
  { sites, since }: { readonly sites: readonly Domain[]; readonly since: number },
): Promise<readonly LedgerEvent[]> {
  const seen = await seenAt(watching, cookie, sites);
  if (await watching.withholding.stored(cookie, seen, since)) return [];
  const at = watching.now();
  const events: LedgerEvent[] = [];
  for (const { domain, sighting } of seen) {
    await watchUnsure(watching, { cookie, domain, verdict: sighting.verdict });
    const event = seenEvent(sighting, { id: watching.newId(), at, domain });
    await watching.known.note(event);
    events.push({ ...event, askedAt: Math.floor(watching.recent.navigationOf(domain)) });
  }
  return events;
}

/**
 * The sites a cookie was set on. The browser does not say: a partition names its site; else it was a page that asked the
 * cookie's host just now; else a page of the host's own site, where one was seen. `null`: nobody was seen asking.
 */
function sitesOf({ recent }: Watching, { identifier }: Cookie, now: number): readonly Domain[] | null {
  const own = domainOfHost(identifier.host);
  if (identifier.partition !== null) return [domainOf(identifier.partition.topLevelSite) ?? own];
  const tops = recent.topsOf(own, now);
  if (tops.length > 0) return tops;
  return recent.navigationOf(own) > 0 ? [own] : null;
}

/** Who set it: no script can set an HttpOnly cookie; a script that was seen writing it; else, we infer, a response. */
function setByOf(
  { recent }: Watching,
  cookie: Cookie,
  { domain, now }: { readonly domain: Domain; readonly now: number },
): SetBy {
  if (cookie.httpOnly) return { how: 'response', basis: 'stated' };
  return recent.writerOf(domain, cookie.identifier.name, now) ?? { how: 'response', basis: 'inferred' };
}

/** Takes in what was there before us, with nothing made up about its past. */
export async function takeInFound(watching: Watching): Promise<void> {
  await watching.queue.add(async () => {
    await watching.jar.ready;
    const now = watching.now();
    const events = [...watching.jar.all()].map((cookie) => {
      const { identifier } = cookie;
      const own = domainOfHost(identifier.host);
      const domain = identifier.partition === null ? own : (domainOf(identifier.partition.topLevelSite) ?? own);
      const sighting = sightingOf(cookie, { domain, now, setBy: { how: 'found' }, about: UNKNOWN });
      return seenEvent(sighting, { id: watching.newId(), at: now, domain });
    });
    await watching.take(events);
  });
}
