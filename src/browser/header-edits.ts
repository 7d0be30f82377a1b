import browser, { type WebRequest as Api } from 'webextension-polyfill';
import { type Details, EVERYTHING, type SeenRequest, toRequest } from './requests.ts';

/** One header as the browser hands it over: text, or bytes where it is none. */
export type RawHeader = Readonly<Api.HttpHeadersItemType>;

/** Decides on headers while the browser waits; what it rejects with is reported, and the headers stay as they are. */
export interface HeaderEditor {
  /** A response's headers as they shall be; the very same list leaves them as they are. */
  readonly response: (of: SeenRequest, headers: readonly RawHeader[]) => Promise<readonly RawHeader[]>;
  /** A request's Cookie header as it shall be; `null` for none. */
  readonly request: (of: SeenRequest, cookie: string) => Promise<string | null>;
}

/** For which hosts headers are edited, as match patterns (`*://*.shop.example/*`). */
export interface EditedHosts {
  /** Written down, so that the background has them on its first tick. */
  readonly kept: readonly string[];
  /** Those of private windows, which end with the background. */
  readonly fleeting: readonly string[];
}

/** Says for which hosts headers are edited from now on. */
export type SetEditedHosts = (hosts: EditedHosts) => void;

/** Firefox's build alone asks for the permission; where not, rules do it (`header-rules.ts`). */
export function editsHeaders(): boolean {
  return browser.runtime.getManifest().permissions?.includes('webRequestBlocking') ?? false;
}

/** The background's own storage, which can be read on the first tick; Firefox's background is a document. */
const KEY = 'edited-hosts';

function readHosts(): readonly string[] {
  const text = localStorage.getItem(KEY);
  if (text === null) return [];
  const hosts: unknown = JSON.parse(text);
  return Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [];
}

/** Says what went wrong, and leaves the headers as they are. */
async function orAsItIs(editing: Promise<Api.BlockingResponse>): Promise<Api.BlockingResponse> {
  try {
    return await editing;
  } catch (error) {
    globalThis.reportError(error);
    return {};
  }
}

async function editResponse(editor: HeaderEditor, details: Details): Promise<Api.BlockingResponse> {
  const { responseHeaders: headers } = details as Api.OnHeadersReceivedDetailsType;
  if (headers?.some(({ name }) => name.toLowerCase() === 'set-cookie') !== true) return {};
  const edited = await editor.response(toRequest(details), headers);
  return edited === headers ? {} : { responseHeaders: [...edited] };
}

async function editRequest(editor: HeaderEditor, details: Details): Promise<Api.BlockingResponse> {
  const { requestHeaders: headers = [] } = details;
  const seen = toRequest(details);
  const cookie = seen.cookies ?? '';
  if (cookie === '') return {};
  const edited = await editor.request(seen, cookie);
  if (edited === cookie) return {};
  const others = headers.filter(({ name }) => name.toLowerCase() !== 'cookie');
  return { requestHeaders: edited === null ? others : [...others, { name: 'Cookie', value: edited }] };
}

/** Holds the two listeners, and changes the hosts they are for. */
function register(editor: HeaderEditor): (urls: readonly string[]) => void {
  const onResponse = (details: Api.OnHeadersReceivedDetailsType): Promise<Api.BlockingResponse> =>
    orAsItIs(editResponse(editor, details));
  const onRequest = (details: Api.OnBeforeSendHeadersDetailsType): Promise<Api.BlockingResponse> =>
    orAsItIs(editRequest(editor, details));
  const { onHeadersReceived, onBeforeSendHeaders } = browser.webRequest;
  const stop = (): void => {
    onHeadersReceived.removeListener(onResponse);
    onBeforeSendHeaders.removeListener(onRequest);
  };
  const start = (filter: Api.RequestFilter): void => {
    onHeadersReceived.addListener(onResponse, filter, ['blocking', 'responseHeaders']);
    onBeforeSendHeaders.addListener(onRequest, filter, ['blocking', 'requestHeaders']);
  };
  return (urls) => {
    stop();
    if (urls.length === 0) return;
    try {
      start({ urls: [...urls] });
    } catch (error) {
      // A pattern it does not take must not leave every host unedited, nor end the first tick.
      globalThis.reportError(error);
      stop();
      start(EVERYTHING);
    }
  };
}

function wait(): undefined {
  return undefined;
}

/**
 * Firefox wakes a stopped background only for listeners as they were on its first tick, and hosts may have been added
 * since. So the request that wakes it, whatever it is, waits until it is awake and has its listeners. Once awake nothing
 * has to wait: the listener is taken back, and Firefox still wakes the background for it the next time.
 */
function wakeBeforeRequests(): void {
  browser.webRequest.onBeforeRequest.addListener(wait, EVERYTHING, ['blocking']);
  setTimeout(() => browser.webRequest.onBeforeRequest.removeListener(wait));
}

/**
 * Edits the headers of some hosts' requests and responses, where the browser lets us; elsewhere it does nothing. Call on
 * the first tick. It begins with the hosts that were kept.
 */
export function editHeaders(editor: HeaderEditor): SetEditedHosts {
  if (!editsHeaders()) return () => undefined;
  const listen = register(editor);
  let listening = readHosts();
  listen(listening);
  wakeBeforeRequests();
  return ({ kept, fleeting }) => {
    localStorage.setItem(KEY, JSON.stringify([...new Set(kept)].sort()));
    const wanted = [...new Set([...kept, ...fleeting])].sort();
    if (JSON.stringify(wanted) === JSON.stringify(listening)) return;
    listening = wanted;
    listen(wanted);
  };
}
