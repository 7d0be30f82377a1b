import { bytesUsed } from '#browser/lifecycle.ts';
import { mayLookAt, mayLookEverywhere } from '#browser/permissions.ts';
import { sendToTab } from '#browser/messaging.ts';
import { getTab, type Tab } from '#browser/tabs.ts';
import { onDisk } from '#browser/storage.ts';
import type { LedgerEvent } from '#core/event.ts';
import { gpcHere } from '#core/gpc.ts';
import type { TabReport } from '#core/report.ts';
import { domainOf } from '#core/site.ts';
import { parseUrl } from '#core/url.ts';
import type { ViewAnswer, ViewMessage, ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import { exportSlice } from '#store/export.ts';
import type { Ledger } from '#store/ledger.ts';
import { type Answers, answersOfControl } from './answer-control.ts';
import type { BannersMet } from './banners/met.ts';
import { registerBanners } from './banners/registered.ts';
import { undoBanner } from './banners/undo.ts';
import type { Deciding } from './control/decisions.ts';
import type { Gpc } from './control/gpc.ts';
import { allCompanies, companyReport } from '#store/report/companies.ts';
import { diaryOf } from '#store/report/lines.ts';
import { overviewReport } from '#store/report/overview.ts';
import { latestReceipts, receiptsFile, receiptsOf } from '#store/report/receipts.ts';
import { siteReport } from '#store/report/site.ts';
import { siteSummaries } from '#store/report/sites.ts';
import { keepBannerChoice, readBannerSettings, keepRefusalBlocks } from '#store/banners.ts';
import { keepSettings, readSettings } from '#store/settings.ts';

/** What answering needs. */
export interface Answering {
  readonly disk: Ledger;
  readonly private: Promise<Ledger>;
  readonly now: () => number;
  readonly deciding: Deciding;
  readonly gpc: Gpc;
  readonly bannersMet: BannersMet;
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
  /** Forgets a site (`null`: all) everywhere, the journal and what is in mind included. */
  readonly wipe: (domain: ViewRequests['wipeSite']['ask']['domain'] | null) => Promise<void>;
  /** Takes what the journal still holds. */
  readonly drainJournal: () => Promise<void>;
}

function answersOf(answering: Answering): Answers {
  const { disk, gpc, now } = answering;
  return {
    ...answersOfControl(answering.deciding),
    tabReport: async (ask) => await tabReport(answering, ask),
    siteReport: async (ask) => {
      const known = await disk.tables.get('sites', ask.domain);
      const policy = await answering.deciding.control.policy.read(false);
      const banners = await readBannerSettings(onDisk);
      return known === undefined
        ? null
        : await siteReport(disk, { ...ask, policy, banners, now: now(), private: false });
    },
    diary: async ({ domain, before }) => await diaryOf(disk, { domain, before: before ?? Number.MAX_SAFE_INTEGER }),
    sites: async () => await siteSummaries(disk, now(), await answering.deciding.control.policy.read(false)),
    companies: async () => await allCompanies(disk, now()),
    company: async ({ domain }) => await companyReport(disk, domain, now()),
    overview: async () => await overviewReport(disk, now()),
    banners: async () => await readBannerSettings(onDisk),
    chooseBanners: async ({ domain, mode, purposes = [] }) => {
      const chosen = await keepBannerChoice(onDisk, domain, mode === null ? null : { mode, purposes });
      await registerBanners(chosen);
      return chosen;
    },
    changeRefusalBlocks: async ({ blocks }) => await keepRefusalBlocks(onDisk, blocks),
    undoBanner: async (ask) => {
      const { bannersMet: met, take } = answering;
      const ledgerOf = async (tab: Tab): Promise<Ledger> => (tab.private ? await answering.private : disk);
      return await undoBanner({ met, take, now, ledgerOf }, ask);
    },
    receipts: async ({ domain }) => await receiptsOf(disk.tables, domain),
    latestReceipts: async () => await latestReceipts(disk.tables),
    receiptsFile: async (ask) => await receiptsFile(disk.tables, ask),
    settings: async () => await readSettings(onDisk),
    changeSettings: async (ask) => {
      const kept = await keepSettings(onDisk, ask);
      // What pages could not tell yet may be older too.
      await answering.drainJournal();
      await disk.prune(kept, now());
      return kept;
    },
    gpc: gpc.read,
    changeGpc: async ({ domain, on }) => await gpc.choose(domain, typeof on === 'boolean' ? on : null),
    lookUpGpc: async ({ domain }) => await gpc.lookUp(domain),
    usage: bytesUsed,
    wipeSite: async ({ domain }) => {
      await answering.wipe(domain);
      return null;
    },
    wipeEverything: async () => {
      await answering.wipe(null);
      return null;
    },
    exportSlice: async ({ cursor }) =>
      await exportSlice(disk.tables, await answering.deciding.control.policy.read(false), cursor),
  };
}

async function tabReport(answering: Answering, ask: ViewRequests['tabReport']['ask']): Promise<TabReport> {
  const tab = await getTab(ask.tabId);
  const url = tab?.url ?? null;
  const domain = url === null ? undefined : domainOf(url);
  const origin = url === null ? undefined : parseUrl(url)?.origin;
  // Without access to a site the browser does not tell its name either, unless the person just pressed our button there.
  if (tab !== null && url === null && !(await mayLookEverywhere())) {
    return { state: 'withheld', domain: null, origin: null };
  }
  if (tab === null || domain === undefined || origin === undefined) return { state: 'unseeable', url };
  if (!(await mayLookAt(origin))) return { state: 'withheld', domain, origin };
  const watching = await sendToTab(tab.id, { from: 'background', type: 'report-now' });
  await answering.drainJournal();
  const ledger = tab.private ? await answering.private : answering.disk;
  const policy = await answering.deciding.control.policy.read(tab.private);
  const banners = await readBannerSettings(onDisk);
  const site = await siteReport(ledger, {
    ...ask,
    domain,
    policy,
    banners,
    now: answering.now(),
    private: tab.private,
  });
  const gpc = gpcHere(await answering.gpc.read(), domain);
  return { state: 'seen', site, watched: watching !== undefined, gpc };
}

/** Answers a view; a failure of ours comes back as words, for the view to show. */
export function answerViews(answering: Answering): (message: ViewMessage) => Promise<ViewAnswer<ViewRequestName>> {
  const answers = answersOf(answering);
  return async (message) => {
    const answer = answers[message.name] as (ask: unknown) => Promise<ViewRequests[ViewRequestName]['answer']>;
    try {
      return { ok: true, answer: await answer(message.ask) };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };
}
