import { type Queue, startQueue } from '#observe/queue.ts';
import type { ChoicePage } from './page.ts';

/** When a page is looked at after something in it, in ms: a program stores at once, or once its window has faded. */
const AFTER_WRITE = 300;
const AFTER_PRESS = [300, 1200, 3000];
/** A page may store what it likes as often as it likes: so many looks at a tab, within so many ms. */
const MOST = { looks: 20, within: 60_000 };

/** Why a page is looked at. */
export interface Look {
  /** When it was asked for: ms since the epoch. */
  readonly since: number;
  /** It is the last look after a press: nothing more is waited for. */
  readonly last: boolean;
}

/** What looks need. */
export interface LooksGround {
  readonly look: (page: ChoicePage, why: Look) => Promise<void>;
  readonly later: (ms: number, run: () => void) => void;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** Looks at pages: in each tab one after the other, for each is compared with the one before. */
export interface Looks {
  /** Once for all that is written until then. */
  readonly afterWrite: (page: ChoicePage) => void;
  /** Several times: programs take their time. */
  readonly afterPress: (page: ChoicePage) => void;
  /** A little later, for one that saw nothing. */
  readonly anew: (page: ChoicePage, last: boolean) => void;
  /** Runs something in a tab between two looks. */
  readonly inTurn: (tab: number, run: () => Promise<void>) => void;
  readonly closed: (tab: number) => void;
}

/** Nothing looked at yet. */
export function planLooks({ look, later, now, failed }: LooksGround): Looks {
  const turns = new Map<number, Queue>();
  const looked = new Map<number, readonly number[]>();
  const due = new Map<number, number>();

  const inTurn = (tab: number, run: () => Promise<void>): void => {
    const queue = turns.get(tab) ?? startQueue();
    turns.set(tab, queue);
    queue.add(run).catch(failed);
  };
  const isTooOften = (tab: number): boolean => {
    const lately = (looked.get(tab) ?? []).filter((at) => now() - at < MOST.within);
    if (lately.length < MOST.looks) looked.set(tab, [...lately, now()]);
    return lately.length >= MOST.looks;
  };
  const lookIn = (wait: number, page: ChoicePage, last: boolean): void => {
    const since = now();
    if (isTooOften(page.tabId)) return;
    due.set(page.tabId, since + wait);
    later(wait, () => inTurn(page.tabId, async () => await look(page, { since, last })));
  };

  return {
    afterWrite: (page) => {
      const waiting = due.get(page.tabId) ?? 0;
      if (waiting <= now() || waiting > now() + AFTER_WRITE) lookIn(AFTER_WRITE, page, false);
    },
    afterPress: (page) => {
      for (const wait of AFTER_PRESS) lookIn(wait, page, wait === AFTER_PRESS.at(-1));
    },
    anew: (page, last) => lookIn(AFTER_WRITE, page, last),
    inTurn,
    closed: (tab) => {
      for (const kept of [turns, looked, due]) kept.delete(tab);
    },
  };
}
