import type { Arrival, Carriage, Expiry, PageAddress, Party, SetBy, Telling } from './event.ts';
import type { CompanySummary } from './company-report.ts';
import type { BannerReport } from './banner.ts';
import type { Correction } from './correction.ts';
import type { ControlReport, IdentifierControl } from './control.ts';
import type { Form } from './followed.ts';
import type { GivenHow, GivenKind, GivenReport } from './given.ts';
import type { GpcHere } from './gpc.ts';
import type { Identifier } from './identifier.ts';
import type { Mode } from './mode.ts';
import type { ContactSent, NamedReport } from './person.ts';
import type { Receipt } from './receipt.ts';
import type { RecipientReport } from './recipient.ts';
import type { Domain } from './site.ts';
import type { Kind, Purpose, Reason } from './verdict.ts';
import type { VisitReport } from './visit.ts';

/** How a number ended: `blocked` and `reset` by us, as the person chose; `corrected`: they said that it is no number. */
export type Ending = 'replaced' | 'expired' | 'removed' | 'evicted' | 'blocked' | 'reset' | 'corrected' | 'tried';

/** What was recorded under a number, counted. Times in milliseconds of visible time. */
export interface Tally {
  readonly visits: number;
  readonly pages: number;
  readonly milliseconds: number;
  readonly searches: number;
  readonly orders: number;
  /** Requests that carried the number. */
  readonly requests: number;
}

/** One number: an identifier and the identifying part of its value, with what is known of it. */
export interface NumberReport {
  /** Stable key of this number, for links and copying. */
  readonly key: string;
  readonly identifier: Identifier;
  /** The number itself: the identifying part of the value, or the whole value. */
  readonly number: string;
  /** The whole stored value, where the number is only a part of it. */
  readonly value: string;
  readonly party: Party;
  readonly vendor: string | null;
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly setBy: SetBy;
  /** ms since the epoch: when it was first seen (or found). */
  readonly since: number;
  readonly lastSeen: number;
  readonly expires: Expiry;
  /** `null` while it is at work; otherwise when and how it ended. */
  readonly ended: { readonly at: number; readonly how: Ending } | null;
  /** `null` for numbers that ended. */
  readonly control: IdentifierControl | null;
  readonly total: Tally;
  readonly recipients: readonly RecipientReport[];
  /** Other sites that know the person by the same number now. */
  readonly alsoOn: readonly Domain[];
  /** What the cookie itself says of the visits it counts; `null`: nothing that is known. */
  readonly says: CookieSays | null;
}

/** What a cookie says itself of the visits it counts, before any request is seen. Times: ms since the epoch. */
export interface CookieSays {
  /** When its maker saw this visitor first. */
  readonly firstVisit?: number;
  /** The visit before the last one. */
  readonly previousVisit?: number;
  readonly lastVisit?: number;
  /** How many visits, or sessions, it has counted. */
  readonly visits?: number;
}

/** One month under one number, in the person's own time zone. */
export interface MonthReport {
  /** `2026-11` */
  readonly month: string;
  readonly tally: Tally;
  /** Visits on each day of the month, from the 1st; `null` for days not watched (before the start, or still to come). */
  readonly days: readonly (number | null)[];
  /** Most visited first. */
  readonly sections: readonly { readonly section: string; readonly pages: number }[];
  /** Latest first; the same words once. */
  readonly searches: readonly { readonly term: string; readonly times: number; readonly last: number }[];
  /** Months there is something to show for, oldest first; holds this one. */
  readonly months: readonly string[];
}

/** Something stored that is not a number: left alone, and said to be. */
export interface LeftAlone {
  readonly identifier: Identifier;
  readonly kind: Exclude<Kind, 'random-id'>;
  readonly purpose: Purpose;
  /** From 0 (a guess) to 1 (certain). */
  readonly confidence: number;
  /** A short, harmless value (`en`, `dark`); `null` where it may be a secret or is long. */
  readonly preview: string | null;
  readonly expires: Expiry;
  readonly reasons: readonly Reason[];
  readonly control: IdentifierControl;
}

/** How a number travelled in a request; `number` is the number itself. */
export interface CarriedNumber {
  readonly name: string;
  readonly number: string;
  readonly as: Carriage;
  readonly parameter: string | null;
  /** None in lines of before it was looked at, and for cookies. */
  readonly form?: Form;
  /** The site it is at work on, where that is another one. */
  readonly of?: Domain;
}

