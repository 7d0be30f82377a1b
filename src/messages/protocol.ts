import type {
  DiaryDay,
  ExportCursor,
  OverviewReport,
  Settings,
  SiteReport,
  SiteSummary,
  TabReport,
} from '#core/report.ts';
import type { Domain } from '#core/site.ts';

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
  readonly overview: { readonly ask: null; readonly answer: OverviewReport };
  readonly settings: { readonly ask: null; readonly answer: Settings };
  readonly changeSettings: { readonly ask: Settings; readonly answer: Settings };
  /** Bytes used on this computer; `null` where the browser does not tell. */
  readonly usage: { readonly ask: null; readonly answer: number | null };
  readonly wipeSite: { readonly ask: { readonly domain: Domain }; readonly answer: null };
  readonly wipeEverything: { readonly ask: null; readonly answer: null };
  /** The ledger as rows, a slice at a time: `cursor` of the answer asks for the next slice, `null` ends. */
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
