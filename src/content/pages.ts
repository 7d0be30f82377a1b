import { bareUrl } from '#decode/bare-url.ts';
import { deliver, keepInJournal } from '#messages/deliver.ts';
import type { TimeSpent } from '#messages/watch.ts';
import { randomName } from './hear.ts';
import { countVisibleTime } from './visible-time.ts';

/** How often the time so far is noted in the journal, in ms: what a crash can lose. */
const NOTE_EVERY = 30_000;
/** History changes that are taken for pages: a page that makes more in ten seconds is not being read. */
const MOVES = { most: 30, within: 10_000 };

/** What the watcher of a tab's page does over its life. */
export interface PageWatch {
  /** The address may have changed. */
  readonly moved: () => void;
  /** Reports the time so far. */
  readonly report: () => void;
}

/** Watches the page of a tab: that it was opened, where it moved, and how long it was visible. */
export function watchPage(): PageWatch {
  const time = countVisibleTime();
  let url = location.href;
  let page = randomName();
  let segment = randomName();
  let moves: readonly number[] = [];

  const spent = (milliseconds: number, over: boolean): TimeSpent => ({
    type: 'time-spent',
    id: segment,
    page,
    at: Date.now(),
    url: bareUrl(url),
    milliseconds: Math.round(milliseconds),
    title: document.title,
    over,
  });
  const report = (over = false): void => {
    const milliseconds = time.take();
    if (Math.round(milliseconds) <= 0 && !over) return;
    deliver(spent(milliseconds, over));
    segment = randomName();
  };
  const opened = (how: 'load' | 'history'): void => {
    // Later pages of a document still have its referrer.
    const linkedFrom = how === 'load' && URL.canParse(document.referrer) ? new URL(document.referrer).origin : '';
    const opening = { type: 'page-opened', id: page, page, at: Date.now(), url: bareUrl(url), how } as const;
    deliver({ ...opening, ...(linkedFrom !== '' && { linkedFrom }), ...(isGpcNative() && { gpc: true }) });
  };
  const moved = (): void => {
    if (sameDocument(url, location.href)) return;
    const now = performance.now();
    moves = [...moves.filter((move) => now - move < MOVES.within), now];
    if (moves.length > MOVES.most) return;
    report(true);
    url = location.href;
    page = randomName();
    opened('history');
  };

  opened('load');
  addEventListener('popstate', moved);
  addEventListener('pagehide', () => report(true));
  document.addEventListener('visibilitychange', () => report());
  setInterval(() => {
    const sofar = time.sofar();
    if (document.visibilityState === 'visible' && sofar > 0) keepInJournal(spent(sofar, false));
  }, NOTE_EVERY);
  return { moved, report: () => report() };
}

/** Whether the browser itself sends Global Privacy Control: what we do ourselves stands in the page's world alone. */
function isGpcNative(): boolean {
  return (navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl === true;
}

/** A change of the fragment alone is no other page. */
function sameDocument(one: string, other: string): boolean {
  return one.split('#', 1)[0] === other.split('#', 1)[0];
}
