import { allCookies, cookieDefaults, storeWithoutTab, onCookieChanged, storeOfTab } from '#browser/cookies.ts';
import { editHeaders } from '#browser/header-edits.ts';
import { every, onAlarms, onLifecycle } from '#browser/lifecycle.ts';
import { onLines, onMessage, type Sender } from '#browser/messaging.ts';
import { onRequests, showsCookies } from '#browser/requests.ts';
import { inMemory, onDisk } from '#browser/storage.ts';
import { allTabs, getTab, onTabs, visibleTabs } from '#browser/tabs.ts';
import { gpcOn } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';
import { parseBannerMessage } from '#messages/banner.ts';
import { parseCardMessage } from '#messages/card.ts';
import { isViewMessage } from '#messages/protocol.ts';
import { type JournalEntry, type WatcherMessage, parseWatcherMessage } from '#messages/watch.ts';
import { observeCookieChange, report, takeInFound } from '#observe/cookies.ts';
import { noBirths } from '#observe/births.ts';
import { learnCrossSiteCookies } from '#observe/cross-site-cookies.ts';
import { openJar } from '#observe/jar.ts';
import { rememberPeople } from '#observe/people.ts';
import { followNothing } from '#observe/following.ts';
import { rememberKnown } from '#observe/known.ts';
import { startQueue } from '#observe/queue.ts';
import { rememberRecent } from '#observe/recent.ts';
import { observeAnswered, observeFailed, observeRequest, type UnderWay } from '#observe/requests.ts';
import { rememberSignIns } from '#observe/sign-ins.ts';
import { rememberTabs } from '#observe/tab-contexts.ts';
import { noMirrors } from '#observe/mirrors.ts';
import { noSockets } from '#observe/sockets.ts';
import { noToldBodies } from '#observe/told-bodies.ts';
import { observeWatcher } from '#observe/watcher.ts';
import { noneUnsure } from '#observe/unsure.ts';
import { noneUnexplained } from '#observe/unexplained.ts';
import type { Watching } from '#observe/watching.ts';
import { ALL_SITES } from '#store/rows.ts';
import { readSettings } from '#store/settings.ts';
import { answerViews } from './answer.ts';
import { aboutHere, type Control } from './control/control.ts';
import { type Deciding, forgetChoices, PAUSE_ALARM, pausesEnded } from './control/decisions.ts';
import { editAsDecided, type TakenFromHeaders } from './control/edit.ts';
import { keepGpcOn } from './control/gpc.ts';
import { openLayers, refreshEdits, refreshRules } from './control/layers.ts';
import { keepDueForgetting } from './control/due-forgetting.ts';
import { pageScriptPlan } from './control/page-script-plan.ts';
import { noticeOn } from './control/noticing.ts';
import { keepPolicyOn } from './control/policy-keeper.ts';
import { ordinary, RESET_ALARM, resetForSession, resetIfDue, setResetAlarm } from './control/resets.ts';
import { nothingBeingTaken } from './control/withhold.ts';
import { withholdAsDecided } from './control/withholding.ts';
import { openBanners } from './banners/open.ts';
import { openJournal } from './journal.ts';
import { answerCards } from './cards.ts';
import { followEverywhere } from './follow-everywhere.ts';
import { gatherNews } from './gather-news.ts';
import { CALENDAR, openLedgers } from './ledgers.ts';
import './page-scripts.ts';
import { tellOfNumbers } from './notices.ts';
import { applyPageScripts, GPC_FILE } from './page-scripts.ts';
import { followPrivateWindows } from './private-windows.ts';
import { reconcile } from './reconcile.ts';
import { runToolbar } from './toolbar.ts';
import { keepOpenViews } from './views.ts';

const now = (): number => Date.now();
const newId = (): string => crypto.randomUUID();

const views = keepOpenViews();
const show = gatherNews((domains) => {
  views.changed(domains);
  toolbar.changed(domains);
});
const ledgers = openLedgers(now, (domains) => {
  show(domains);
  notices.changed(domains);
  for (const domain of domains ?? []) void setResetAlarm(deciding, domain).catch(report);
  void banners.changed(domains ?? []).catch(report);
});
const toolbar = runToolbar(ledgers.countAtWork);
const journal = openJournal({ storage: onDisk, intake: ledgers, store: storeWithoutTab(false), now });

