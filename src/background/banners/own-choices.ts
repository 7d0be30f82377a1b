import { runFunction } from '#browser/inject.ts';
import { sendToFrames, type Sender } from '#browser/messaging.ts';
import { isPrivateStore, storeOfTab } from '#browser/cookies.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import { allTabs } from '#browser/tabs.ts';
import { declaredIn } from '#consent/declared.ts';
import { outcomeOf } from '#consent/receipt.ts';
import { domainMatches } from '#core/carried.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { CookieChange } from '#core/cookie.ts';
import type { LedgerEvent } from '#core/event.ts';
import { parsePress, type Press } from '#core/press.ts';
import type { BannerWish, Receipt } from '#core/receipt.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import type { Declared } from '#core/visit.ts';
import type { LastPress, WatcherMessage } from '#messages/watch.ts';
import { type Queue, startQueue } from '#observe/queue.ts';
import { noneBorn } from './born-choices.ts';
import { changeOf, isNameOfChoice, isOfThisVisit, rememberChoices } from './known-choices.ts';
import { lookBack, showsOrigin } from './look-back.ts';
import { tableRows } from './table-rows.ts';
import { within } from './within.ts';

/** What is needed to see what a person chooses themselves, and what a site stores without anybody's choice. */
export interface ChoicesGround {
  /** Kept in memory for as long as the browser runs. */
  readonly inMemory: KeyedStorage;
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  /** When a banner in a tab was met or answered by us last: ms since the epoch; `null`: it was not. */
  readonly answeredAt: (tab: number) => Promise<number | null>;
  readonly isGpcOn: (domain: Domain) => Promise<boolean>;
  readonly later: (ms: number, run: () => void) => void;
  readonly now: () => number;
  readonly newId: () => string;
  readonly failed: (error: unknown) => void;
}

/** Sees what the person chooses themselves. */
export interface OwnChoices {
  /** A page's watcher spoke. */
  readonly hear: (message: WatcherMessage, sender: Sender) => void;
  /** A cookie changed. */
  readonly cookie: (change: CookieChange) => void;
  /** A tab was closed. */
  readonly closed: (tab: number) => void;
  /** Forgets a site, or all (`null`). */
  readonly forget: (domain: Domain | null) => Promise<void>;
  readonly endPrivate: () => Promise<void>;
}

/** A page in a tab, where something may have been chosen. */
interface Place {
  readonly tabId: number;
  readonly frameId: 0;
  readonly domain: Domain;
  readonly url: string;
  readonly origin: string;
  readonly store: string;
}

/** When a page is looked at after something in it, in ms: a program stores at once, or once its window has faded. */
const AFTER_WRITE = 300;
const AFTER_PRESS = [300, 1200, 3000];
/** A page may store what it likes as often as it likes: so many looks at a tab, within so many ms. */
const MOST = { looks: 20, within: 60_000 };
/** What is stored later than this after a press was not stored because of it, in ms. */
const BY_PRESS = 5000;
/** What is stored so long after our own answer is its consequence, in ms. */
const BY_US = 5000;

/** A page that has not answered within so many ms does not answer. */
const PATIENCE = 1500;

const WISHES: Readonly<Record<NonNullable<Press['means']>, BannerWish | null>> = {
  accept: { is: 'accept' },
  refuse: { is: 'refuse' },
  choose: null,
};

async function declaredBy(place: Place): Promise<readonly Declared[]> {
  return declaredIn((await within(PATIENCE, runFunction(place, 'own', tableRows, [200, 8]))) ?? []);
}

function originOf(url: string): string {
  return parseUrl(url)?.origin ?? url;
}

/** The place of a message from a page's top frame or a frame in it. */
function placeOf(sender: Sender): Place | null {
  const url = sender.frameId === 0 ? sender.url : sender.tabUrl;
  const domain = url === null ? undefined : domainOf(url);
  if (sender.tabId === null || url === null || domain === undefined) return null;
  return { tabId: sender.tabId, frameId: 0, domain, url, origin: originOf(url), store: storeOfTab(sender) };
}

