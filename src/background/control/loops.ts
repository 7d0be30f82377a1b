import type { Navigation } from '#observe/withholding.ts';

/** So many times the same page within so long (ms) is a page that goes round in circles. */
const ROUNDS = { most: 6, within: 10_000 };
/** Tabs remembered at most. */
const MOST_TABS = 500;

/** Notices pages that lead to themselves again and again, by redirects or by scripts; whoever reloads a page is no loop. */
export interface Loops {
  /** Tells whether this navigation makes a loop; then counting begins anew. */
  readonly notice: (navigation: Navigation) => boolean;
}

/** Nothing noticed yet. */
export function watchForLoops(): Loops {
  const byTab = new Map<number, readonly { readonly id: string; readonly url: string; readonly at: number }[]>();
  return {
    notice: ({ id, byPage, tab, url, at }) => {
      if (tab < 0) return false;
      const [page = url] = url.split('#', 1);
      const before = byTab.get(tab) ?? [];
      const goesOn = byPage || before.at(-1)?.id === id;
      const lately = goesOn ? before.filter((one) => at - one.at < ROUNDS.within) : [];
      const rounds = lately.filter((one) => one.url === page).length + 1;
      if (byTab.size > MOST_TABS) byTab.clear();
      byTab.set(tab, rounds >= ROUNDS.most ? [] : [...lately, { id, url: page, at }]);
      return rounds >= ROUNDS.most;
    },
  };
}
