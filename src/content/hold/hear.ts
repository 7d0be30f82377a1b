import { DROP, HOLD_HELLO, HOLD_HERE, type HoldNews, NEWS, parseHoldNews, READY } from './line.ts';
import { beforeContent } from './tell.ts';

/** More scripts of ours there are not; a page that plays one may not have any number of lines. */
const MOST = 4;

/** The watcher's end of a line. */
export interface HeldLine {
  /** What has this id is stored now, and need not be held any longer. */
  readonly drop: (id: number) => void;
}

/**
 * Opens the watcher's end of the lines to what holds or forgets, whichever comes first; `answer` says whether what is
 * asked about may be written.
 */
export function hearHold(answer: (news: HoldNews, line: HeldLine) => boolean): void {
  const page = window;
  let lines = 0;
  const here = (event: Event): void => {
    const { relatedTarget: line } = event as MouseEvent;
    if (line === null || lines === MOST) return;
    lines += 1;
    const end: HeldLine = { drop: (id) => line.dispatchEvent(new CustomEvent(DROP, { detail: id })) };
    line.addEventListener(NEWS, (said) => {
      const news = parseHoldNews((said as CustomEvent<unknown>).detail);
      if (news !== undefined && answer(news, end)) said.preventDefault();
    });
    line.dispatchEvent(new Event(READY));
  };
  page.addEventListener(HOLD_HERE, here);
  page.dispatchEvent(new Event(HOLD_HELLO));
  // Later on it could only be the page that says so.
  beforeContent(() => page.removeEventListener(HOLD_HERE, here));
}
