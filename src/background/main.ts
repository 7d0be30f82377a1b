import { allCookies, cookieDefaults, storeWithoutTab, onCookieChanged, storeOfTab } from '#browser/cookies.ts';
import { every, onLifecycle } from '#browser/lifecycle.ts';
import { onLines, onMessage, type Sender } from '#browser/messaging.ts';
import { onRequests, showsCookies } from '#browser/requests.ts';
import { inMemory, onDisk } from '#browser/storage.ts';
import { getTab, onTabs, visibleTabs } from '#browser/tabs.ts';
import { isViewMessage } from '#messages/protocol.ts';
import { type JournalEntry, type WatcherMessage, parseWatcherMessage } from '#messages/watch.ts';
import { observeCookieChange, report, takeInFound } from '#observe/cookies.ts';
import { learnCrossSiteCookies } from '#observe/cross-site-cookies.ts';
import { openJar } from '#observe/jar.ts';
import { rememberKnown } from '#observe/known.ts';
import { startQueue } from '#observe/queue.ts';
import { rememberRecent } from '#observe/recent.ts';
import { observeAnswered, observeRequest, type UnderWay } from '#observe/requests.ts';
import { rememberTabs } from '#observe/tab-contexts.ts';
import { observeWatcher } from '#observe/watcher.ts';
import type { Watching } from '#observe/watching.ts';
import { readSettings } from '#store/settings.ts';
import { answerViews } from './answer.ts';
import { openJournal } from './journal.ts';
import { openLedgers } from './ledgers.ts';
import './page-scripts.ts';
import { reconcile } from './reconcile.ts';
import { runToolbar } from './toolbar.ts';
import { keepOpenViews } from './views.ts';

const now = (): number => Date.now();
const newId = (): string => crypto.randomUUID();

const views = keepOpenViews();
const ledgers = openLedgers(now, (domains) => {
  views.changed(domains);
  toolbar.changed(domains);
});
const toolbar = runToolbar(ledgers.countAtWork);
const journal = openJournal({ storage: onDisk, intake: ledgers, store: storeWithoutTab(false), now });

const watching: Watching = {
  jar: openJar(allCookies, now),
  known: rememberKnown(ledgers.numbersAtWork),
  recent: rememberRecent(),
  tabs: rememberTabs({ getTab, visibleTabs, storeOf: storeOfTab }),
  queue: startQueue(),
  crossSite: learnCrossSiteCookies(inMemory, cookieDefaults),
  take: ledgers.take,
  now,
  newId,
};

const underWay: UnderWay = new Map();

const answer = answerViews({
  disk: ledgers.disk,
  private: ledgers.private,
  now,
  drainJournal: journal.drain,
  wipe: async (domain) => {
    await journal.wipe(domain);
    await ledgers.wipe(domain);
    watching.known.forgetAll();
  },
});

async function prune(): Promise<void> {
  await ledgers.disk.prune(await readSettings(onDisk), now());
}

/** First start of all: what is already there is taken in as found. */
async function begin(): Promise<void> {
  if ((await ledgers.disk.tables.get('meta', 'since')) !== undefined) return;
  await takeInFound(watching);
  await ledgers.disk.begin(now());
}

/** Keeps what a page must not lose; its time only after the page itself, which may have failed to tell of it. */
async function keepEntry(told: JournalEntry & WatcherMessage, sender: Sender): Promise<boolean> {
  const opening = told.type === 'time-spent' ? await journal.openingOf(told.page) : undefined;
  if (opening !== undefined) await keepEntry({ ...opening, from: 'watcher', private: told.private }, sender);
  const kept = await observeWatcher(watching, told, sender);
  await journal.done(told);
  return kept;
}

onCookieChanged((change) => observeCookieChange(watching, change));
onRequests({
  began: (request) => observeRequest(watching, underWay, request),
  answered: (answered) => observeAnswered(watching, underWay, answered),
});
onTabs({
  shown: toolbar.shown,
  closed: watching.tabs.forget,
});
onLines(views.opened, views.closed);
onMessage((message, sender) => {
  if (sender.own && isViewMessage(message)) return answer(message);
  const told = parseWatcherMessage(message);
  if (told === undefined) return undefined;
  // Where the browser shows the cookies of every request, the guard's word would count them twice.
  if (told.type === 'asked-with-cookies' && showsCookies()) return Promise.resolve(true);
  return told.type === 'page-opened' || told.type === 'time-spent'
    ? keepEntry(told, sender)
    : observeWatcher(watching, told, sender);
});
onLifecycle({
  installed: () => void begin().catch(report),
  sessionBegan: () => void reconcile(watching, ledgers.disk).catch(report),
});
every(24 * 60, 'prune', () => void prune().catch(report));

// What the pages' watchers could not tell before the background was stopped; again once those that live had their time.
void journal.drain().catch(report);
setTimeout(() => void journal.drain().catch(report), 5000);
