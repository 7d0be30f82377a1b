import { type KeyedStorage, onDisk } from '#browser/storage.ts';
import { type JournalEntry, type PageOpened, parseJournalEntry } from './watch.ts';

/**
 * The journal: what a page's watcher must not lose is written here first, by the page itself, so that it outlives a
 * background that is stopped in the middle. The background removes an entry once the ledger has it.
 */
const PREFIX = 'journal/';

export async function writeJournal(entry: JournalEntry, storage: KeyedStorage = onDisk): Promise<void> {
  await storage.set({ [PREFIX + entry.id]: entry });
}

export async function removeFromJournal(ids: readonly string[], storage: KeyedStorage = onDisk): Promise<void> {
  if (ids.length > 0) await storage.remove(ids.map((id) => PREFIX + id));
}

/** The opening of a page, where the journal still holds it; it is kept under the page's own name. */
export async function openingInJournal(page: string, storage: KeyedStorage = onDisk): Promise<PageOpened | undefined> {
  const entry = parseJournalEntry(await storage.get(PREFIX + page));
  return entry?.type === 'page-opened' && entry.page === page ? entry : undefined;
}

/** All entries, oldest first; damaged ones are removed. */
export async function readJournal(storage: KeyedStorage = onDisk): Promise<readonly JournalEntry[]> {
  const stored = await storage.under(PREFIX);
  const entries = [...stored].map(([key, value]) => [key, parseJournalEntry(value)] as const);
  const damaged = entries.filter(([, entry]) => entry === undefined).map(([key]) => key);
  if (damaged.length > 0) await storage.remove(damaged);
  return entries
    .map(([, entry]) => entry)
    .filter((entry) => entry !== undefined)
    .toSorted((a, b) => a.at - b.at);
}
