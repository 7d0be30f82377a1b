import type { KeyedStorage } from '#browser/storage.ts';
import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { BannerWish } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';

/** A banner that was met in a tab, kept in memory while it is answered, and a while after. */
export interface Met {
  readonly domain: Domain;
  readonly url: string;
  readonly store: string;
  readonly frameId: number;
  readonly cmp: string;
  readonly wanted: BannerWish;
  readonly before: readonly ConsentRecord[];
  /** When it was met; once something came of it, when that was. */
  readonly at: number;
  /** Whether it was to be answered, and not left. */
  readonly answers: boolean;
  /** Purposes that the program asks for among those wanted; `null`: not chosen one by one. */
  readonly chosen: readonly ConsentPurpose[] | null;
  /** Whether all was refused, for want of a way to do what was wanted. */
  readonly refusedInstead: boolean;
  /** Whether anything came of it yet. */
  readonly over: boolean;
}

/** What is kept of banners in tabs, in memory: a background that was stopped goes on where it was. */
export interface BannersMet {
  readonly in: (tab: number) => Promise<Met | undefined>;
  readonly keep: (tab: number, met: Met) => Promise<void>;
  /** The site whose banners are left alone in a tab, since an answer was taken back there. */
  readonly leftAlone: (tab: number) => Promise<LeftAlone | undefined>;
  /** Leaves them alone; `null`: no longer. */
  readonly leaveAlone: (tab: number, left: LeftAlone | null) => Promise<void>;
  /**
   * When a banner in a tab was answered by us last, or is being answered, or an answer was taken back: ms since the
   * epoch; `null`: never.
   */
  readonly answeredAt: (tab: number) => Promise<number | null>;
}

/** A site whose banners are left alone in a tab, and since when (ms). */
interface LeftAlone {
  readonly domain: Domain;
  readonly at: number;
}

function metKey(tab: number): string {
  return `banner/${tab}`;
}

function leftKey(tab: number): string {
  return `banner-left/${tab}`;
}

/** Keeps it in what the browser holds in memory. */
export function rememberBanners(inMemory: KeyedStorage, now: () => number): BannersMet {
  const metIn = async (tab: number): Promise<Met | undefined> => (await inMemory.get(metKey(tab))) as Met | undefined;
  const leftAlone = async (tab: number): Promise<LeftAlone | undefined> =>
    (await inMemory.get(leftKey(tab))) as LeftAlone | undefined;
  return {
    in: metIn,
    keep: async (tab, met) => await inMemory.set({ [metKey(tab)]: met }),
    leftAlone,
    leaveAlone: async (tab, left) => {
      await inMemory.remove(left === null ? [leftKey(tab)] : [metKey(tab)]);
      if (left !== null) await inMemory.set({ [leftKey(tab)]: left });
    },
    answeredAt: async (tab) => {
      const met = await metIn(tab);
      if (met === undefined || !met.answers) return (await leftAlone(tab))?.at ?? null;
      return met.over ? met.at : now();
    },
  };
}
