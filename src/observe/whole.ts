import { sendToFrames } from '#browser/messaging.ts';
import type { StorageIdentifier } from '#core/identifier.ts';
import type { StoredItem, TellWhole } from '#messages/watch.ts';

/** Asks a tab's pages for all of one value in web storage; `null` where none has it. */
export async function wholeFrom(tab: number, { area, origin, key }: StorageIdentifier): Promise<StoredItem | null> {
  if (area === 'indexed-db') return null;
  const asked: TellWhole = { from: 'background', type: 'tell-whole', origin, area, key };
  return ((await sendToFrames(tab, asked)) as StoredItem | undefined) ?? null;
}