const control: Control = {
  policy: keepPolicyOn(onDisk, inMemory),
  noticing: noticeOn(onDisk, inMemory, now),
  jar: openJar(allCookies, now),
  queue: startQueue(),
  disk: ledgers.disk,
  private: ledgers.private,
  take: ledgers.take,
  now,
  newId,
};
const gpc = keepGpcOn({
  storage: onDisk,
  file: GPC_FILE,
  isOnRecord: async (domain) => domain !== ALL_SITES && (await ledgers.disk.tables.get('sites', domain)) !== undefined,
  refresh: async () => await layers.refresh(),
});
const takenFromHeaders: TakenFromHeaders = new Map();
const due = keepDueForgetting(onDisk, async () => await layers.refresh());
const layers = openLayers(control, [
  refreshRules,
  async (withheld) => await refreshEdits(control, setEdited, withheld),
  async (withheld) => {
    const ground = { policy: await control.policy.read(false), due: await due.all(), now: now() };
    await applyPageScripts(pageScriptPlan({ ...ground, withheld }));
  },
  gpc.layer,
]);
const following = followNothing();
const known = rememberKnown(ledgers.numbersAtWork, following);
const deciding: Deciding = { control, layers, due, known, being: nothingBeingTaken(), asked: new Map() };

const notices = tellOfNumbers({ deciding, calendar: CALENDAR });

/** Has something done some ms later, in its turn. */
function later(ms: number, run: () => Promise<void>): void {
  setTimeout(() => void control.queue.add(run), ms);
}

const watching: Watching = {
  jar: control.jar,
  known,
  following,
  recent: rememberRecent(),
  unexplained: noneUnexplained(later),
  later,
  unsure: noneUnsure(),
  signIns: rememberSignIns(inMemory, { now, cookiesFirst: showsCookies() }),
  people: rememberPeople(inMemory, newId),
  births: noBirths(),
  waiting: new Set(),
  toldBodies: noToldBodies(),
  mirrors: noMirrors(),
  sockets: noSockets(),
  wiped: ledgers.wiped,
  tabs: rememberTabs({ getTab, visibleTabs, storeOf: storeOfTab }),
  queue: control.queue,
  withholding: withholdAsDecided(deciding, takenFromHeaders),
  crossSite: learnCrossSiteCookies(inMemory, cookieDefaults),
  aboutOf: async (identifier) => await aboutHere(control, identifier),
  notice: control.noticing.note,
  take: ledgers.take,
  now,
  newId,
};

/** A moment after the start, which is for what woke the background. */
setTimeout(() => {
  const tables = [ledgers.disk.tables, ledgers.private.then((ledger) => ledger.tables)];
  for (const one of tables)
    Promise.resolve(one)
      .then((all) => followEverywhere(all, following, now()))
      .catch(report);
}, 1000);

const banners = openBanners({
  deciding,
  isGpcOn: async (domain) => gpcOn(await gpc.read(), domain),
  failed: report,
});
const underWay: UnderWay = new Map();

const answer = answerViews({
  disk: ledgers.disk,
  private: ledgers.private,
  deciding,
  gpc,
  bannersMet: banners.met,
  take: ledgers.take,
  now,
  drainJournal: journal.drain,
  wipe: async (domain) => {
    ledgers.wiped.note(domain, now());
    await journal.wipe(domain);
    await ledgers.wipe(domain);
    watching.known.forgetAll();
    await gpc.forget(domain);
    await forgetChoices(deciding, domain);
    await control.noticing.forget(domain);
    await watching.signIns.forget(domain);
    await watching.people.forget(domain);
    await banners.forget(domain);
    await notices.forget(domain);
  },
});

/** Drops what is older than the settings keep, among it what pages told last session and nobody heard. */
async function prune(): Promise<void> {
  await journal.drain();
  await ledgers.disk.prune(await readSettings(onDisk), now());
}

