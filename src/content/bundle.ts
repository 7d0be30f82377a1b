/** How long news of one kind are gathered before they are told, in ms, and how many at most. */
const GATHER = 100;
const MOST = 100;

/** Gathers news and tells them together, so that a page that floods costs little. */
export function gather<News>(tell: (news: readonly News[]) => void): { add: (news: News) => void; flush: () => void } {
  let gathered: News[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  // A page that goes away has no time to gather; one that comes back out of the browser's memory has.
  let leaving = false;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const news = gathered;
    gathered = [];
    if (news.length > 0) tell(news);
  };
  addEventListener('pagehide', () => {
    leaving = true;
    flush();
  });
  addEventListener('pageshow', () => {
    leaving = false;
  });
  return {
    add: (news) => {
      if (gathered.length < MOST) gathered.push(news);
      if (leaving) flush();
      else timer ??= setTimeout(flush, GATHER);
    },
    flush,
  };
}
