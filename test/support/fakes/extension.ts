import type { Cookie } from '#core/cookie.ts';
import { type FakeStorage, fakeStorage } from './keyed-storage.ts';
import { toldCookie } from './told-cookie.ts';
import { type Asked, isAsked, writableCookies } from './writable-cookies.ts';

type Listener = (...args: readonly never[]) => unknown;

/** One event of the browser's API: what was registered, and a way to fire it. */
export interface FakeEvent {
  readonly addListener: (listener: Listener) => void;
  readonly removeListener: (listener: Listener) => void;
  readonly fire: (...args: readonly unknown[]) => readonly unknown[];
  readonly forgetListeners: () => void;
}

function fakeEvent(): FakeEvent {
  let listeners: readonly Listener[] = [];
  return {
    addListener: (listener) => {
      listeners = [...listeners, listener];
    },
    removeListener: (listener) => {
      listeners = listeners.filter((other) => other !== listener);
    },
    fire: (...args) => listeners.map((listener) => listener(...(args as readonly never[]))),
    forgetListeners: () => {
      listeners = [];
    },
  };
}

/** A tab as the browser's API tells it. */
export interface FakeTab {
  readonly id: number;
  url: string;
  readonly incognito: boolean;
  readonly cookieStoreId?: string;
}

/** A rule as it was given; nothing carries it out here. */
interface FakeRule {
  readonly id: number;
  readonly condition: Readonly<Record<string, unknown>>;
  readonly action: Readonly<Record<string, unknown>>;
}

/** What lies behind the fake browser's API, for tests to look at and to set. */
export interface Insides {
  readonly local: FakeStorage;
  readonly session: FakeStorage;
  readonly tabs: Map<number, FakeTab>;
  readonly jar: Map<string, Cookie>;
  readonly badges: Map<number, string>;
  /** Origins the person withholds. */
  readonly withheld: Set<string>;
  /** The jar is read only once this has come about. */
  jarOpens: Promise<unknown>;
  /** What the background reported as failed. */
  readonly failures: unknown[];
  /** When each alarm rings next (ms since the epoch). */
  readonly alarms: Map<string, number>;
  /** The browser refuses to remove cookies. */
  refusesRemoval: boolean;
  /** Tabs that were loaded again. */
  readonly reloaded: number[];
  /** Tabs into whose page a script was put, in order. */
  readonly scripted: number[];
  /** Tabs whose pages no extension may touch. */
  readonly untouchable: Set<number>;
  /** Rules of headers, by their ids. */
  readonly rules: Map<number, FakeRule>;
  /** How often they were changed. */
  rulesChanged: number;
  /** What our scripts in a tab's frames answer to what the background tells them; where there is none nobody listens. */
  readonly frames: Map<number, (message: unknown) => unknown>;
  /** What our functions that are run in a tab's page return there, by their names. */
  readonly functions: Map<string, (tab: number) => unknown>;
}

function storageArea(area: FakeStorage) {
  return {
    get: async (key: string | null) =>
      key === null ? Object.fromEntries(await area.under('')) : { [key]: await area.get(key) },
    set: async (values: Record<string, unknown>) => await area.set(values),
    remove: async (keys: readonly string[]) => await area.remove(keys),
  };
}