/** Kept for as long as the browser runs. */
const SESSION = 'session-began';

/**
 * A browser session began, which the background finds out by itself as it starts: what ended with the last one is noted,
 * what is due is reset, and what was stored before we were there is dealt with as decided.
 */
async function beginSession(): Promise<void> {
  if ((await inMemory.get(SESSION)) !== undefined) return;
  await inMemory.set({ [SESSION]: now() });
  await reconcile(watching, ledgers.disk);
  await resetForSession(deciding);
  await pausesEnded(deciding);
}

/** Installed or updated. At the first start of all, what is already there is taken in as found. */
async function begin(): Promise<void> {
  // After an update the files in pages may have other names.
  await layers.refresh();
  await banners.register();
  if ((await ledgers.disk.tables.get('meta', 'since')) !== undefined) return;
  await takeInFound(watching);
  await ledgers.disk.begin(now());
}

/** With the last private window goes what was decided and recorded in them; a new one is not to meet it. */
const privateWindows = followPrivateWindows({
  allTabs,
  ended: async () => {
    const decided = await control.policy.endPrivate();
    await control.noticing.endPrivate();
    await watching.people.endPrivate();
    await banners.own.endPrivate();
    await (await ledgers.private).tables.wipe(null);
    if (decided) await layers.refresh();
  },
});

/** Keeps what a page must not lose; its time only after the page itself, which may have failed to tell of it. */
async function keepEntry(told: JournalEntry & WatcherMessage, sender: Sender): Promise<unknown> {
  const opening = told.type === 'time-spent' ? await journal.openingOf(told.page) : undefined;
  if (opening !== undefined) await keepEntry({ ...opening, from: 'watcher', private: told.private }, sender);
  const kept = await observeWatcher(watching, told, sender);
  await journal.done(told);
  return kept;
}

onCookieChanged((change) => observeCookieChange(watching, change));
onCookieChanged(banners.own.cookie);
onRequests({
  began: (request) => observeRequest(watching, underWay, request),
  answered: (answered) => observeAnswered(watching, underWay, answered),
  failed: (id, arrival) => observeFailed(watching, underWay, { id, arrival }),
});
const setEdited = editHeaders(editAsDecided(control, watching, takenFromHeaders));
const answerCard = answerCards(notices.cards);
onTabs({
  opened: privateWindows.opened,
  shown: (id) => {
    toolbar.shown(id);
    notices.left(id);
  },
  closed: (id) => {
    watching.tabs.forget(id);
    watching.signIns.closed(id);
    banners.own.closed(id);
    notices.left(id);
    void privateWindows.closed().catch(report);
  },
});
onLines(views.opened, views.closed);
onMessage((message, sender) => {
  if (sender.own && isViewMessage(message)) return answer(message);
  const card = parseCardMessage(message);
  if (card !== undefined) return answerCard(card, sender);
  const banner = parseBannerMessage(message);
  if (banner !== undefined) return banners.answer(banner, sender);
  const told = parseWatcherMessage(message);
  if (told === undefined) return undefined;
  banners.own.hear(told, sender);
  // Where the browser shows the cookies of every request, the guard's word would count them twice.
  if (told.type === 'asked-with-cookies' && showsCookies()) return Promise.resolve(true);
  return told.type === 'page-opened' || told.type === 'time-spent'
    ? keepEntry(told, sender)
    : observeWatcher(watching, told, sender);
});
onLifecycle({
  installed: () => void begin().catch(report),
  // Only so that the browser starts us with it.
  sessionBegan: () => undefined,
});
void beginSession().catch(report);
onAlarms(RESET_ALARM, (domain) => void resetIfDue(deciding, ordinary(domain as Domain)).catch(report));
onAlarms(PAUSE_ALARM, () => void pausesEnded(deciding).catch(report));
every(24 * 60, 'prune', () => void prune().catch(report));

// What the pages' watchers could not tell before the background was stopped; again once those that live had their time.
void journal.drain().catch(report);
setTimeout(() => void journal.drain().catch(report), 5000);
