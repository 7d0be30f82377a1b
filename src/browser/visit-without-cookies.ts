import browser, { type WebRequest as Api } from 'webextension-polyfill';
import type { Hop, Visit } from '#core/tried.ts';
import { type Details, EVERYTHING, showsCookies } from './requests.ts';

/** How long a site may take to answer, in ms. */
const PATIENCE = 10_000;

/** What a page is asked for with, where nothing of the person is said. */
const AS_A_PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Our own requests that are under way, by the browser's ids. */
const underWay = new Set<string>();

/** Firefox joins a response's `Set-Cookie` lines into one header, a line each. */
const BETWEEN = '\n';

function linesIn(headers: Api.HttpHeaders = []): readonly string[] {
  const values = headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value ?? '');
  return values.flatMap((value) => value.split(BETWEEN));
}

/** Whether the extension itself asked, and no tab. */
function isOurs(details: Details): boolean {
  const asking = details.initiator ?? details.originUrl ?? details.documentUrl ?? '';
  return details.tabId === -1 && `${asking.replace(/\/$/u, '')}/`.startsWith(browser.runtime.getURL(''));
}

/** What is heard of one request of our own. */
interface Hearing {
  readonly hops: readonly Hop[];
  /** Resolves once the browser told of its last answer, or that there is none. */
  readonly told: Promise<void>;
  readonly stop: () => void;
}

/** Listens for the next request of our own to an address, for as long as it is under way: a listener costs time. */
function hear(url: string): Hearing {
  const { onBeforeRequest, onHeadersReceived, onResponseStarted, onErrorOccurred } = browser.webRequest;
  const filter: Api.RequestFilter = { ...EVERYTHING, tabId: -1 };
  const hops: Hop[] = [];
  let id: string | null = null;
  let end: (() => void) | undefined;
  const told = new Promise<void>((resolve) => {
    end = resolve;
  });
  const began = (details: Details): undefined => {
    if (id !== null || details.url !== url || underWay.has(details.requestId) || !isOurs(details)) return;
    id = details.requestId;
    underWay.add(id);
  };
  const received = (details: Api.OnHeadersReceivedDetailsType): undefined => {
    if (details.requestId === id) hops.push({ url: details.url, lines: linesIn(details.responseHeaders) });
  };
  const over = ({ requestId }: { readonly requestId: string }): void => {
    if (requestId === id) end?.();
  };
  onBeforeRequest.addListener(began, filter);
  onHeadersReceived.addListener(received, filter, [
    'responseHeaders',
    ...(showsCookies() ? [] : ['extraHeaders' as const]),
  ]);
  onResponseStarted.addListener(over, filter);
  onErrorOccurred.addListener(over, filter);
  return {
    hops,
    told,
    stop: () => {
      onBeforeRequest.removeListener(began);
      onHeadersReceived.removeListener(received);
      onResponseStarted.removeListener(over);
      onErrorOccurred.removeListener(over);
      if (id !== null) underWay.delete(id);
    },
  };
}

/** One request; `null` where no answer came. What `fetch` hides of the answer the browser tells those who listen. */
async function visit(url: string, hearing: Hearing): Promise<Visit | null> {
  const patience = AbortSignal.timeout(PATIENCE);
  const late = new Promise<void>((resolve) => patience.addEventListener('abort', () => resolve(), { once: true }));
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      headers: { Accept: AS_A_PAGE },
      signal: patience,
    });
    await Promise.race([hearing.told, late]);
    await answer.body?.cancel();
    return patience.aborted ? null : hearing.hops;
  } catch {
    return null;
  }
}

/**
 * Asks an address for its page twice, as somebody without any cookie would, and stores nothing of the answers; `null`
 * where one did not come. The only network requests of our own: for what the person pressed, and nothing else.
 */
export async function visitTwiceWithoutCookies(url: string): Promise<readonly [Visit, Visit] | null> {
  const hearings = [hear(url), hear(url)] as const;
  try {
    // Once it answers anything, the browser has taken the listeners in.
    await browser.runtime.getPlatformInfo();
    const first = await visit(url, hearings[0]);
    const second = first === null ? null : await visit(url, hearings[1]);
    return first === null || second === null ? null : [first, second];
  } finally {
    for (const { stop } of hearings) stop();
  }
}
