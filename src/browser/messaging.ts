import browser, { type Runtime } from 'webextension-polyfill';

/** Who sent a message: the tab and frame of a content script, or one of our own pages (no tab, or our own address). */
export interface Sender {
  readonly tabId: number | null;
  readonly frameId: number;
  /** The address of the document that spoke. */
  readonly url: string | null;
  /** The address of the tab's top-level document. */
  readonly tabUrl: string | null;
  readonly private: boolean;
  /** The cookie store of the tab, where the browser says so (Firefox); `null` otherwise. */
  readonly store: string | null;
  /** True for our own pages. */
  readonly own: boolean;
}

function senderOf(sender: Runtime.MessageSender): Sender {
  return {
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? 0,
    url: sender.url ?? null,
    tabUrl: sender.tab?.url ?? null,
    private: sender.tab?.incognito ?? false,
    store: sender.tab?.cookieStoreId ?? null,
    own: sender.url?.startsWith(browser.runtime.getURL('')) ?? false,
  };
}

/** Sends to the background and resolves to its answer; rejects when nobody is there. */
export async function sendMessage(message: unknown): Promise<unknown> {
  return await browser.runtime.sendMessage(message);
}

/** Answers messages of our own parts; `undefined` leaves a message to others. Register on the first tick. */
export function onMessage(answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    sender.id === browser.runtime.id ? answer(message, senderOf(sender)) : undefined,
  );
}

/** Sends to the top frame of one tab; resolves to `undefined` where no content script answers. */
export async function sendToTab(tabId: number, message: unknown): Promise<unknown> {
  return await send(tabId, message, { frameId: 0 });
}

/** Sends to one frame of a tab; resolves to `undefined` where no content script answers. */
export async function sendToFrame(tabId: number, frameId: number, message: unknown): Promise<unknown> {
  return await send(tabId, message, { frameId });
}

/** Sends to every frame of a tab; resolves to the first answer, or to `undefined` where none answers. */
export async function sendToFrames(tabId: number, message: unknown): Promise<unknown> {
  return await send(tabId, message);
}

async function send(tabId: number, message: unknown, to?: { readonly frameId: number }): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, to);
  } catch (error) {
    if (isNobodyThere(error)) return undefined;
    throw error;
  }
}

/** Both browsers reject with a sentence, not a type, when no content script listens. */
function isNobodyThere(error: unknown): boolean {
  return (
    error instanceof Error && /Receiving end does not exist|Could not establish connection|closed/iu.test(error.message)
  );
}

/** A line held open from a view to the background, over which news is pushed. */
export interface Line {
  readonly tell: (news: unknown) => void;
}

/** Views that hold a line; each is handed over when it opens and again when it closes. */
export function onLines(opened: (line: Line) => void, closed: (line: Line) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.sender?.id !== browser.runtime.id) return;
    const line: Line = { tell: (news) => port.postMessage(news) };
    port.onDisconnect.addListener(() => closed(line));
    opened(line);
  });
}

/** Holds a line to the background, and opens it again when the background was stopped. */
export function holdLine(hear: (news: unknown) => void, { signal }: { readonly signal: AbortSignal }): void {
  if (signal.aborted) return;
  const port = browser.runtime.connect({ name: 'view' });
  const close = (): void => port.disconnect();
  signal.addEventListener('abort', close, { once: true });
  port.onMessage.addListener(hear);
  port.onDisconnect.addListener(() => {
    signal.removeEventListener('abort', close);
    if (signal.aborted) return;
    holdLine(hear, { signal });
    hear({ changed: null });
  });
}
