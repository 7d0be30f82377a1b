import type { Sender } from '#browser/messaging.ts';
import { corrected } from '#core/correction.ts';
import type { LedgerEvent, Sighting } from '#core/event.ts';
import { identifierKey, type PartitionKey, type StorageArea, type StorageIdentifier } from '#core/identifier.ts';
import { SOCKET_MESSAGE, type WebRequest } from '#core/request.ts';
import { type Site, domainOf, siteOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import type { Verdict } from '#core/verdict.ts';
import type { Crossing } from './cross-site-cookies.ts';
import type { HeldAnswer, HeldItem, StoredItem, WatcherMessage } from '#messages/watch.ts';
import { contextOf } from './page-context.ts';
import { pageEvents } from './pages.ts';
import { observeAskedWithCookies, observeSocketMessage } from './requests.ts';
import { takeBirthsBack } from './take-births-back.ts';
import type { Watching } from './watching.ts';
import { wholeFrom } from './whole.ts';
import type { Document } from './withholding.ts';

/** A page's watcher spoke. Resolves to `true` once what it must not lose is kept; for what is held, to what may be kept. */
export async function observeWatcher(
  watching: Watching,
  message: WatcherMessage,
  sender: Sender,
): Promise<true | HeldAnswer> {
  const place = placeOf(sender, message.private);
  switch (message.type) {
    case 'page-opened':
      if (message.how === 'load' && place !== null) watching.withholding.opened(place.domain);
      await watching.take(pageEvents(message, contextOf(sender, message.private)));
      return true;
    case 'time-spent':
      await watching.take(pageEvents(message, contextOf(sender, message.private)));
      return true;
    case 'stored':
      if (place !== null) await storedInPage(watching, message, place);
      return true;
    case 'wrote':
      if (place !== null) await wrote(watching, message.writes, place);
      return true;
    case 'asked-with-cookies':
      if (place !== null)
        for (const asked of message.asked)
          observeAskedWithCookies(watching, requestOf(place, { ...asked, resource: 'xmlhttprequest' }));
      return true;
    case 'sent':
      sentAlong(watching, message, { tab: sender.tabId, place });
      return true;
    case 'held':
      return place === null ? { keep: [] } : await heldInPage(watching, message.items, place);
    case 'forgotten':
      if (place !== null) await watching.withholding.forgotten(message.items, place);
      return true;
    case 'pressed':
      // It counts only beside what the site stores of a choice, which is looked for elsewhere.
      return true;
    case 'typing':
      if (sender.tabId !== null) watching.people.typing(sender.tabId, watching.now());
      return true;
    case 'password-typed': {
      const site = sender.url === null ? undefined : domainOf(sender.url);
      if (site !== undefined && sender.tabId !== null) watching.signIns.typed(sender.tabId, site, watching.now());
      return true;
    }
    case 'given':
      if (place !== null) await given(watching, message, place);
      return true;
    case 'cross-site-cookies':
      if (place !== null) watching.crossSite.learn(crossingOf(place), message.allowed);
      return true;
  }
}

/** What a person gave in a form: of where it goes, or whose frame it stands in, another domain than the site's is told. */
async function given(
  watching: Watching,
  { id, how, kinds, target, emails, phones, private: isPrivate }: Extract<WatcherMessage, { type: 'given' }>,
  { domain, store, origin }: Place,
): Promise<void> {
  const at = watching.now();
  const contacts = [
    ...emails.map((text) => ({ what: 'email', text }) as const),
    ...phones.map((text) => ({ what: 'phone', text }) as const),
  ];
  if (contacts.length > 0)
    await watching.people.note({ store, domain, private: isPrivate, at, submitted: how !== 'left', contacts });
  const to = (target === null ? undefined : domainOf(target)) ?? domainOf(origin);
  const other = to === undefined || to === domain ? null : to;
  await watching.take([{ id, at, domain, store, type: 'given', how, kinds, target: other }]);
}

/** The page in the tab, and the document that spoke. */
interface Place extends Document {
  readonly topSite: Site;
  readonly site: Site;
}

function placeOf(sender: Sender, isPrivate: boolean): Place | null {
  const top = sender.frameId === 0 ? sender.url : sender.tabUrl;
  const url = sender.url === null ? undefined : parseUrl(sender.url);
  if (top === null || url === undefined) return null;
  const [domain, topSite, site] = [domainOf(top), siteOf(top), siteOf(url.href)];
  if (domain === undefined || topSite === undefined || site === undefined) return null;
  return { ...contextOf(sender, isPrivate), domain, topSite, url: url.href, origin: url.origin, site };
}

function crossingOf({ store, domain, origin }: Place): Crossing {
  return { store, top: domain, asked: domainOf(origin) ?? domain };
}

/** What may be kept is stored by the watcher, which no guard sees: so its script is noted here. */
async function heldInPage(watching: Watching, items: readonly HeldItem[], place: Place): Promise<HeldAnswer> {
  const answer = await watching.withholding.held(items, place);
  const at = watching.now();
  for (const index of answer.keep) {
    const item = items[index];
    if (item !== undefined) watching.recent.noteWrite({ domain: place.domain, ...item }, at);
  }
  return answer;
}

async function storedInPage(
  watching: Watching,
  { items, keys }: Extract<WatcherMessage, { type: 'stored' }>,
  place: Place,
): Promise<void> {
  const events: LedgerEvent[] = [];
  for (const item of items) {
    const event = await seenInStorage(watching, item, place);
    const { domain, sighting } = event;
    // A number that is not to be kept is taken out again, and what came of it is told then.
    if (await watching.withholding.inStorage({ domain, sighting }, place)) continue;
    const told = await withWhole(event, item, place);
    if (told !== null) events.push(told);
  }
  for (const event of events) if (event.type === 'number-seen') await watching.known.note(event);
  if (keys !== null) events.push(...(await goneFromStorage(watching, keys, place)));
  await watching.take(events);
}

/** Numbers that were in the local storage of this very place and are there no longer. */
async function goneFromStorage(
  watching: Watching,
  keys: readonly string[],
  place: Place,
): Promise<readonly LedgerEvent[]> {
  const known = await watching.known.ofDomain(place.domain);
  const here = identifierKey(placeIn(place, 'local-storage', ''));
  const gone = known.flatMap(({ identifier }) =>
    identifier.area === 'local-storage' &&
    identifierKey({ ...identifier, key: '' }) === here &&
    !keys.includes(identifier.key)
      ? [identifier]
      : [],
  );
  return gone.map((identifier) => {
    watching.known.forget(identifier);
    const shared = { id: watching.newId(), at: watching.now(), domain: place.domain, store: place.store };
    return { ...shared, type: 'number-gone', identifier, cause: 'removed' };
  });
}

/** A key of web storage in a document, as an identifier. */
export function placeIn({ store, topSite, origin }: Document, area: StorageArea, key: string): StorageIdentifier {
  const partition: PartitionKey | null = siteOf(origin) === topSite ? null : { topLevelSite: topSite };
  return { area, store, partition, origin, key };
}

type SeenEvent = Extract<LedgerEvent, { type: 'number-seen' }>;

/** Only numbers leave the page: one that is a number by the person's word alone is asked for; `null`: it is gone. */
async function withWhole(event: SeenEvent, item: StoredItem, { tab }: Place): Promise<SeenEvent | null> {
  const { identifier, verdict } = event.sighting;
  const saidAlone = verdict.kind === 'random-id' && item.verdict.kind !== 'random-id';
  if (!saidAlone || identifier.area === 'cookie') return event;
  const whole = await wholeFrom(tab, identifier);
  return whole === null ? null : { ...event, sighting: { ...event.sighting, value: whole.value } };
}

/** The value as it is kept: of a number, all of it; of what is said to be none, nothing of the number that left the page. */
function keptValue({ value, verdict: judged }: StoredItem, verdict: Verdict): string {
  return judged.kind === 'random-id' && verdict.kind !== 'random-id' ? '' : value;
}

async function seenInStorage(watching: Watching, item: StoredItem, place: Place): Promise<SeenEvent> {
  const identifier = placeIn(place, item.area, item.key);
  const verdict = corrected(item.verdict, (await watching.aboutOf(identifier)).said);
  const at = watching.now();
  const party = domainOf(place.origin) === place.domain ? 'first' : 'third';
  const sighting: Sighting = {
    identifier,
    value: keptValue(item, verdict),
    verdict,
    party,
    // Only scripts write web storage; which one, the guard may have seen.
    setBy: watching.recent.writerOf(place.domain, item.key, at) ?? { how: 'script', script: null, basis: 'verified' },
    expires: item.area === 'session-storage' ? 'session' : 'never',
  };
  return { type: 'number-seen', id: watching.newId(), at, domain: place.domain, store: place.store, sighting };
}

/** The browser may have told of a cookie before the guard told who wrote it, so both orders are looked at. */
async function wrote(
  watching: Watching,
  writes: Extract<WatcherMessage, { type: 'wrote' }>['writes'],
  place: Place,
): Promise<void> {
  const at = watching.now();
  for (const write of writes) watching.recent.noteWrite({ domain: place.domain, ...write }, at);
  // A cookie that is being dealt with, and was not yet known to be a script's, reaches the ledger first.
  await watching.queue.add(async () => await takeBirthsBack(watching, writes, place));
  await watching.take(
    writes.map(({ name, script }) => ({
      type: 'number-set-by',
      id: watching.newId(),
      at,
      domain: place.domain,
      store: place.store,
      name,
      setBy: { how: 'script', script, basis: 'verified' },
    })),
  );
}

function requestOf(
  place: Place,
  asked: { readonly url: string; readonly method: string; readonly at: number; readonly resource: string },
): WebRequest {
  return {
    ...asked,
    tab: place.tab,
    store: place.store,
    topSite: place.topSite,
    topDomain: place.domain,
    initiator: place.site,
    initiatorOrigin: place.origin,
    inCrossSiteFrame: place.site !== place.topSite,
  };
}

/** A body that the browser does not show: of a request it tells of, or a message into a web socket. */
function sentAlong(
  watching: Watching,
  { url, method, body, at }: Extract<WatcherMessage, { type: 'sent' }>,
  { tab, place }: { readonly tab: number | null; readonly place: Place | null },
): void {
  const bytes = Uint8Array.from(body, (sign) => sign.charCodeAt(0));
  if (method !== SOCKET_MESSAGE) {
    if (tab !== null) watching.toldBodies.note({ tab, url, method }, bytes, at);
    return;
  }
  if (place !== null)
    observeSocketMessage(watching, requestOf(place, { url, method, at, resource: 'websocket' }), bytes);
}
