import { runFunction } from '#browser/inject.ts';
import { sendToFrames, type Sender } from '#browser/messaging.ts';
import { isPrivateStore } from '#browser/cookies.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import { declaredIn } from '#consent/declared.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { CookieChange } from '#core/cookie.ts';
import type { LedgerEvent } from '#core/event.ts';
import { parsePress, type Press } from '#core/press.ts';
import type { Domain } from '#core/site.ts';
import type { Declared } from '#core/visit.ts';
import type { LastPress, WatcherMessage } from '#messages/watch.ts';
import { within } from '../within.ts';
import { noneBorn } from './born-choices.ts';
import { changeOf, isNameOfChoice, isOfThisVisit, rememberChoices } from './known-choices.ts';
import { readBack, showsOrigin } from './look-back.ts';
import { type Look, planLooks } from './looks.ts';
import { type ChoicePage, pageOf, pageWith } from './page.ts';
import { receiptsOfPresses } from './receipt-of-press.ts';
import { tableRows } from './table-rows.ts';

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

/** What is stored later than this after a press was not stored because of it, in ms. */
const BY_PRESS = 5000;
/** What is stored so long after our own answer is its consequence, in ms. */
const BY_US = 5000;

/** A page that has not answered within so many ms does not answer. */
const PATIENCE = 1500;

/** How long a page says that it keeps what, as far as it does. */
async function declaredBy(page: ChoicePage): Promise<{ readonly declared?: readonly Declared[] }> {
  const declared = declaredIn((await within(PATIENCE, runFunction(page, 'own', tableRows, [200, 8]))) ?? []);
  return declared.length > 0 ? { declared } : {};
}

/** Watches what sites store of a choice: by a press of the person's own, or by nobody's. */
export function watchOwnChoices(ground: ChoicesGround): OwnChoices {
  const { take, answeredAt, isGpcOn, now, newId, failed } = ground;
  const choices = rememberChoices(ground.inMemory);
  const receipts = receiptsOfPresses(ground);
  const presses = new Map<number, Press>();
  const born = noneBorn(now);
  /** When the last private window was closed: what is still under way of it is dropped. */
  let privateEnded = 0;

  /** What a page has stored now; `null`: it went on to another meanwhile, and what was read is not all of it. */
  const storedIn = async (page: ChoicePage, since: number): Promise<readonly ConsentRecord[] | null> => {
    const { records, isWhole } = await readBack(page, page);
    const isOver = isPrivateStore(page.store) && since <= privateEnded;
    return isOver || !isWhole ? null : records;
  };
  /** The last press in a tab: told, where it was on one of a banner's buttons; else asked for. */
  const lastPress = async (tab: number, since: number): Promise<Press | null> => {
    const told = presses.get(tab);
    if (told !== undefined && told.at >= since) return told;
    return parsePress(await sendToFrames(tab, { from: 'background', type: 'last-press', since } satisfies LastPress));
  };
  const tellOfPress = async (
    page: ChoicePage,
    press: Press,
    stored: { readonly before: readonly ConsentRecord[]; readonly after: readonly ConsentRecord[] },
  ): Promise<void> => {
    const { domain, store } = page;
    const receipt = receipts.of(page, press, stored);
    const declared = await declaredBy(page);
    await take([{ id: receipt.id, at: receipt.at, domain, store, type: 'banner', receipt, ...declared }]);
  };
  /** Looks what is stored now, and tells what became of a choice since. */
  const look = async (page: ChoicePage, { since, last }: Look): Promise<void> => {
    const { tabId, domain, store } = page;
    const after = await storedIn(page, since);
    if (after === null) return await lookAnew(page, last);
    const known = await choices.of(page);
    await choices.note(page, { records: after, at: now() });
    if (known === null) return;
    const change = changeOf(known.records, after);
    if (change === 'same' && !last) return;
    const ours = await answeredAt(tabId);
    if (ours !== null && since - ours < BY_US) return;
    const press = await lastPress(tabId, since - BY_PRESS);
    if (change === 'same') {
      // A banner was answered, and what is stored stays as it was: that is what came of it.
      const isAnswer = press !== null && press.ofBanner && press.means !== null && press.means !== 'choose';
      if (isAnswer && !receipts.has(tabId, press)) await tellOfPress(page, press, { before: after, after });
      return;
    }
    if (press !== null) return await tellOfPress(page, press, { before: known.records, after });
    if (change === 'text') return;
    const declared = await declaredBy(page);
    await take([{ id: newId(), at: now(), domain, store, type: 'choice-stored', records: after, ...declared }]);
  };
  const looks = planLooks({ ...ground, look });
  /** A look that came between two pages of the site is made once more. */
  const lookAnew = async (page: ChoicePage, last: boolean): Promise<void> => {
    if (await showsOrigin(page.tabId, page.url)) looks.anew(page, last);
  };
  /** A page was opened: what stands there as a visit begins was chosen before it, but for what only just came. */
  const opened = async (page: ChoicePage, gpc: boolean): Promise<void> => {
    const { domain, store } = page;
    if (gpc || (await isGpcOn(domain))) await take([{ id: newId(), at: now(), domain, store, type: 'gpc-sent' }]);
    const known = await choices.of(page);
    if (known !== null && isOfThisVisit(known, now())) return await choices.note(page, { at: now() });
    const records = await storedIn(page, now());
    if (records === null) return;
    await choices.note(page, { records, at: now() });
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
      const page = await pageWith(change);
      if (page !== undefined) looks.afterWrite(page);
    } finally {
      looking.delete(key);
    }
  };

  return {
    hear: (message, sender) => {
      const page = pageOf(sender);
      if (page === undefined) return;
      if (message.type === 'page-opened' && message.how === 'load' && sender.frameId === 0) {
        looks.inTurn(page.tabId, async () => await opened(page, message.gpc === true));
      }
      if (message.type === 'pressed') {
        presses.set(page.tabId, message.press);
        looks.afterPress(page);
      }
      if (message.type === 'wrote' && message.writes.some(({ name }) => isNameOfChoice(name))) looks.afterWrite(page);
    },
    cookie: (change) => {
      if (born.note(change)) cookieOfChoice(change).catch(failed);
    },
    closed: (tab) => {
      presses.delete(tab);
      looks.closed(tab);
      receipts.closed(tab);
    },
    forget: async (domain) => await choices.forgetWhere((known) => domain === null || known.domain === domain),
    endPrivate: async () => {
      privateEnded = now();
      await choices.forgetWhere(({ store }) => isPrivateStore(store));
    },
  };
}
