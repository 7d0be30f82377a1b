import type { Arrival } from '#core/event.ts';
import browser, { type WebRequest as Api } from 'webextension-polyfill';
import { NO_BODY, type SentBody, toSentBody } from './sent-body.ts';

/** A request as the browser tells it, before its context is known. */
export interface SeenRequest {
  /** The browser's id of the request: the same through its redirects. */
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly resource: string;
  readonly at: number;
  /** -1 where no tab asked. */
  readonly tab: number;
  /** The address or origin of the document that asked; `null` where the person did. */
  readonly initiator: string | null;
  /** Whether a frame asked, not the page itself. */
  readonly inFrame: boolean;
  /** Where the browser says so (Firefox); `null` otherwise. */
  readonly private: boolean | null;
  readonly store: string | null;
  /** The Cookie header, where the browser shows it at no cost (Firefox): empty for none; `null` where it does not. */
  readonly cookies: string | null;
  /** The Referer header, where the browser shows it; `null` where it does not, or there is none. */
  readonly referrer: string | null;
  readonly body: SentBody;
}

/** Chromium says `initiator`, Firefox `documentUrl` and `originUrl`; neither is in the polyfill's types for the other. */
export type Details = (Api.OnBeforeRequestDetailsType | Api.OnSendHeadersDetailsType) & {
  readonly initiator?: string;
  readonly requestHeaders?: Api.HttpHeaders;
  readonly requestBody?: Api.OnBeforeRequestDetailsType['requestBody'] | null;
};

/** Only Chromium has `extraHeaders`, and without it keeps cookies from its listeners. */
export function showsCookies(): boolean {
  const options: { readonly EXTRA_HEADERS?: string } | undefined = chrome.webRequest.OnSendHeadersOptions;
  return options?.EXTRA_HEADERS === undefined;
}

function cookiesIn(headers: Api.HttpHeaders | undefined): string | null {
  if (headers === undefined) return null;
  return headers.find(({ name }) => name.toLowerCase() === 'cookie')?.value ?? '';
}

/** Translates what the browser tells of a request. */
export function toRequest(details: Details): SeenRequest {
  const frame = details.type === 'sub_frame' ? details.parentFrameId : details.frameId;
  // A page that is being left is told of as a frame of its own (Chromium): only frames have a parent.
  return {
    id: details.requestId,
    url: details.url,
    method: details.method,
    resource: details.type,
    at: details.timeStamp,
    tab: details.tabId,
    initiator: details.initiator ?? details.documentUrl ?? details.originUrl ?? null,
    inFrame: frame > 0 && details.parentFrameId !== -1,
    private: details.incognito ?? null,
    store: details.cookieStoreId ?? null,
    cookies: cookiesIn(details.requestHeaders),
    referrer: details.requestHeaders?.find(({ name }) => name.toLowerCase() === 'referer')?.value ?? null,
    body: toSentBody(details.requestBody),
  };
}

/** The filter for every request to the web. */
export const EVERYTHING = { urls: ['http://*/*', 'https://*/*'] };
/** And for every connection that is opened. */
const WITH_SOCKETS = { urls: [...EVERYTHING.urls, 'ws://*/*', 'wss://*/*'] };

/** What became of a request: it was answered by a server, or out of the browser's own cache, and so never left. */
export interface Answered {
  readonly id: string;
  readonly fromCache: boolean;
}

/** Whether a request that came to nothing left at all. */
type Failed = Exclude<Arrival, 'answered'>;

/**
 * What browsers say of requests that never left: they were blocked, or nobody was there. Of others they only say that no
 * answer came to where it could be read: the page went away, or the answer does not allow the page to read it.
 */
const NEVER_LEFT =
  /ERR_(?:BLOCKED|NAME_|ADDRESS_|CONNECTION_REFUSED|CONNECTION_FAILED|INTERNET_|UNSAFE|DISALLOWED|PROXY_|TUNNEL_|CERT_|SSL_|NETWORK_)|NS_ERROR_(?:ABORT|UNKNOWN_|CONNECTION_REFUSED|OFFLINE|PROXY_|PORT_|BLOCKED|TRACKING|CONTENT_BLOCKED|MALWARE|PHISHING|UNWANTED|NET_ON_)|SEC_ERROR|SSL_ERROR/u;

/** Bodies that wait for their request to be told: a moment each. */
const MOST_WAITING = 100;

/**
 * Tells of every request as it begins with what it sends along, and whether it was answered (a redirect is an answer) or
 * came to nothing: it was stopped, or nobody answered. In Chromium no headers are asked for: one such listener slows every
 * request of the browser (docs/decisions/0004). Register on the first tick.
 */
export function onRequests(tell: {
  readonly began: (request: SeenRequest) => void;
  readonly answered: (answer: Answered) => void;
  readonly failed: (id: string, arrival: Failed) => void;
}): void {
  if (showsCookies()) beginWithHeaders(tell.began);
  else {
    browser.webRequest.onBeforeRequest.addListener(
      (details) => {
        tell.began(toRequest(details));
        return undefined;
      },
      WITH_SOCKETS,
      ['requestBody'],
    );
  }
  const answered = ({ requestId, fromCache }: { readonly requestId: string; readonly fromCache: boolean }): void => {
    tell.answered({ id: requestId, fromCache });
  };
  browser.webRequest.onBeforeRedirect.addListener(answered, WITH_SOCKETS);
  browser.webRequest.onResponseStarted.addListener(answered, WITH_SOCKETS);
  browser.webRequest.onErrorOccurred.addListener(({ requestId, error }) => {
    tell.failed(requestId, NEVER_LEFT.test(error) ? 'never' : 'unknown');
  }, WITH_SOCKETS);
}

/** Firefox tells of a request's body first and of its Cookie header later: both belong to one beginning. */
function beginWithHeaders(tell: (request: SeenRequest) => void): void {
  const bodies = new Map<string, SentBody>();
  browser.webRequest.onBeforeRequest.addListener(
    ({ requestId, requestBody }) => {
      const body = toSentBody(requestBody);
      if (body.state === 'none') bodies.delete(requestId);
      else bodies.set(requestId, body);
      // Of one that is stopped before its headers are told nobody asks any more.
      for (const oldest of bodies.keys()) if (bodies.size > MOST_WAITING) bodies.delete(oldest);
      return undefined;
    },
    WITH_SOCKETS,
    ['requestBody'],
  );
  browser.webRequest.onSendHeaders.addListener(
    (details) => {
      const body = bodies.get(details.requestId) ?? NO_BODY;
      bodies.delete(details.requestId);
      tell({ ...toRequest(details), body });
    },
    WITH_SOCKETS,
    ['requestHeaders'],
  );
}
