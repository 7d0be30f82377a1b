import type { Domain } from '#core/site.ts';

/** How long the request that brought a cookie may be told after the cookie itself, in ms. */
const PATIENCE = 1000;
/** Lest a flood fill the memory: beyond it a cookie is taken for its own site's. */
const MOST = 2000;

/** Deals with a cookie that came on a page's site, or on its own (`null`) where nobody is known to have asked. */
export type Explained = (top: Domain | null) => Promise<void>;

/** Cookies that came before anybody was seen asking their host. Browsers may tell of the request a moment later. */
export interface Unexplained {
  /** A cookie of this domain came; what is to be done once it is known on which site is done once. */
  readonly wait: (own: Domain, explained: Explained) => Promise<void>;
  /** A page of `top` asked `asked`; resolves once the cookies that this explains are dealt with. */
  readonly explain: (asked: Domain, top: Domain) => Promise<void>;
}

/** None. `after` has something done some ms later, in its turn. */
export function noneUnexplained(after: (ms: number, run: () => Promise<void>) => void): Unexplained {
  const waiting = new Map<Domain, Set<Explained>>();
  let count = 0;
  return {
    wait: async (own, explained) => {
      if (count >= MOST) return await explained(null);
      count += 1;
      const all = waiting.get(own) ?? new Set();
      waiting.set(own, all.add(explained));
      after(PATIENCE, async () => {
        if (!all.delete(explained)) return;
        count -= 1;
        if (all.size === 0 && waiting.get(own) === all) waiting.delete(own);
        await explained(null);
      });
    },
    explain: async (asked, top) => {
      const all = waiting.get(asked);
      if (all === undefined) return;
      const explainable = [...all];
      all.clear();
      waiting.delete(asked);
      count -= explainable.length;
      for (const explained of explainable) await explained(top);
    },
  };
}
