import { vi } from 'vitest';
import { domainMatches } from '#core/carried.ts';
import { identifierKey } from '#core/identifier.ts';
import type { PartitionKey } from '#core/identifier.ts';
import { domainOf } from '#core/site.ts';
import type { CardMessage } from '#messages/card.ts';
import type { ViewAnswer, ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import type { WatcherMessage } from '#messages/watch.ts';
import { type FakeExtension, type FakeTab, fakeExtension, useExtension } from './extension.ts';
import { toldCookie } from './told-cookie.ts';
import { cookieOf } from './set-cookie.ts';

type Told = WatcherMessage extends infer Message
  ? Message extends unknown
    ? Omit<Message, 'from' | 'private'>
    : never
  : never;

type CardTold = CardMessage extends infer Message ? (Message extends unknown ? Omit<Message, 'from'> : never) : never;

export interface Asking {
  readonly tab?: number;
  readonly resource?: string;
  readonly method?: string;
  /** Who asks; the page in the tab where nothing else is said, nobody for the page itself. */
  readonly initiator?: string | null;
  readonly inFrame?: boolean;
  readonly fromCache?: boolean;
  /** The browser's id of the request: the same for one that goes on after a redirect. */
  readonly id?: string;
  /** The answer redirects there. */
  readonly redirectsTo?: string;
  /** Still under way: no answer comes. */
  readonly pending?: boolean;
  /** What is sent along: a text, a form's fields, or what the browser does not show. */
  readonly body?: string | { readonly fields: Readonly<Record<string, string>> } | { readonly withheld: true };
  /** It fails, with the browser's word for why. */
  readonly fails?: string;
  /** `Set-Cookie` lines of the answer. */
  readonly answer?: readonly string[];
  readonly partition?: PartitionKey;
}

/**
 * A browser with the extension in it: pages, their requests and answers are told to the background by the browser's own
 * events, and what it records is read as a view does.
 */
export interface Device extends FakeExtension {
  /** The background starts, or starts again after it was stopped: what it had in mind is gone, what is kept is not. */
  readonly startBackground: () => Promise<void>;
  /** The browser starts again, and the background with it: what was kept for the last session is gone too. */
  readonly startBrowser: () => Promise<void>;
  readonly openTab: (id: number, more?: { readonly private?: boolean; readonly store?: string }) => FakeTab;
  /** A page is asked for and opens in the tab; its watcher tells. */
  readonly visit: (url: string, asking?: Asking) => Promise<void>;
  readonly ask: (url: string, asking?: Asking) => void;
  /** A `Set-Cookie` line, or a script's, reaches the jar. */
  readonly setCookie: (
    line: string,
    url: string,
    more?: { readonly tab?: number; readonly partition?: PartitionKey },
  ) => void;
  readonly expire: (name: string, cause?: string) => void;
  /** The watcher in a page tells something; resolves to what it is answered. */
  readonly watcher: (
    told: Told,
    from?: {
      readonly tab?: number;
      readonly url?: string;
      /** Its last words: the tab is closed already. */ readonly closed?: boolean;
    },
  ) => Promise<unknown>;
  /** The card in a tab's page tells something; resolves to what it is answered. */
  readonly card: (told: CardTold, tab?: number) => Promise<unknown>;
  readonly view: <Name extends ViewRequestName>(
    name: Name,
    ask: ViewRequests[Name]['ask'],
  ) => Promise<ViewRequests[Name]['answer']>;
}

let ids = 0;
const newId = (): string => `id ${(ids += 1)}`;

export function newDevice(kind: { readonly firefox?: boolean } = {}): Device {
  const extension = fakeExtension(kind);
  const { api, events, insides, ordinary, inPrivate } = extension;
  const firefox = kind.firefox === true;
  useExtension(extension);

  const tabOf = (id: number): FakeTab => {
    const tab = insides.tabs.get(id);
    if (tab === undefined) throw new Error(`tab ${id} is not open`);
    return tab;
  };
  const storeOf = (id: number): string => {
    const tab = insides.tabs.get(id);
    return tab?.cookieStoreId ?? (tab?.incognito === true ? inPrivate : ordinary);
  };
  const sender = (id: number, url: string, frameId: number): object => ({
    id: api.runtime.id,
    tab: tabOf(id),
    url,
    frameId,
  });

  const setCookie: Device['setCookie'] = (line, url, { tab = 1, partition } = {}) => {
    const cookie = cookieOf(line, { url, at: Date.now(), store: storeOf(tab), partition: partition ?? null });
    const key = identifierKey(cookie.identifier);
    const before = insides.jar.get(key);
    insides.jar.set(key, cookie);
    if (before !== undefined)
      events.cookieChanged.fire({ cookie: toldCookie(before), removed: true, cause: 'overwrite' });
    events.cookieChanged.fire({ cookie: toldCookie(cookie), removed: false, cause: 'explicit' });
  };

  /** For Firefox, which shows it: every cookie of the host. */
  const cookieHeader = (url: string, tab: number): string =>
    [...insides.jar.values()]
      .filter(({ identifier }) => identifier.store === storeOf(tab) && domainMatches(new URL(url).hostname, identifier))
      .map(({ identifier, value }) => `${identifier.name}=${value}`)
      .join('; ');

  const ask: Device['ask'] = (url, asking = {}) => {
    const { tab = 1, resource = 'image', method = 'GET', inFrame = false, fromCache = false, partition } = asking;
    const page = insides.tabs.get(tab);
    const initiator =
      asking.initiator === undefined && resource !== 'main_frame' ? (page?.url ?? null) : asking.initiator;
    const who = initiator === undefined || initiator === null ? undefined : new URL(initiator).origin;
    const { id: requestId = newId(), redirectsTo: redirectUrl } = asking;
    const details = {
      requestId,
      url,
      method,
      type: resource,
      timeStamp: Date.now(),
      tabId: tab,
      frameId: inFrame ? 3 : 0,
      parentFrameId: inFrame ? 0 : -1,
      ...(firefox
        ? { originUrl: initiator ?? undefined, incognito: page?.incognito ?? false, cookieStoreId: storeOf(tab) }
        : { initiator: who }),
    };
    const requestBody = requestBodyOf(asking.body);
    events.requestBegan.fire({ ...details, ...(requestBody === undefined ? {} : { requestBody }) });
    events.headersSent.fire({ ...details, requestHeaders: [{ name: 'Cookie', value: cookieHeader(url, tab) }] });
    const answered = redirectUrl === undefined ? events.responseStarted : events.requestRedirected;
    if (asking.fails !== undefined) events.requestFailed.fire({ requestId, error: asking.fails });
    else if (asking.pending !== true) answered.fire({ requestId, fromCache, redirectUrl });
    for (const line of asking.answer ?? [])
      setCookie(line, url, { tab, ...(partition === undefined ? {} : { partition }) });
  };

  const watcher: Device['watcher'] = async (message, { tab = 1, url = tabOf(tab).url, closed = false } = {}) => {
    const frameId = url === tabOf(tab).url ? 0 : 3;
    const [answer] = events.message.fire(
      { from: 'watcher', private: tabOf(tab).incognito, ...message },
      { ...sender(tab, url, frameId), ...(closed ? { tab: undefined } : {}) },
    );
    return await answer;
  };

  const startBackground: Device['startBackground'] = async () => {
    for (const event of Object.values(events)) event.forgetListeners();
    vi.resetModules();
    await import('#background/main.ts');
  };

  return {
    ...extension,
    startBackground,
    startBrowser: async () => {
      insides.session.held.clear();
      await startBackground();
    },
    openTab: (id, more = {}) => {
      const store = more.store ?? (more.private === true ? inPrivate : ordinary);
      const tab: FakeTab = {
        id,
        url: 'about:blank',
        incognito: more.private ?? false,
        ...(firefox ? { cookieStoreId: store } : {}),
      };
      insides.tabs.set(id, tab);
      return tab;
    },
    visit: async (url, asking = {}) => {
      const { tab = 1 } = asking;
      ask(url, { initiator: null, ...asking, resource: 'main_frame' });
      tabOf(tab).url = url;
      events.tabUpdated.fire(tab, { status: 'loading', url });
      const id = newId();
      await watcher({ type: 'page-opened', id, page: id, at: Date.now(), url, how: 'load' }, { tab });
    },
    ask,
    setCookie,
    expire: (name, cause = 'expired') => {
      for (const [key, cookie] of insides.jar) {
        if (cookie.identifier.name !== name) continue;
        insides.jar.delete(key);
        events.cookieChanged.fire({ cookie: toldCookie(cookie), removed: true, cause });
      }
    },
    watcher,
    card: async (message, tab = 1) => {
      const [answer] = events.message.fire({ from: 'card', ...message }, sender(tab, tabOf(tab).url, 0));
      return await answer;
    },
    view: async (name, question) => {
      const own = { id: api.runtime.id, url: api.runtime.getURL('popup/index.html'), frameId: 0 };
      const [pending] = events.message.fire({ from: 'view', name, ask: question }, own);
      const answer = (await pending) as ViewAnswer<typeof name>;
      if (!answer.ok) throw new Error(answer.error);
      return answer.answer;
    },
  };
}

/** As both browsers show a body, and as Chromium does not. */
function requestBodyOf(body: Asking['body']): object | undefined {
  if (body === undefined) return undefined;
  if (typeof body === 'string') return { raw: [{ bytes: new TextEncoder().encode(body).buffer }] };
  if ('withheld' in body) return { error: 'Unknown error.' };
  return { formData: Object.fromEntries(Object.entries(body.fields).map(([name, value]) => [name, [value]])) };
}

/** The site of a URL that is known to have one. */
export function siteOfPage(url: string): NonNullable<ReturnType<typeof domainOf>> {
  const domain = domainOf(url);
  if (domain === undefined) throw new Error(`${url} has no site`);
  return domain;
}
