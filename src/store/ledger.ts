import { type Calendar, dateOf } from '#core/calendar.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Settings } from '#core/report.ts';
import { beginDraft, type Draft } from './draft.ts';
import { fold } from './fold/fold.ts';
import { keepWithinLimits } from './keep-within.ts';
import { ALL_SITES } from './rows.ts';
import type { Tables } from './tables.ts';

const DAY = 86_400_000;
/** How long what was taken away can be brought back. */
const TAKEN_DAYS = 30;

/** The memory of what happened. Events go in, in order; reports read the tables (`store/report/`). */
export interface Ledger {
  readonly tables: Tables;
  readonly calendar: Calendar;
  /** Records a batch, whole or not at all; resolves once it is kept. Rejects when the disk refuses. */
  readonly append: (events: readonly LedgerEvent[]) => Promise<void>;
  /** Notes when watching began, once; tells whether this was the first time. */
  readonly begin: (at: number) => Promise<boolean>;
  /** Drops what is older than the settings keep. */
  readonly prune: (settings: Settings, now: number) => Promise<void>;
  /** Forgets tabs: their ids mean nothing in a new browser session. */
  readonly closeTabs: () => Promise<void>;
}

/** A ledger over tables. One writer at a time: call `append` in a row (`observe/intake.ts` does). */
export function openLedger(tables: Tables, calendar: Calendar): Ledger {
  return {
    tables,
    calendar,
    append: async (events) => {
      const draft = beginDraft(tables);
      for (const event of events) {
        const again = event.type === 'page-visited' && (await draft.get('pages', event.page)) !== undefined;
        await fold(draft, event, calendar);
        if (!again) await countRecognised(draft, event, calendar);
      }
      await tables.write(draft.changes(), draft.removals());
      for (const domain of new Set(events.map((event) => event.domain))) await keepWithinLimits(tables, domain);
    },
    begin: async (at) => {
      if ((await tables.get('meta', 'since')) !== undefined) return false;
      await tables.write({ meta: [{ key: 'since', domain: ALL_SITES, at }] });
      return true;
    },
    prune: async (settings, now) =>
      await tables.prune({
        events: now - settings.eventDays * DAY,
        taken: now - TAKEN_DAYS * DAY,
        date: dateOf(now - settings.sumDays * DAY, calendar),
      }),
    closeTabs: async () => {
      const sites = await tables.all('sites');
      await tables.write({
        sites: sites.filter((row) => Object.keys(row.open).length > 0).map((row) => ({ ...row, open: {} })),
      });
    },
  };
}

/** Counts, once a day and site, that a site recognised the person by a number. */
async function countRecognised(draft: Draft, event: LedgerEvent, calendar: Calendar): Promise<void> {
  if (event.type !== 'page-visited' && event.type !== 'number-seen') return;
  const date = dateOf(event.at, calendar);
  const day = await draft.get('days', `${event.domain}|${date}`);
  if (day === undefined || day.sites > 0) return;
  const numbers = await draft.ofDomain('numbers', event.domain);
  if (!numbers.some((row) => row.ended === null)) return;
  draft.put('days', { ...day, sites: 1 });
  const key = `${ALL_SITES}|${date}`;
  const all = await draft.get('days', key);
  const row = all ?? { key, subject: ALL_SITES, domain: ALL_SITES, date, visits: 0, milliseconds: 0, sites: 0 };
  draft.put('days', { ...row, sites: row.sites + 1 });
}
