import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Engine } from '#store/schema.ts';

/** A browser's IndexedDB with nothing in it. */
export function emptyDisk(): Engine {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}
