import browser, { type Storage } from 'webextension-polyfill';

/** Small values by key: on disk (`local`), or in memory until the browser closes (`session`). */
export interface KeyedStorage {
  readonly get: (key: string) => Promise<unknown>;
  /** All values whose key begins so. */
  readonly under: (prefix: string) => Promise<ReadonlyMap<string, unknown>>;
  readonly set: (values: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
}

function keyed(area: () => Storage.StorageArea): KeyedStorage {
  return {
    get: async (key) => (await area().get(key))[key],
    under: async (prefix) => {
      const all = await area().get(null);
      return new Map(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
    },
    set: async (values) => await area().set({ ...values }),
    remove: async (keys) => await area().remove([...keys]),
  };
}

export const onDisk: KeyedStorage = keyed(() => browser.storage.local);
export const inMemory: KeyedStorage = keyed(() => browser.storage.session);
