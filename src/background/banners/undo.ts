import { allCookies, putCookie, removeCookie, storeOfTab } from '#browser/cookies.ts';
import { runFunction } from '#browser/inject.ts';
import { allTabs, getTab, reloadTab, type Tab } from '#browser/tabs.ts';
import { domainMatches } from '#core/carried.ts';
import type { ConsentArea, ConsentRecord, ConsentText } from '#core/consent.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { BannerUndone, Receipt } from '#core/receipt.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import type { Ledger } from '#store/ledger.ts';
import { lookBack } from '../choices/look-back.ts';
import type { BannersMet } from './met.ts';

/** Shorter texts (`deny`) may stand somewhere else and mean something else. */
const TELLING = 16;

/** One text that an answer stored, and what stood in its place before; `null`: nothing. */
interface Stored {
  readonly area: ConsentArea;
  readonly name: string;
  readonly value: string;
  readonly before: string | null;
}

/** What an answer is taken back with. */
export interface UndoGround {
  readonly met: BannersMet;
  readonly ledgerOf: (tab: Tab) => Promise<Ledger>;
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  readonly now: () => number;
}

function placeIn({ area, name }: ConsentText): string {
  return `${area} ${name}`;
}

function textsIn(records: readonly ConsentRecord[]): ReadonlyMap<string, ConsentText> {
  return new Map(records.flatMap(({ texts }) => texts.map((text) => [placeIn(text), text] as const)));
}

/** What an answer stored: what stands there after and not before. */
export function storedBy({ before, after }: Pick<Receipt, 'before' | 'after'>): readonly Stored[] {
  const was = textsIn(before);
  return [...textsIn(after)].flatMap(([place, { area, name, value }]) => {
    const earlier = was.get(place)?.value ?? null;
    return earlier === value || area === 'live' || area === 'request' ? [] : [{ area, name, value, before: earlier }];
  });
}

/** Whether a stored value is one that the answer stored: in its place, or the same text in another. */
function isOf(stored: readonly Stored[], area: ConsentArea, name: string, value: string): Stored | undefined {
  const inPlace = stored.find((one) => one.area === area && one.name === name);
  return inPlace ?? stored.find((one) => one.value === value && value.length >= TELLING);
}

/** Puts web storage back as it was. Runs in the page's top frame, in our own world: it is sent as its text. */
function putBack(
  stored: readonly (readonly [area: string, name: string, value: string, before: string | null])[],
  telling: number,
): void {
  for (const [mark, storage] of [
    ['local-storage', localStorage],
    ['session-storage', sessionStorage],
  ] as const) {
    for (const name of Object.keys(storage)) {
      const value = storage.getItem(name) ?? '';
      const inPlace = stored.find(([area, key]) => area === mark && key === name);
      const found = inPlace ?? stored.find(([, , text]) => text === value && text.length >= telling);
      if (found === undefined) continue;
      const before = found === inPlace ? found[3] : null;
      if (before === null) storage.removeItem(name);
      else storage.setItem(name, before);
    }
  }
}

async function takeAway(tab: Tab, stored: readonly Stored[]): Promise<void> {
  const host = parseUrl(tab.url ?? '')?.hostname ?? '';
  const store = storeOfTab(tab);
  for (const cookie of await allCookies()) {
    const { identifier, value } = cookie;
    const found =
      identifier.store === store && domainMatches(host, identifier)
        ? isOf(stored, 'cookie', identifier.name, value)
        : undefined;
    if (found === undefined) continue;
    const before = found.area === 'cookie' && found.name === identifier.name ? found.before : null;
    await (before === null ? removeCookie(cookie) : putCookie({ ...cookie, value: before }));
  }
  const texts = stored.map(({ area, name, value, before }) => [area, name, value, before] as const);
  await runFunction({ tabId: tab.id, frameId: 0 }, 'own', putBack, [texts, TELLING]);
}

function showsSite(tab: Tab, domain: Domain): boolean {
  return tab.url !== null && domainOf(tab.url) === domain;
}

/** The tab to do it in: the one that was named, or any that shows the site outside private windows. */
async function tabFor(domain: Domain, tabId: number | null): Promise<Tab | undefined> {
  const tabs = tabId === null ? (await allTabs()).filter((tab) => !tab.private) : [await getTab(tabId)];
  return tabs.find((tab): tab is Tab => tab !== null && showsSite(tab, domain));
}

/**
 * Takes an answer back: what the site stored of it is taken away, what stood there before is put back, and the page is
 * loaded again, with its banners left alone for as long as the tab stays on the site. Said to be done only where a fresh
 * look no longer finds it.
 */
export async function undoBanner(
  { met, ledgerOf, take, now }: UndoGround,
  { domain, receipt: id, tabId }: { readonly domain: Domain; readonly receipt: string; readonly tabId: number | null },
): Promise<BannerUndone> {
  const tab = await tabFor(domain, tabId);
  if (tab === undefined) return 'not-open';
  const row = await (await ledgerOf(tab)).tables.get('receipts', id);
  const stored = row?.domain === domain ? storedBy(row.receipt) : [];
  if (row === undefined || row.receipt.undone !== undefined || stored.length === 0) return 'nothing-to-undo';
  if (row.receipt.store !== storeOfTab(tab)) return 'not-open';
  await met.leaveAlone(tab.id, { domain, at: now() });
  await takeAway(tab, stored);
  const left = await lookBack({ tabId: tab.id, frameId: 0 }, { url: tab.url ?? '', store: row.receipt.store });
  const found = textsIn(left);
  const isThere = stored.some((one) => found.get(placeIn(one))?.value === one.value);
  if (!isThere) {
    const { at, receipt } = row;
    const { store } = receipt;
    await take([{ id, at, domain, store, type: 'banner', receipt: { ...receipt, undone: now() } }]);
  }
  await reloadTab(tab.id);
  return isThere ? 'still-there' : 'undone';
}