/** The parts of the browser's API that the extension uses, in memory. `firefox` names its cookie stores itself. */
export function fakeExtension({ firefox = false }: { readonly firefox?: boolean } = {}) {
  const insides: Insides = {
    local: fakeStorage(),
    session: fakeStorage(),
    tabs: new Map(),
    jar: new Map(),
    badges: new Map(),
    withheld: new Set(),
    jarOpens: Promise.resolve(),
    failures: [],
    alarms: new Map(),
    refusesRemoval: false,
    reloaded: [],
    scripted: [],
    untouchable: new Set(),
    rules: new Map(),
    rulesChanged: 0,
    frames: new Map(),
    functions: new Map(),
  };
  const events = {
    cookieChanged: fakeEvent(),
    requestBegan: fakeEvent(),
    headersSent: fakeEvent(),
    headersToSend: fakeEvent(),
    headersReceived: fakeEvent(),
    requestRedirected: fakeEvent(),
    responseStarted: fakeEvent(),
    requestFailed: fakeEvent(),
    message: fakeEvent(),
    connected: fakeEvent(),
    installed: fakeEvent(),
    startup: fakeEvent(),
    alarm: fakeEvent(),
    tabCreated: fakeEvent(),
    tabActivated: fakeEvent(),
    tabUpdated: fakeEvent(),
    tabRemoved: fakeEvent(),
  };
  const ordinary = firefox ? 'firefox-default' : '0';
  const inPrivate = firefox ? 'firefox-private' : '1';
  const api = {
    runtime: {
      id: 'known-as',
      getPlatformInfo: async () => ({ os: 'linux' }),
      getURL: (path: string) => `chrome-extension://known-as/${path}`,
      ...(firefox ? { getBrowserInfo: async () => ({ name: 'Firefox' }) } : {}),
      getManifest: () => ({ permissions: firefox ? ['webRequestBlocking'] : [] }),
      onMessage: events.message,
      onConnect: events.connected,
      onInstalled: events.installed,
      onStartup: events.startup,
    },
    storage: { local: storageArea(insides.local), session: storageArea(insides.session) },
    cookies: {
      getAllCookieStores: async () => [{ id: ordinary }, { id: inPrivate }],
      getAll: async (asked: Asked) => {
        await insides.jarOpens;
        return [...insides.jar.values()].filter((cookie) => isAsked(cookie, asked)).map(toldCookie);
      },
      ...writableCookies(insides, events.cookieChanged),
      onChanged: events.cookieChanged,
    },
    webRequest: {
      onBeforeRequest: events.requestBegan,
      onSendHeaders: events.headersSent,
      onHeadersReceived: events.headersReceived,
      onBeforeSendHeaders: events.headersToSend,
      onBeforeRedirect: events.requestRedirected,
      onResponseStarted: events.responseStarted,
      onErrorOccurred: events.requestFailed,
    },
    tabs: {
      get: async (id: number) => {
        const tab = insides.tabs.get(id);
        return tab === undefined ? await Promise.reject(new Error(`No tab with id: ${id}.`)) : { ...tab };
      },
      query: async () => {
        // Another process answers: what happened meanwhile is in its answer.
        await Promise.resolve();
        return [...insides.tabs.values()].map((tab) => ({ ...tab }));
      },
      sendMessage: async (id: number, message: unknown) => {
        const frame = insides.frames.get(id);
        if (frame !== undefined) return await Promise.resolve(frame(message));
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
      reload: async (id: number) => void insides.reloaded.push(id),
      onCreated: events.tabCreated,
      onActivated: events.tabActivated,
      onUpdated: events.tabUpdated,
      onRemoved: events.tabRemoved,
    },
    permissions: {
      onAdded: fakeEvent(),
      contains: async ({ origins }: { readonly origins: readonly string[] }) =>
        !origins.some((origin) => insides.withheld.has(origin.replace(/\/\*$/u, ''))),
    },
    action: {
      setBadgeText: async ({ tabId, text }: { readonly tabId: number; readonly text: string }) => {
        insides.badges.set(tabId, text);
      },
      setTitle: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    alarms: {
      onAlarm: events.alarm,
      get: async () => undefined,
      create: async (name: string, { when }: { readonly when?: number }) => {
        if (when !== undefined) insides.alarms.set(name, when);
      },
      clear: async (name: string) => insides.alarms.delete(name),
    },
    scripting: {
      ...scriptRegistry(),
      executeScript: async ({
        target,
        func,
      }: {
        readonly target: { readonly tabId: number };
        readonly func?: () => unknown;
      }) => {
        if (!insides.tabs.has(target.tabId)) throw new Error(`No tab with id: ${target.tabId}.`);
        if (insides.untouchable.has(target.tabId)) throw new Error('This page cannot be scripted: cannot access it.');
        if (func !== undefined) return [{ result: insides.functions.get(func.name)?.(target.tabId) }];
        insides.scripted.push(target.tabId);
        return [];
      },
    },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
    extension: { inIncognitoContext: false },
  };
  /** Only in Chromium do listeners pay for headers. */
  const chrome = {
    webRequest: { OnSendHeadersOptions: firefox ? {} : { EXTRA_HEADERS: 'extraHeaders' } },
    runtime: { getManifest: api.runtime.getManifest },
    declarativeNetRequest: ruleRegistry(insides, firefox),
  };
  return { api, chrome, events, insides, ordinary, inPrivate };
}

export type FakeExtension = ReturnType<typeof fakeExtension>;

/** Kept outside the modules, which are loaded anew each time the background starts. */
const world = globalThis as {
  extensionInTests?: FakeExtension;
  chrome?: unknown;
  reportError?: (error: unknown) => void;
  localStorage?: unknown;
};

/** Scripts in pages as a browser keeps them registered; nothing runs them here. */
function scriptRegistry() {
  const scripts = new Map<string, { readonly id: string }>();
  return {
    getRegisteredContentScripts: async ({ ids }: { readonly ids?: readonly string[] } = {}) =>
      [...scripts.values()].filter(({ id }) => ids === undefined || ids.includes(id)),
    registerContentScripts: async (more: readonly { readonly id: string }[]) => {
      for (const script of more) scripts.set(script.id, script);
    },
    unregisterContentScripts: async ({ ids }: { readonly ids: readonly string[] }) => {
      for (const id of ids) scripts.delete(id);
    },
  };
}

/** Rules as a browser keeps them; Firefox's cannot tell the page in the tab. */
function ruleRegistry(insides: Insides, firefox: boolean) {
  return {
    RuleConditionKeys: firefox ? {} : { TOP_DOMAINS: 'topDomains' },
    getDynamicRules: async ({ ruleIds }: { readonly ruleIds?: readonly number[] } = {}) =>
      [...insides.rules.values()].filter(({ id }) => ruleIds?.includes(id) ?? true),
    updateDynamicRules: async (change: {
      readonly removeRuleIds: readonly number[];
      readonly addRules: readonly FakeRule[];
    }) => {
      insides.rulesChanged += 1;
      for (const id of change.removeRuleIds) insides.rules.delete(id);
      for (const rule of change.addRules) insides.rules.set(rule.id, rule);
    },
  };
}

/** The storage of Firefox's background page, as far as it is used. */
function pageStorage(): unknown {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

/** Makes this the browser that the next background starts in. */
export function useExtension(extension: FakeExtension): void {
  world.extensionInTests = extension;
  world.chrome = extension.chrome;
  world.localStorage ??= pageStorage();
  world.reportError = (error) => extension.insides.failures.push(error);
}

/** What `webextension-polyfill` stands for in tests: `vi.mock('webextension-polyfill', …)` gives it out as its default. */
export const polyfill: unknown = new Proxy(
  {},
  { get: (_target, name) => world.extensionInTests?.api[name as keyof FakeExtension['api']] },
);
