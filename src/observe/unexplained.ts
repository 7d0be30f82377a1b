import type { Domain } from '#core/site.ts';

/** How long the request that brought a cookie may be told after the cookie itself, in ms. */
const PATIENCE = 1000;
/** Lest a flood fill the memory: beyond it a cookie is taken for its own site's. */
const MOST = 2000;

/** Which site a cookie came on: the page's, or `null` where nobody is known to have asked. */
export type Explained = (top: Domain | null) => void;

/** Cookies that came before anybody was seen asking their host. Browsers may tell of the request a moment later. */
export interface Unexplained {
  /** A cookie of this domain came; what is to be done once it is known on which site is called, once. */
  readonly wait: (own: Domain, explained: Explained) => void;
  /** A page of `top` asked `asked`. */
  readonly explain: (asked: Domain, top: Domain) => void;
}

/** None. `after` calls a function some ms later. */
export function noneUnexplained(after: (ms: number, run: () => void) => void): Unexplained {
  const waiting = new Map<Domain, Set<Explained>>();
  let count = 0;
  return {
    wait: (own, explained) => {
      if (count >= MOST) {
        explained(null);
        return;
      }
      count += 1;
      const all = waiting.get(own) ?? new Set();
      waiting.set(own, all.add(explained));
      after(PATIENCE, () => {
        if (!all.delete(explained)) return;
        count -= 1;
        if (all.size === 0 && waiting.get(own) === all) waiting.delete(own);
        explained(null);
      });
    },
    explain: (asked, top) => {
      const all = waiting.get(asked);
      if (all === undefined) return;
      waiting.delete(asked);
      count -= all.size;
      for (const explained of all) {
        all.delete(explained);
        explained(top);
      }
    },
  };
}
