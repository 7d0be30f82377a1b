import type { KeyedStorage } from '#browser/storage.ts';

/** Keyed storage in memory: as the browser's, it keeps JSON and hands out copies. `held` is what a look at it finds. */
export interface FakeStorage extends KeyedStorage {
  readonly held: Map<string, string>;
}

function read(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

export function fakeStorage(): FakeStorage {
  const held = new Map<string, string>();
  return {
    held,
    get: async (key) => read(held.get(key)),
    under: async (prefix) =>
      new Map([...held].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => [key, read(text)])),
    set: async (values) => {
      for (const [key, value] of Object.entries(values)) {
        const text = JSON.stringify(value);
        // As in the browser, `undefined` is not kept.
        if (text !== undefined) held.set(key, text);
      }
    },
    remove: async (keys) => {
      for (const key of keys) held.delete(key);
    },
  };
}
