import { natives } from '../natives.ts';
import { DROP, HOLD_HELLO, HOLD_HERE, NEWS, READY } from './line.ts';
import { call, originals } from './originals.ts';

/** Tells the watcher, who answers at once. False where it is not there, or did not say yes. */
export type TellHeld = (news: object) => boolean;

/**
 * Opens the page's end of the line, whichever of the two comes first. Where the watcher has not come when the page's own
 * content begins, nobody else may take its place.
 */
export function openHoldLine(hear: {
  readonly ready: (tell: TellHeld) => void;
  /** The watcher stored these (by id): they may leave the jar. */
  readonly drop: (id: number) => void;
}): TellHeld {
  const page = window;
  const line = new EventTarget();
  let open = false;

  const tell: TellHeld = (news) => {
    if (!open) return false;
    const detail = natives.stringify(news);
    const init = { __proto__: null, detail, cancelable: true } as CustomEventInit<string>;
    return !natives.apply(natives.dispatch, line, [new natives.CustomEvent(NEWS, init)]);
  };
  const here = (): void => {
    page.dispatchEvent(new MouseEvent(HOLD_HERE, { relatedTarget: line }));
  };
  const stop = (): void => {
    natives.apply(natives.unlisten, page, [HOLD_HELLO, here]);
  };
  line.addEventListener(READY, () => {
    if (open) return;
    open = true;
    stop();
    hear.ready(tell);
  });
  line.addEventListener(DROP, (event) => {
    const id = call(originals.detail, event, []);
    if (typeof id === 'number') hear.drop(id);
  });
  page.addEventListener(HOLD_HELLO, here);
  beforeContent(stop);
  here();

  return tell;
}

/** Calls when the parser puts the first thing into the document: before the first script of the page runs. */
export function beforeContent(then: () => void): void {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    then();
  });
  observer.observe(document, { childList: true, subtree: true });
}