/** One line of the record, newest first, with what its evidence shows when opened. */
export type EventLine = {
  readonly id: string;
  readonly at: number;
  /** Number keys it was filed under. */
  readonly numbers: readonly string[];
} & (
  | {
      readonly type: 'visit';
      readonly how: 'load' | 'history';
      readonly section: string;
      readonly title: string;
      readonly milliseconds: number;
      readonly address: PageAddress;
      /** The other site that it was linked from, where the link brought somebody's number along. */
      readonly from?: Domain;
    }
  | {
      readonly type: 'search';
      readonly term: string;
      readonly parameter: string;
      readonly address: PageAddress;
    }
  | { readonly type: 'order'; readonly reference: string | null; readonly address: PageAddress }
  | {
      readonly type: 'request';
      readonly recipient: Domain;
      readonly method: string;
      readonly resource: string;
      readonly address: PageAddress;
      readonly carried: readonly CarriedNumber[];
      readonly contacts?: readonly ContactSent[];
      /** Where no answer was seen. */
      readonly arrival?: 'unknown';
    }
  | {
      /** Events that a request told of, whether it carried a number or not. */
      readonly type: 'told';
      readonly recipient: Domain;
      readonly method: string;
      readonly resource: string;
      readonly address: PageAddress;
      readonly carried: readonly CarriedNumber[];
      readonly contacts?: readonly ContactSent[];
      readonly told: Telling;
      readonly arrival: Arrival;
    }
  | {
      /** What the person gave the site in a form, by its kinds alone. `target`: another site that it went or came back from. */
      readonly type: 'given';
      readonly how: GivenHow;
      readonly kinds: readonly GivenKind[];
      readonly target: Domain | null;
    }
  | {
      readonly type: 'number-set' | 'number-renewed' | 'number-replaced' | 'number-found';
      readonly name: string;
      readonly number: string;
      /** For `number-replaced`: what it was before. */
      readonly before: string | null;
      readonly setBy: SetBy;
      readonly expires: Expiry;
      readonly identifier: Identifier;
    }
  | { readonly type: 'banner'; readonly receipt: Receipt }
  | {
      readonly type: 'number-gone';
      readonly name: string;
      readonly number: string;
      readonly cause: 'expired' | 'removed' | 'evicted';
      readonly identifier: Identifier;
    }
);

/** Everything the popup and a site's page in options show about one site. */
export interface SiteReport {
  readonly domain: Domain;
  /** When Known As began to watch this site: ms since the epoch. */
  readonly watchedSince: number;
  /** In a private window: kept in memory only. */
  readonly private: boolean;
  /** Over all its numbers. */
  readonly visits: number;
  /** Numbers at work, the site's own first, then third parties'. The first is the one the site knows you by. */
  readonly numbers: readonly NumberReport[];
  /** Numbers that are no longer at work, latest first. */
  readonly past: readonly NumberReport[];
  readonly leftAlone: readonly LeftAlone[];
  readonly control: ControlReport;
  /** Kinds of what the person gave the site. */
  readonly given: readonly GivenReport[];
  /** Who got something of the person on its pages, most often first. */
  readonly named: readonly NamedReport[];
  readonly banner: BannerReport;
  /** Its latest visit, audited; `null`: none is on record. */
  readonly visit: VisitReport | null;
  /** What the person said that values stored here are, latest first. */
  readonly corrections: readonly Correction[];
  /** The month asked for, under the first number; `null` where the site has no number. */
  readonly month: MonthReport | null;
  /** Newest first, at most 50 unless more are asked for. */
  readonly events: readonly EventLine[];
  /** Whether older ones follow. */
  readonly moreEvents: boolean;
  /** Other domains that pages of this site asked for something, and that got no number. */
  readonly numberless: readonly Domain[];
  /** True where a site stored or did more than is kept for one site: then says so. */
  readonly overflowed: boolean;
}

/** What the popup can say about a tab. */
export type TabReport =
  /** A browser page, an extension's page, a file, a store page: no extension may see it. */
  | { readonly state: 'unseeable'; readonly url: string | null }
  /** The browser withholds the site until the person allows it, perhaps even its name. */
  | { readonly state: 'withheld'; readonly domain: Domain | null; readonly origin: string | null }
  | {
      readonly state: 'seen';
      readonly site: SiteReport;
      /** False where the page was open before Known As and must be reloaded to be watched. */
      readonly watched: boolean;
      readonly gpc: GpcHere;
    };

/** One row of the list of sites. */
export interface SiteSummary {
  readonly domain: Domain;
  readonly number: string | null;
  readonly since: number;
  readonly found: boolean;
  readonly lastVisit: number;
  /** Visits this month and on each of the last 14 days, oldest first. */
  readonly visitsThisMonth: number;
  readonly recentDays: readonly number[];
  readonly numbers: number;
  /** Other companies that number you here or got a number. */
  readonly companies: number;
  /** What applies to the site's own numbers now. */
  readonly mode: Mode;
  /** Whether the person chose it, or it is what undecided sites may do. */
  readonly chosen: boolean;
}

/** The first page of options: all sites together. */
export interface OverviewReport {
  /** When Known As began to watch: ms since the epoch. */
  readonly since: number;
  readonly sites: number;
  readonly numbers: number;
  readonly numbersAtWork: number;
  /** For each day of the last 371, oldest first: how many sites recognised you by a number; `null`: not watched. */
  readonly days: readonly { readonly date: string; readonly sites: number | null }[];
  /** Companies that know the person on more than one site: how many, and those on most. */
  readonly onSeveral: number;
  readonly severalSites: readonly CompanySummary[];
  readonly longest: readonly {
    readonly number: string;
    readonly givenBy: string;
    readonly on: Domain;
    readonly own: boolean;
    readonly since: number;
    readonly expires: Expiry;
  }[];
}

/** One day of a site's diary. */
export interface DiaryDay {
  /** `2026-11-22`, in the person's own time zone. */
  readonly date: string;
  readonly visits: number;
  readonly milliseconds: number;
  readonly events: readonly EventLine[];
}

/** What the person may set. */
export interface Settings {
  /** Days that single events are kept. */
  readonly eventDays: number;
  /** Days that daily sums are kept. */
  readonly sumDays: number;
}

export const DEFAULT_SETTINGS: Settings = { eventDays: 90, sumDays: 730 };
