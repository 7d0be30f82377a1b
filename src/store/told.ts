import type { KeyedStorage } from '#browser/storage.ts';
import { parseTold, type Told } from '#core/notice.ts';

const KEY = 'told';

/** What the person was told of before, by card or notification. */
export async function readTold(storage: KeyedStorage): Promise<Told> {
  return parseTold(await storage.get(KEY));
}

export async function keepTold(storage: KeyedStorage, told: Told): Promise<void> {
  await storage.set({ [KEY]: told });
}
