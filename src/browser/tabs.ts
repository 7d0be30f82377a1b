import browser from 'webextension-polyfill';

export interface Tab {
  readonly id: number;
  readonly url: string | null;
  readonly private: boolean;
  /** Firefox says `cookieStoreId`; Chromium is asked through the cookie stores instead. */
  readonly store: string | null;
}

function toTab(tab: browser.Tabs.Tab): Tab | null {
  if (tab.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? null, private: tab.incognito, store: tab.cookieStoreId ?? null };
}

/** A tab by its id; `null` where it is gone. */
export async function getTab(id: number): Promise<Tab | null> {
  try {
    return toTab(await browser.tabs.get(id));
  } catch (error) {
    if (error instanceof Error && /tab/iu.test(error.message)) return null;
    throw error;
  }
}

/** The tab the person looks at in this window; `null` in a window without one. */
export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab === undefined ? null : toTab(tab);
}

/** Every window's visible tab. */
export async function visibleTabs(): Promise<readonly Tab[]> {
  const tabs = await browser.tabs.query({ active: true });
  return tabs.map(toTab).filter((tab) => tab !== null);
}

/** Every tab whose address we may see, private windows' included where we may look. */
export async function allTabs(): Promise<readonly Tab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.map(toTab).filter((tab) => tab !== null);
}

/** Loads a tab again; a tab that is gone is no error. */
export async function reloadTab(id: number): Promise<void> {
  try {
    await browser.tabs.reload(id);
  } catch (error) {
    if (!(error instanceof Error && /tab/iu.test(error.message))) throw error;
  }
}

/** Tells of tabs that were opened, that came to the front or went to another page, and that closed, in that order. */
export function onTabs(tell: {
  readonly opened: (id: number) => void;
  readonly shown: (id: number) => void;
  readonly closed: (id: number) => void;
}): void {
  browser.tabs.onCreated.addListener(({ id }) => {
    if (id !== undefined) tell.opened(id);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => tell.shown(tabId));
  browser.tabs.onUpdated.addListener((id, change) => {
    if (change.status !== undefined || change.url !== undefined) tell.shown(id);
  });
  browser.tabs.onRemoved.addListener((id) => tell.closed(id));
}

/** Opens one of our own pages in a new tab. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