/** Tabs that show a page to which a cookie belongs. */
async function placesOf({ cookie: { identifier } }: CookieChange): Promise<readonly Place[]> {
  return (await allTabs()).flatMap(({ id: tabId, url, private: isPrivate, store: named }) => {
    const domain = url === null ? undefined : domainOf(url);
    if (url === null || domain === undefined || !domainMatches(parseUrl(url)?.hostname ?? '', identifier)) return [];
    const store = storeOfTab({ private: isPrivate, store: named });
    return store === identifier.store ? [{ tabId, frameId: 0, domain, url, origin: originOf(url), store }] : [];
  });
}

/** What a press led to, in each tab: what is stored a little later still belongs to it. */
interface Led {
  readonly id: string;
  /** When it was stored first. */
  readonly at: number;
  readonly pressedAt: number;
  readonly before: readonly ConsentRecord[];
}

/** Watches what sites store of a choice: by a press of the person's own, or by nobody's. */
export function watchOwnChoices(ground: ChoicesGround): OwnChoices {
  const { take, answeredAt, isGpcOn, later, now, newId, failed } = ground;
  const choices = rememberChoices(ground.inMemory);
  const presses = new Map<number, Press>();
  const led = new Map<number, Led>();
  const looks = new Map<number, readonly number[]>();
  const due = new Map<number, number>();
  const born = noneBorn(now);
  /** One look at a tab after the other: each is compared with the one before. */
  const turns = new Map<number, Queue>();
  const turnsOf = (tab: number): Queue => {
    const queue = turns.get(tab) ?? startQueue();
    turns.set(tab, queue);
    return queue;
  };

  /** The last press in a tab: told, where it was on one of a banner's buttons; else asked for. */
  const lastPress = async (tab: number, since: number): Promise<Press | null> => {
    const told = presses.get(tab);
    if (told !== undefined && told.at >= since) return told;
    return parsePress(await sendToFrames(tab, { from: 'background', type: 'last-press', since } satisfies LastPress));
  };
  /** The receipt of a press. What is stored in several steps after one press is one choice. */
  const receiptOf = (
    place: Place,
    press: Press,
    known: readonly ConsentRecord[],
    after: readonly ConsentRecord[],
  ): Receipt => {
    const last = led.get(place.tabId);
    const isSame = last?.pressedAt === press.at;
    const { id, at, before } = isSame ? last : { id: newId(), at: now(), before: known };
    led.set(place.tabId, { id, at, before, pressedAt: press.at });
    const wanted = press.means === null ? null : WISHES[press.means];
    return {
      id,
      at,
      store: place.store,
      by: 'person',
      wanted,
      cmp: after.find((record) => record.cmp.name !== null)?.cmp.name ?? null,
      clicks: 1,
      cosmetic: false,
      before,
      after,
      outcome: outcomeOf({ wanted, answered: { type: 'clicked' }, before, after }),
      ...(press.label !== null && { pressed: press.label }),
      pressedAt: press.at,
    };
  };
  const tellOfPress = async (
    place: Place,
    press: Press,
    [known, after]: readonly [readonly ConsentRecord[], readonly ConsentRecord[]],
  ): Promise<void> => {
    const { domain, store } = place;
    const receipt = receiptOf(place, press, known, after);
    const declared = await declaredBy(place);
    const told = declared.length > 0 && { declared };
    await take([{ id: receipt.id, at: receipt.at, domain, store, type: 'banner', receipt, ...told }]);
  };
  /** Looks what is stored now, and tells what became of a choice since. `waited`: for as long as a press is waited for. */
  const look = async (place: Place, since: number, waited: boolean): Promise<void> => {
    const { tabId, domain, store, url } = place;
    const after = await lookBack(place, place);
    // Gone to another site meanwhile: what was read is not all of it.
    if (isOver(store, since) || !(await showsOrigin(tabId, url))) return;
    const known = await choices.of(place);
    await choices.note(place, { records: after, at: now() });
    if (known === null) return;
    const change = changeOf(known.records, after);
    if (change === 'same' && !waited) return;
    const ours = await answeredAt(tabId);
    if (ours !== null && since - ours < BY_US) return;
    const press = await lastPress(tabId, since - BY_PRESS);
    if (change === 'same') {
      // A banner was answered, and what is stored stays as it was: that is what came of it.
      const isAnswer = press !== null && press.ofBanner && press.means !== null && press.means !== 'choose';
      if (isAnswer && led.get(tabId)?.pressedAt !== press.at) await tellOfPress(place, press, [after, after]);
      return;
    }
    if (press !== null) return await tellOfPress(place, press, [known.records, after]);
    if (change === 'text') return;
    const declared = await declaredBy(place);
    const told = declared.length > 0 && { declared };
    await take([{ id: newId(), at: now(), domain, store, type: 'choice-stored', records: after, ...told }]);
  };
  /** When the last private window was closed: what is still under way of it is dropped. */
  let privateEnded = 0;
  const isOver = (store: string, since: number): boolean => isPrivateStore(store) && since <= privateEnded;
  const isTooOften = (tab: number): boolean => {
    const lately = (looks.get(tab) ?? []).filter((at) => now() - at < MOST.within);
    if (lately.length < MOST.looks) looks.set(tab, [...lately, now()]);
    return lately.length >= MOST.looks;
  };
  const lookLater = (place: Place, wait: number, waited: boolean): void => {
    const since = now();
    if (isTooOften(place.tabId)) return;
    due.set(place.tabId, since + wait);
    later(
      wait,
      () =>
        void turnsOf(place.tabId)
          .add(async () => await look(place, since, waited))
          .catch(failed),
    );
  };
  /** Has a page looked at after something was written there: once for all that is until then. */
  const lookAfterWrite = (place: Place): void => {
    const waiting = due.get(place.tabId) ?? 0;
    if (waiting <= now() || waiting > now() + AFTER_WRITE) lookLater(place, AFTER_WRITE, false);
  };
  /** Has it looked at after a press, several times: the last time, nothing more is waited for. */
  const lookAfterPress = (place: Place): void => {
    for (const wait of AFTER_PRESS) lookLater(place, wait, wait === AFTER_PRESS.at(-1));
  };
  /** A page was opened: what stands there as a visit begins was chosen before it, but for what only just came. */
  const opened = async (place: Place, gpc: boolean): Promise<void> => {
    const { domain, store, tabId, url } = place;
    if (gpc || (await isGpcOn(domain))) await take([{ id: newId(), at: now(), domain, store, type: 'gpc-sent' }]);
    const known = await choices.of(place);
    if (known !== null && isOfThisVisit(known, now())) return await choices.note(place, { at: now() });
    const begun = now();
    const records = await lookBack(place, place);
    if (isOver(store, begun) || !(await showsOrigin(tabId, url))) return;
    await choices.note(place, { records, at: now() });
    const found = records.filter((record) => !born.holds(record, domain, store));
    const shared = { at: now(), domain, store };
    await take([
      ...(found.length > 0 ? [{ ...shared, id: newId(), type: 'choice-found', records: found } as const] : []),
      ...(found.length < records.length ? [{ ...shared, id: newId(), type: 'choice-stored', records } as const] : []),
    ]);
  };
  /** Hosts whose tabs are being looked for: a page may write its cookie a thousand times. */
  const looking = new Set<string>();
  const cookieOfChoice = async (change: CookieChange): Promise<void> => {
    const { store, host } = change.cookie.identifier;
    const key = `${store} ${host}`;
    if (looking.has(key)) return;
    looking.add(key);
    try {
      const [place] = await placesOf(change);
      if (place !== undefined) lookAfterWrite(place);
    } finally {
      looking.delete(key);
    }
  };

  return {
    hear: (message, sender) => {
      const place = placeOf(sender);
      if (place === null) return;
      if (message.type === 'page-opened' && message.how === 'load' && sender.frameId === 0) {
        turnsOf(place.tabId)
          .add(async () => await opened(place, message.gpc === true))
          .catch(failed);
      }
      if (message.type === 'pressed') {
        presses.set(place.tabId, message.press);
        lookAfterPress(place);
      }
      if (message.type === 'wrote' && message.writes.some(({ name }) => isNameOfChoice(name))) {
        lookAfterWrite(place);
      }
    },
    cookie: (change) => {
      if (born.note(change)) cookieOfChoice(change).catch(failed);
    },
    closed: (tab) => {
      for (const kept of [presses, led, looks, due, turns]) kept.delete(tab);
    },
    forget: async (domain) => await choices.forgetWhere((known) => domain === null || known.domain === domain),
    endPrivate: async () => {
      privateEnded = now();
      await choices.forgetWhere(({ store }) => isPrivateStore(store));
    },
  };
}
