import { inPrivateWindow, stillInstalled } from '#browser/context.ts';
import { onMessage, sendMessage } from '#browser/messaging.ts';
import { writeJournal } from './journal.ts';
import type { Press } from '#core/press.ts';
import type { JournalEntry, LastPress, ReportNow, StoredItem, TellWhole, WatcherMessage, Watching } from './watch.ts';

/** Waits before each further try, in ms. The journal holds an entry meanwhile. */
const RETRIES = [250, 1000, 4000];

/** Any watcher's message without what is the same in all. */
type News = WatcherMessage extends infer Message
  ? Message extends WatcherMessage
    ? Omit<Message, 'from' | 'private'>
    : never
  : never;

function messageOf(news: News): WatcherMessage {
  return { from: 'watcher', private: inPrivateWindow(), ...news };
}

/** Tells the background; what it misses is told again by the next look. */
export function tell(news: News): void {
  if (stillInstalled()) sendMessage(messageOf(news)).catch(missed);
}

/** Tells the background until it acknowledges, as long as the page lives. */
export function tellUntilHeard(news: News): void {
  if (stillInstalled()) void attempt(news, 0);
}

/** Tells the background what must not be lost: written to the journal first, then told until it is acknowledged. */
export function deliver(entry: JournalEntry): void {
  if (!stillInstalled()) return;
  // A private window leaves nothing on disk: there the message alone must do.
  if (!inPrivateWindow()) writeJournal(entry).catch(missed);
  void attempt(entry, 0);
}

/** Keeps an entry on disk only, to be told by `deliver` later, or found there if the page does not live to tell it. */
export function keepInJournal(entry: JournalEntry): void {
  if (stillInstalled() && !inPrivateWindow()) writeJournal(entry).catch(missed);
}

async function attempt(news: News, tries: number): Promise<void> {
  const acknowledged = await sendMessage(messageOf(news)).then(Boolean, () => false);
  const wait = RETRIES[tries];
  if (!acknowledged && wait !== undefined && stillInstalled()) setTimeout(() => void attempt(news, tries + 1), wait);
}

/** The background was stopped, or the extension updated under the page: both are ordinary. */
function missed(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

/** Answers the background's question whether this page is watched. */
export function onReportNow(report: () => void): void {
  onMessage((message) => {
    const { from, type } = message as Partial<ReportNow>;
    if (from !== 'background' || type !== 'report-now') return undefined;
    report();
    return Promise.resolve({ watching: true } satisfies Watching);
  });
}

/** Answers the background's question for all of one value; `null` where it is not in this frame. */
export function onTellWhole(item: (asked: TellWhole) => StoredItem | null): void {
  onMessage((message) => {
    const asked = message as Partial<TellWhole>;
    if (asked.from !== 'background' || asked.type !== 'tell-whole') return undefined;
    const answer = item(asked as TellWhole);
    return answer === null ? undefined : Promise.resolve(answer);
  });
}

/** Answers the background's question what was pressed in this frame last, where that was late enough. */
export function onLastPress(last: () => Press | null): void {
  onMessage((message) => {
    const { from, type, since } = message as Partial<LastPress>;
    if (from !== 'background' || type !== 'last-press' || typeof since !== 'number') return undefined;
    const press = last();
    return press === null || press.at < since ? undefined : Promise.resolve(press);
  });
}
