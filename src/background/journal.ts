import type { KeyedStorage } from '#browser/storage.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { openingInJournal, readJournal, removeFromJournal } from '#messages/journal.ts';
import type { JournalEntry, PageOpened } from '#messages/watch.ts';
import { NO_TAB } from '#observe/page-context.ts';
import { pageEvents } from '#observe/pages.ts';
import type { Intake } from '#observe/intake.ts';

/** A page that lives still tells an entry itself, with its tab; what is older than this, its page could not tell. */
const GRACE = 3000;

/** The journal of the pages' watchers, seen from the background. */
export interface Journal {
  /** Keeps what pages could not tell themselves. */
  readonly drain: () => Promise<void>;
  /** The opening of a page that could not be told before something else of that page. */
  readonly openingOf: (page: string) => Promise<PageOpened | undefined>;
  /** The ledger has it. */
  readonly done: (entry: JournalEntry) => Promise<void>;
  /** Removes what the journal holds of a site; `null`: everything. */
  readonly wipe: (domain: Domain | null) => Promise<void>;
}

export function openJournal({
  storage,
  intake,
  store,
  now,
}: {
  readonly storage: KeyedStorage;
  readonly intake: Intake;
  /** Where entries without a tab belong: ordinary windows'. */
  readonly store: string;
  readonly now: () => number;
}): Journal {
  const keep = async (entry: JournalEntry): Promise<void> => {
    await intake.take(pageEvents(entry, { tab: NO_TAB, store }));
    await removeFromJournal([entry.id], storage);
  };
  return {
    drain: async () => {
      for (const entry of await readJournal(storage)) {
        // A clock that was set back leaves entries of the future: nobody will tell those either.
        if (Math.abs(now() - entry.at) > GRACE) await keep(entry);
      }
    },
    openingOf: async (page) => await openingInJournal(page, storage),
    done: async (entry) => await removeFromJournal([entry.id], storage),
    wipe: async (domain) => {
      const entries = await readJournal(storage);
      const doomed = entries.filter((entry) => domain === null || domainOf(entry.url) === domain);
      await removeFromJournal(
        doomed.map((entry) => entry.id),
        storage,
      );
    },
  };
}
