/** What keeps a page from scrolling, as banners do it. */
function isLocked(element: HTMLElement): boolean {
  const { overflowY, position } = getComputedStyle(element);
  return overflowY === 'hidden' || overflowY === 'clip' || position === 'fixed';
}

/** A program may free the page by itself, after its banner has faded: looked for so often, in ms. */
const FREES = { every: 100, most: 10 };

/** Keeps a page from staying locked when the banner that locked it is gone. */
export interface Scrolling {
  /** Notes whether the page is kept from scrolling now, as the banner stands there. */
  readonly note: () => void;
  /** If it was, and still is in a moment, it is to scroll again, from where it stood. */
  readonly free: () => void;
}

function freed(element: HTMLElement): void {
  element.style.setProperty('overflow', 'visible', 'important');
  if (getComputedStyle(element).position !== 'fixed') return;
  const top = -Number.parseFloat(getComputedStyle(element).top);
  element.style.setProperty('position', 'static', 'important');
  if (top > 0) globalThis.scrollTo(0, top);
}

/** For the top frame of a page. A page that has nothing to scroll to is not touched: it may be made so. */
export function keepScrolling(page: Document): Scrolling {
  let wasLocked = false;
  const locked = (): readonly HTMLElement[] => {
    const { documentElement: root, body } = page;
    const isLonger = Math.max(root.scrollHeight, body?.scrollHeight ?? 0) > globalThis.innerHeight;
    return isLonger ? [root, body].filter((element) => element !== null && isLocked(element)) : [];
  };
  const free = (times: number): void => {
    const still = locked();
    if (still.length === 0) return;
    if (times > 0) setTimeout(() => free(times - 1), FREES.every);
    else for (const element of still) freed(element);
  };
  return {
    note: () => {
      wasLocked = locked().length > 0;
    },
    free: () => {
      if (wasLocked) free(FREES.most);
      wasLocked = false;
    },
  };
}
