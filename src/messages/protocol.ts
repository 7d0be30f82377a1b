import type { BannerMode, BannerSettings, ChoosablePurpose } from '#core/banner.ts';
import type { CompanyReport, CompanySummary } from '#core/company-report.ts';
import type { NoticeSettings, PolicyReport, SiteActLine } from '#core/control.ts';
import type { Said } from '#core/correction.ts';
import type { ExportCursor } from '#core/export-cursor.ts';
import type { GpcPreference, GpcSupport } from '#core/gpc.ts';
import type { Identifier } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import type { Policy } from '#core/policy.ts';
import type { BannerUndone } from '#core/receipt.ts';
import type { DiaryDay, OverviewReport, Settings, SiteReport, SiteSummary, TabReport } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { LatestReceipts, SiteReceipt } from '#core/site-receipt.ts';
import type { Tried } from '#core/tried.ts';

/** A site; in private windows alone where `private` says so. */
interface Place {
  readonly domain: Domain;
  readonly private?: boolean;
}

interface Everywhere {
  readonly domain: null;
}

/** What our own views (popup, options) ask the background, and what each answer is. */
export interface ViewRequests {
  readonly tabReport: {
    readonly ask: { readonly tabId: number; readonly month?: string; readonly events?: number };
    readonly answer: TabReport;
  };
  readonly siteReport: {
    readonly ask: { readonly domain: Domain; readonly month?: string; readonly events?: number };
    readonly answer: SiteReport | null;
  };
  /** A site's diary, newest day first; `before` (ms) asks for what is older, `null` in `next` says that was all. */
  readonly diary: {
    readonly ask: { readonly domain: Domain; readonly before?: number };
    readonly answer: { readonly days: readonly DiaryDay[]; readonly next: number | null };
  };
  readonly sites: { readonly ask: null; readonly answer: readonly SiteSummary[] };
  /** Every company that knows the person by a number on a site other than its own, those on most sites first. */
  readonly companies: { readonly ask: null; readonly answer: readonly CompanySummary[] };
  /** The company of a domain; `null` where it knows the person nowhere. */
  readonly company: { readonly ask: { readonly domain: Domain }; readonly answer: CompanyReport | null };
  readonly overview: { readonly ask: null; readonly answer: OverviewReport };
  /** What the person chose for consent banners. */
  readonly banners: { readonly ask: null; readonly answer: BannerSettings };
  /**
   * Chooses what is done with banners, on a site or on all (`domain` `null`); `mode` `null`: nothing for itself.
   * `purposes`: those left on, where the mode is `some`.
   */
  readonly chooseBanners: {
    readonly ask: {
      readonly domain: Domain | null;
      readonly mode: BannerMode | null;
      readonly purposes?: readonly ChoosablePurpose[];
    };
    readonly answer: BannerSettings;
  };
  /** Whether a refusal also blocks the site's numbers that are for what was refused. */
  readonly changeRefusalBlocks: { readonly ask: { readonly blocks: boolean }; readonly answer: BannerSettings };
  /**
   * Takes back what was answered to a site's banner last: what the site stored of it, and loads the page again. `tabId`
   * `null`: in any tab that shows the site.
   */
  readonly undoBanner: {
    readonly ask: { readonly domain: Domain; readonly receipt: string; readonly tabId: number | null };
    readonly answer: BannerUndone;
  };
  /** The receipts of a site's banners, newest first, each with what its outcome is measured by. */
  readonly receipts: { readonly ask: { readonly domain: Domain }; readonly answer: readonly SiteReceipt[] };
  /** The latest receipts of all sites, newest first. */
  readonly latestReceipts: { readonly ask: null; readonly answer: LatestReceipts };
  /**
   * A file of the receipts of a site, or of all (`null`), as JSON, a part at a time: `next` asks for the next one, `null`
   * ends. `savedAt`: when the file is made, ms since the epoch.
   */
  readonly receiptsFile: {
    readonly ask: { readonly domain: Domain | null; readonly after: string | null; readonly savedAt: number };
    readonly answer: { readonly text: string; readonly next: string | null };
  };
  readonly settings: { readonly ask: null; readonly answer: Settings };
  readonly changeSettings: { readonly ask: Settings; readonly answer: Settings };
  /** Where Global Privacy Control is on. */
  readonly gpc: { readonly ask: null; readonly answer: GpcPreference };
  /** Chooses it for a site, or for all (`null`); `null` for the choice ends a site's own. */
  readonly changeGpc: {
    readonly ask: { readonly domain: Domain | null; readonly on: boolean | null };
    readonly answer: GpcPreference;
  };
  /** Asks a site what it states at `/.well-known/gpc.json`. Asked by a press alone; nothing of it is kept. */
  readonly lookUpGpc: { readonly ask: { readonly domain: Domain }; readonly answer: GpcSupport };
  /** Bytes used on this computer; `null` where the browser does not tell. */
  readonly usage: { readonly ask: null; readonly answer: number | null };
  /** Chooses for a site; `null` makes it undecided again. Answered once it was carried out and looked up. */
  readonly choose: { readonly ask: Place & { readonly choice: Choice | null }; readonly answer: null };
  /** Chooses for one identifier, on the site where it was pressed; `null`: the site's choice counts for it again. */
  readonly chooseForThis: {
    readonly ask: { readonly domain: Domain; readonly identifier: Identifier; readonly choice: Choice | null };
    readonly answer: null;
  };
  /** The person says what a stored value is, on the site where it was pressed; `null` takes it back. */
  readonly correct: {
    readonly ask: { readonly domain: Domain; readonly identifier: Identifier; readonly is: Said | null };
    readonly answer: null;
  };
  /**
   * Asks the page in a tab twice without any cookie, and compares what is set in a cookie's place: what came of it, which
   * counts at once. Asked by a press alone.
   */
  readonly tryWithoutCookies: {
    readonly ask: { readonly tabId: number; readonly identifier: Identifier };
    readonly answer: Tried;
  };
  /** Replaces a site's numbers once, whatever was chosen. */
  readonly resetNow: { readonly ask: Place; readonly answer: null };
  /** Holds nothing back, here or everywhere (`domain` `null`), for so many minutes, or until told (`null`). */
  readonly pause: {
    readonly ask: (Place | Everywhere) & { readonly minutes: number | null };
    readonly answer: null;
  };
  readonly resume: { readonly ask: Place | Everywhere; readonly answer: null };
  /** The site looks broken: nothing is held back there until told, and the tab is loaded again. */
  readonly looksBroken: {
    readonly ask: { readonly domain: Domain; readonly tabId: number };
    readonly answer: null;
  };
  /** Brings back what was taken away, by its key; tells whether a fresh look found it. */
  readonly bringBack: { readonly ask: { readonly key: string }; readonly answer: boolean };
  readonly policy: { readonly ask: null; readonly answer: PolicyReport };
  readonly changeUndecided: { readonly ask: Policy['undecided']; readonly answer: PolicyReport };
  readonly changeNotice: { readonly ask: NoticeSettings; readonly answer: PolicyReport };
  /** What Known As did on all sites, newest first; `before` (ms) asks for what is older, `null` in `next` says that was all. */
  readonly activity: {
    readonly ask: { readonly before?: number };
    readonly answer: { readonly lines: readonly SiteActLine[]; readonly next: number | null };
  };
  readonly wipeSite: { readonly ask: { readonly domain: Domain }; readonly answer: null };
  readonly wipeEverything: { readonly ask: null; readonly answer: null };
  /** The ledger as rows, and after it what the person corrected, a slice at a time: `cursor` of the answer asks for the next slice, `null` ends. */
  readonly exportSlice: {
    readonly ask: { readonly cursor: ExportCursor | null };
    readonly answer: {
      readonly table: string;
      readonly rows: readonly unknown[];
      readonly cursor: ExportCursor | null;
    };
  };
}

export type ViewRequestName = keyof ViewRequests;

/** A request on the wire. */
export type ViewMessage = {
  [Name in ViewRequestName]: { readonly from: 'view'; readonly name: Name; readonly ask: ViewRequests[Name]['ask'] };
}[ViewRequestName];

/** An answer on the wire; our own bugs come back as text, to be shown and reported. */
export type ViewAnswer<Name extends ViewRequestName> =
  | { readonly ok: true; readonly answer: ViewRequests[Name]['answer'] }
  | { readonly ok: false; readonly error: string };

/** Pushed over the port a view holds open: something changed on these sites (`null`: anywhere). */
export interface LedgerChanged {
  readonly changed: readonly Domain[] | null;
}

/** Whether a message is a view's question. Only our own pages are asked (`Sender.own`). */
export function isViewMessage(message: unknown): message is ViewMessage {
  return typeof message === 'object' && message !== null && 'from' in message && message.from === 'view';
}
