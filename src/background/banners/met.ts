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
  readonly leftAlone: (tab: number) => Promise<Domain | undefined>;
  /** Leaves them alone from now on; `null`: no longer. */
  readonly leaveAlone: (tab: number, domain: Domain | null) => Promise<void>;
}

function metKey(tab: number): string {
  return `banner/${tab}`;
}

function leftKey(tab: number): string {
  return `banner-left/${tab}`;
}

/** Keeps it in what the browser holds in memory. */
export function rememberBanners(inMemory: KeyedStorage): BannersMet {
  return {
    in: async (tab) => (await inMemory.get(metKey(tab))) as Met | undefined,
    keep: async (tab, met) => await inMemory.set({ [metKey(tab)]: met }),
    leftAlone: async (tab) => (await inMemory.get(leftKey(tab))) as Domain | undefined,
    leaveAlone: async (tab, domain) => {
      await inMemory.remove(domain === null ? [leftKey(tab)] : [metKey(tab)]);
      if (domain !== null) await inMemory.set({ [leftKey(tab)]: domain });
    },
  };
}
