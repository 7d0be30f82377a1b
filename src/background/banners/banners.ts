import type { FramePlace } from '#browser/inject.ts';
import { runFunction } from '#browser/inject.ts';
import type { Sender } from '#browser/messaging.ts';
import { onDisk } from '#browser/storage.ts';
import { type BannerChoice, bannerChoiceOf, wishOf } from '#core/banner.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Answered, BannerWish } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import { outcomeOf } from '#consent/receipt.ts';
import type { BannerMessage } from '#messages/banner.ts';
import { readBannerSettings } from '#store/banners.ts';
import { choosePurposes } from './choose-purposes.ts';
import { configFor, rulesFor, snippetOf } from './engine.ts';
import { lookBack } from '../choices/look-back.ts';
import type { BannersMet, Met } from './met.ts';
import { type Place, placeOf, say } from './place.ts';

/** What answering banners needs. */
export interface BannerGround {
  readonly met: BannersMet;
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** A banner that was answered and stands there again within so many ms is not answered again. */
const AGAIN = 600_000;
/** What a site stores after the last press, in ms: looked for so often, and for so long, while nothing has changed. */
const STORES = { every: 250, within: 3000 };
/** An answer that has not ended within so many ms is looked at as it is. */
const ENDS_WITHIN = 20_000;
/** Names that are no program's: of banners of nobody's, and of what asks to pay or to accept. */
const NO_PROGRAM = /^(?:HEURISTIC|pay-or-accept$)/u;

function pause(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms));
}

/** What a receipt's outcome is compared with: what was done in the place of what was wanted, where that could not be. */
function aimOf({ wanted, chosen, refusedInstead }: Met): BannerWish {
  if (refusedInstead) return { is: 'refuse' };
  return chosen === null ? wanted : { is: 'some', purposes: chosen };
}

function isSame(one: BannerWish, other: BannerWish): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function choiceOn(domain: Domain): Promise<BannerChoice> {
  return bannerChoiceOf(await readBannerSettings(onDisk), domain);
}

