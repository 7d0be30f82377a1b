/** How long the popup took, in ms from asking for its page. */
export interface PopupTimes {
  /** The number is on the screen. */
  readonly first: number;
  /** Everything is: the record, what can be pressed, all files. */
  readonly complete: number;
  /** The number it showed. */
  readonly number: string;
}

/** ms between looks for a document that is being fetched. */
const LOOK = 1;

function windowOf(frame: HTMLIFrameElement): Window & typeof globalThis {
  return frame.contentWindow as Window & typeof globalThis;
}

/** A frame begins with a document of its own, in whose place the popup's comes. */
async function documentOf(frame: HTMLIFrameElement): Promise<Document> {
  while (windowOf(frame).location.pathname !== '/popup/index.html') {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return windowOf(frame).document;
}

/** Waits until a selector finds something. */
async function seen(page: Document, selector: string): Promise<Element> {
  return await new Promise((resolve) => {
    const look = (): boolean => {
      const found = page.querySelector(selector);
      if (found !== null) resolve(found);
      return found !== null;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(page, { childList: true, subtree: true });
  });
}

/** Waits until what stands in a window now has been drawn. */
async function drawn(view: Window): Promise<void> {
  await new Promise((resolve) => {
    view.requestAnimationFrame(() => view.setTimeout(resolve));
  });
}

async function open(tab: number): Promise<PopupTimes> {
  const frame = Object.assign(document.createElement('iframe'), { width: '360', height: '600' });
  frame.src = `/popup/index.html?tab=${tab}`;
  const begin = performance.now();
  document.body.append(frame);
  const page = await documentOf(frame);
  const view = windowOf(frame);
  const number = await seen(page, '[data-fact=number]');
  await drawn(view);
  const first = performance.now() - begin;
  await Promise.all([seen(page, '[aria-labelledby=record] .line'), seen(page, '.popup-foot')]);
  if (page.readyState !== 'complete') {
    await new Promise((resolve) => view.addEventListener('load', resolve, { once: true }));
  }
  await page.fonts.ready;
  await drawn(view);
  const complete = performance.now() - begin;
  const text = number.textContent;
  frame.remove();
  return { first, complete, number: text };
}

/** What the page can be asked. */
export interface PopupBench {
  /** Opens the popup for a tab in a frame of this page, and closes it once it is complete. */
  readonly open: typeof open;
}

const popupBench: PopupBench = { open };

Object.assign(globalThis, { popupBench });
