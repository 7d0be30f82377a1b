import type { BackgroundMessage } from '@duckduckgo/autoconsent';
import { storeOfTab } from '#browser/cookies.ts';
import { type FramePlace, runFunction } from '#browser/inject.ts';
import { type Sender, sendToFrame } from '#browser/messaging.ts';
import { type KeyedStorage, onDisk } from '#browser/storage.ts';
import { type BannerMode, bannerModeOf } from '#core/banner.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { LedgerEvent } from '#core/event.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { outcomeOf } from '#consent/receipt.ts';
import type { Answered } from '#core/receipt.ts';
import type { BannerMessage, ForBanner, HeardMessage } from '#messages/banner.ts';
import { readBannerSettings } from '#store/banners.ts';
import { ENGINE_CONFIG, rulesFor, snippetOf } from './engine.ts';
import { lookBack } from './look-back.ts';

/** A banner that was met in a tab, kept in memory while it is answered. */
interface Met {
  readonly domain: Domain;
  readonly url: string;
  readonly store: string;
  readonly frameId: number;
  readonly cmp: string;
  readonly mode: BannerMode;
  readonly before: readonly ConsentRecord[];
  readonly at: number;
  /** Whether anything came of it yet. */
  readonly over: boolean;
}

/** What answering banners needs. */
export interface BannerGround {
  /** Kept in memory for as long as the browser runs. */
  readonly inMemory: KeyedStorage;
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** A banner that was answered and stands there again within so many ms is not answered again. */
const AGAIN = 600_000;
/** What a site stores after the last press, in ms: looked for so often, as long as nothing has changed. */
const STORES = { every: 250, most: 8 };

function keyOf(tab: number): string {
  return `banner/${tab}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms));
}

/** Where a message comes from, as far as a web page in a tab can be there. */
interface Place extends FramePlace {
  readonly domain: Domain;
  readonly url: string;
  readonly frameUrl: string;
  readonly store: string;
}

function placeOf(sender: Sender): Place | undefined {
  const { tabId, frameId, url: frameUrl } = sender;
  const url = frameId === 0 ? frameUrl : sender.tabUrl;
  const domain = url === null ? undefined : domainOf(url);
  if (tabId === null || url === null || frameUrl === null || domain === undefined) return undefined;
  return { tabId, frameId, domain, url, frameUrl, store: storeOfTab(sender) };
}

async function say({ tabId, frameId }: FramePlace, message: BackgroundMessage): Promise<void> {
  await sendToFrame(tabId, frameId, { from: 'background', type: 'banner', message } satisfies ForBanner);
}

/** Looks what is stored, for as long as nothing has changed yet. */
async function lookAfter(place: Place, before: readonly ConsentRecord[]): Promise<readonly ConsentRecord[]> {
  const known = JSON.stringify(before);
  for (let time = 0; ; time += 1) {
    const after = await lookBack(place, place);
    if (time >= STORES.most || JSON.stringify(after) !== known) return after;
    await pause(STORES.every);
  }
}

/** When a banner in a tab was answered by us last, or is being answered: ms since the epoch; `null`: none was. */
export async function answeredAt({ inMemory, now }: BannerGround, tab: number): Promise<number | null> {
  const met = (await inMemory.get(keyOf(tab))) as Met | undefined;
  if (met === undefined || met.mode === 'tell' || met.mode === 'leave') return null;
  return met.over ? met.at : now();
}

/** Hears what the engine finds in pages, and has it answer as the person chose: once, and then looks what was stored. */
export function answerBanners(
  ground: BannerGround,
): (told: BannerMessage, sender: Sender) => Promise<unknown> | undefined {
  const { inMemory, take, now, newId } = ground;

  const told = async (
    { mode, cmp, before, domain, store }: Met,
    answered: Answered,
    { clicks = 0, after = before }: { readonly clicks?: number; readonly after?: readonly ConsentRecord[] } = {},
  ): Promise<void> => {
    const [id, at, wanted] = [newId(), now(), { is: mode }];
    const outcome = outcomeOf({ wanted, answered, before, after });
    const cosmetic = answered.type === 'hidden';
    const receipt = { id, at, store, by: 'known-as', wanted, cmp, clicks, cosmetic, before, after, outcome } as const;
    await take([{ id, at, domain, store, type: 'banner', receipt }]);
  };
  const keep = async (tab: number, met: Met): Promise<void> => await inMemory.set({ [keyOf(tab)]: met });
  const metIn = async (tab: number): Promise<Met | undefined> => (await inMemory.get(keyOf(tab))) as Met | undefined;

  const found = async (place: Place, cmp: string): Promise<void> => {
    const mode = bannerModeOf(await readBannerSettings(onDisk), place.domain);
    if (mode === 'leave') return;
    const last = await metIn(place.tabId);
    const isAgain = last?.domain === place.domain && last.mode === 'refuse' && now() - last.at < AGAIN;
    if (isAgain && !last.over) return;
    const { domain, url, store, frameId } = place;
    const before = await lookBack(place, place);
    const met: Met = { domain, url, store, frameId, cmp, mode, before, at: now(), over: false };
    if (mode === 'tell' || isAgain) {
      await keep(place.tabId, { ...met, over: true });
      await told(met, mode === 'tell' ? { type: 'left' } : { type: 'failed', why: 'stood-again' });
      return;
    }
    await keep(place.tabId, met);
    await say(place, { type: 'optOut' });
  };
  const ended = async (
    place: Place,
    { isCosmetic, clicks, done }: { readonly isCosmetic: boolean; readonly clicks: number; readonly done: boolean },
  ): Promise<void> => {
    const met = await metIn(place.tabId);
    if (met === undefined || met.over || met.domain !== place.domain) return;
    await keep(place.tabId, { ...met, at: now(), over: true });
    if (!done) return await told(met, { type: 'failed', why: 'press-failed' }, { clicks });
    if (isCosmetic) return await told(met, { type: 'hidden' }, { clicks });
    const after = await lookAfter(place, met.before);
    await told(met, { type: 'clicked' }, { clicks, after });
  };
  const hear = async (message: HeardMessage, place: Place): Promise<void> => {
    switch (message.type) {
      case 'init': {
        const mode = bannerModeOf(await readBannerSettings(onDisk), place.domain);
        if (mode === 'leave') return;
        const rules = rulesFor(place.frameUrl, place.frameId === 0);
        return await say(place, { type: 'initResp', rules, config: ENGINE_CONFIG });
      }
      case 'eval': {
        const run = snippetOf(message.snippetId);
        const result = run === undefined ? false : await runFunction(place, 'page', run, []);
        return await say(place, { type: 'evalResp', id: message.id, result: result ?? false });
      }
      case 'popupFound':
        return await found(place, message.cmp);
      case 'optOutResult':
        return message.result ? undefined : await ended(place, { isCosmetic: false, clicks: 0, done: false });
      case 'autoconsentDone':
        return await ended(place, { isCosmetic: message.isCosmetic, clicks: message.totalClicks, done: true });
    }
  };
  return ({ message }, sender) => {
    const place = placeOf(sender);
    return place === undefined ? undefined : hear(message, place).then(() => true);
  };
}