/** Hears what the engine finds in pages, and has it answer as the person chose: once, and then looks what was stored. */
export function answerBanners(
  ground: BannerGround,
): (told: BannerMessage, sender: Sender) => Promise<unknown> | undefined {
  const { met: mets, take, now, newId } = ground;
  /** What is being done about banners in each tab: one thing after the other. */
  const turns = new Map<number, Promise<unknown>>();

  const inTurn = async (tab: number, run: () => Promise<void>): Promise<void> => {
    const before = turns.get(tab);
    const turn = (async () => {
      await before?.catch(() => undefined);
      await run();
    })();
    turns.set(tab, turn);
    try {
      await turn;
    } finally {
      if (turns.get(tab) === turn) turns.delete(tab);
    }
  };
  /** Looks what is stored, until something has changed and stays as it is: a site may store one purpose after the other. */
  const lookAfter = async (
    place: FramePlace & Pick<Met, 'url' | 'store'>,
    before: readonly ConsentRecord[],
  ): Promise<readonly ConsentRecord[]> => {
    const [known, end] = [JSON.stringify(before), now() + STORES.within];
    for (let last = known; ;) {
      const after = await lookBack(place, place);
      const text = JSON.stringify(after);
      if (now() >= end || (text !== known && text === last)) return after;
      last = text;
      await pause(STORES.every);
    }
  };
  const told = async (
    met: Met,
    answered: Answered,
    { clicks = 0, after = met.before }: { readonly clicks?: number; readonly after?: readonly ConsentRecord[] } = {},
  ): Promise<void> => {
    const { wanted, before, domain, store, refusedInstead } = met;
    const [id, at] = [newId(), now()];
    const outcome = outcomeOf({ wanted: aimOf(met), answered, before, after });
    const cosmetic = answered.type === 'hidden';
    const cmp = NO_PROGRAM.test(met.cmp) ? null : met.cmp;
    const instead = refusedInstead ? ({ instead: 'refuse' } as const) : {};
    const receipt = { id, at, store, by: 'known-as', wanted, cmp, clicks, cosmetic, before, after, outcome } as const;
    await take([{ id, at, domain, store, type: 'banner', receipt: { ...receipt, ...instead } }]);
  };
  const over = async (tab: number, met: Met): Promise<void> => await mets.keep(tab, { ...met, at: now(), over: true });

  /** The answer did not tell how it ended: what the site stored tells it, or nothing does. */
  const endUntold = async (tab: number, met: Met, why: 'did-not-end' | 'page-gone'): Promise<void> => {
    await over(tab, met);
    const place = { ...met, tabId: tab };
    const after = why === 'page-gone' ? await lookAfter(place, met.before) : await lookBack(place, place);
    const isStored = JSON.stringify(after) !== JSON.stringify(met.before);
    await told(met, isStored ? { type: 'clicked' } : { type: 'failed', why }, { after });
  };
  const answer = async (place: Place, met: Met): Promise<void> => {
    const { tabId } = place;
    await mets.keep(tabId, met);
    await say({ tabId, frameId: 0 }, { type: 'scrolling', step: 'note' });
    const endIfStillOpen = async (): Promise<void> => {
      const still = await mets.in(tabId);
      if (still !== undefined && !still.over && still.at === met.at) await endUntold(tabId, still, 'did-not-end');
    };
    setTimeout(() => void inTurn(tabId, endIfStillOpen).catch(globalThis.reportError), ENDS_WITHIN);
    const { wanted } = met;
    if (wanted.is === 'some' && wanted.purposes.length > 0) {
      const chosen = await choosePurposes(place, wanted);
      await mets.keep(tabId, { ...met, chosen, refusedInstead: chosen === null });
      if (chosen !== null) return await ended(place, { isCosmetic: false, clicks: 0, done: true });
    }
    await say(place, { type: 'banner', message: { type: wanted.is === 'accept' ? 'optIn' : 'optOut' } });
  };
  const found = async (place: Place, cmp: string, payOrAccept: boolean): Promise<void> => {
    const { domain, url, store, frameId, tabId } = place;
    const wanted = wishOf(await choiceOn(domain));
    if (wanted.is === 'leave' || (await mets.leftAlone(tabId))?.domain === domain) return;
    const last = await mets.in(tabId);
    const isAgain = last?.domain === domain && last.answers && isSame(last.wanted, wanted) && now() - last.at < AGAIN;
    if (isAgain && !last.over) return;
    const before = await lookBack(place, place);
    const answers = wanted.is !== 'tell' && !payOrAccept;
    const at = now();
    const nothingYet = { chosen: null, refusedInstead: false, over: false };
    const met: Met = { domain, url, store, frameId, cmp, wanted, before, at, answers, ...nothingYet };
    if (answers && !isAgain) return await answer(place, met);
    await mets.keep(tabId, { ...met, over: true });
    if (payOrAccept) return await told(met, { type: 'pay-or-accept' });
    await told(met, wanted.is === 'tell' ? { type: 'left' } : { type: 'failed', why: 'stood-again' });
  };
  const ended = async (
    place: Place,
    { isCosmetic, clicks, done }: { readonly isCosmetic: boolean; readonly clicks: number; readonly done: boolean },
  ): Promise<void> => {
    const { tabId } = place;
    const met = await mets.in(tabId);
    if (met === undefined || met.over || met.domain !== place.domain) return;
    await over(tabId, met);
    if (!done) return await told(met, { type: 'failed', why: 'press-failed' }, { clicks });
    await say({ tabId, frameId: 0 }, { type: 'scrolling', step: 'free' });
    if (isCosmetic) return await told(met, { type: 'hidden' }, { clicks });
    const after = await lookAfter(place, met.before);
    await told(met, { type: 'clicked' }, { clicks, after });
  };
  const began = async (place: Place): Promise<void> => {
    const { tabId, frameId, domain } = place;
    if (frameId === 0) {
      const left = await mets.leftAlone(tabId);
      if (left !== undefined && left.domain !== domain) await mets.leaveAlone(tabId, null);
      const met = await mets.in(tabId);
      if (met !== undefined && !met.over) {
        inTurn(tabId, async () => await endUntold(tabId, met, 'page-gone')).catch(globalThis.reportError);
      }
    }
    const { mode } = await choiceOn(domain);
    if (mode === 'leave' || (await mets.leftAlone(tabId))?.domain === domain) return;
    const rules = await rulesFor(place.frameUrl, { mainFrame: frameId === 0, mode });
    await say(place, { type: 'banner', message: { type: 'initResp', rules, config: configFor(mode) } });
  };
  const hear = async ({ message, payOrAccept }: BannerMessage, place: Place): Promise<void> => {
    const { tabId } = place;
    switch (message.type) {
      case 'init':
        return await began(place);
      case 'eval': {
        const run = snippetOf(message.snippetId);
        const result = run === undefined ? false : await runFunction(place, 'page', run, []);
        const answered = { type: 'evalResp', id: message.id, result: result ?? false } as const;
        return await say(place, { type: 'banner', message: answered });
      }
      case 'popupFound':
        return await inTurn(tabId, async () => await found(place, message.cmp, payOrAccept));
      case 'optOutResult':
      case 'optInResult':
        if (message.result) return;
        return await inTurn(tabId, async () => await ended(place, { isCosmetic: false, clicks: 0, done: false }));
      case 'autoconsentDone': {
        const { isCosmetic, totalClicks: clicks } = message;
        return await inTurn(tabId, async () => await ended(place, { isCosmetic, clicks, done: true }));
      }
    }
  };
  return (message, sender) => {
    const place = placeOf(sender);
    return place === undefined ? undefined : hear(message, place).then(() => true);
  };
}
