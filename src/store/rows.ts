import type { ControlSums } from '#core/control.ts';
import type { Carriage, Expiry, OrderEvidence, PageAddress, Party, SearchEvidence, SetBy, Taken } from '#core/event.ts';
import type { Form } from '#core/followed.ts';
import type { GivenKind } from '#core/given.ts';
import type { Identifier, IdentifierKey } from '#core/identifier.ts';
import type { NamedReport } from '#core/person.ts';
import type { Receipt } from '#core/receipt.ts';
import type { Act, Outcome } from '#core/outcome.ts';
import type { Ending, EventLine, Tally } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { Verdict } from '#core/verdict.ts';
import type { VisitMoment } from '#core/visit.ts';
import type { ConsentRecord } from '#core/consent.ts';

/** Who got something of the person; whose domain it is is looked up when it is told. */
export type NamedRow = Omit<NamedReport, 'company'>;

/** What is kept about one site. `key` is its domain. */
export interface SiteRow {
  readonly key: Domain;
  readonly domain: Domain;
  readonly since: number;
  readonly visits: number;
  /** When its latest page opened; `null` before the first one. */
  readonly lastPageAt: number | null;
  /** Numbers given out so far to its number rows. */
  readonly numbered: number;
  readonly events: number;
  /** The page that is open in each tab. */
  readonly open: Readonly<Record<string, string>>;
  /** Third parties' numbers that requests carried a moment ago: the page they belong to may be told after them. */
  readonly lately: readonly { readonly tab: number; readonly at: number; readonly number: string }[];
  /** Domains its pages asked without handing over a number, at most 50. */
  readonly numberless: readonly Domain[];
  readonly overflowed: boolean;
  /** Kinds of what the person gave the site in forms; `sent`: with a form, not only left in a field. */
  readonly given?: Readonly<Partial<Record<GivenKind, { first: number; last: number; sent: boolean }>>>;
  /** Who got something of the person on its pages, by recipient and vendor. */
  readonly named?: Readonly<Record<string, NamedRow>>;
  /** The line that tells of fields that were left, as long as no form was submitted. */
  readonly leftLine?: string;
}

/** One number a site knows: an identifier and the identifying part of its value. */
export interface NumberRow {
  readonly key: string;
  readonly domain: Domain;
  readonly identifier: Identifier;
  readonly identifierKey: IdentifierKey;
  readonly number: string;
  readonly value: string;
  readonly party: Party;
  readonly verdict: Verdict;
  readonly setBy: SetBy;
  readonly since: number;
  readonly lastSeen: number;
  readonly expires: Expiry;
  readonly ended: { readonly at: number; readonly how: Ending } | null;
  /** The line that tells of its end: taken back when the number returns at once. */
  readonly endLine: string | null;
  readonly total: Tally;
  /** When the latest page was filed under it: the next visit begins 30 minutes later. */
  readonly lastPageAt: number | null;
}

/** Something stored on a site, whatever its kind. A number's own row is `number`. */
export interface StoredRow {
  readonly key: string;
  readonly domain: Domain;
  readonly identifier: Identifier;
  readonly identifierKey: IdentifierKey;
  readonly verdict: Verdict;
  readonly preview: string | null;
  readonly expires: Expiry;
  readonly lastSeen: number;
  readonly gone: boolean;
  /** The key of the number it holds now; `null` where it is none. */
  readonly number: string | null;
}

/** One page of a site, and the numbers it was filed under. */
export interface PageRow {
  readonly key: string;
  readonly domain: Domain;
  readonly store: string;
  readonly tab: number;
  readonly at: number;
  readonly section: string;
  readonly search: SearchEvidence | null;
  readonly order: OrderEvidence | null;
  readonly address: PageAddress;
  readonly filed: readonly string[];
  readonly milliseconds: number;
  readonly title: string;
  readonly over: boolean;
}

/** One line of the record. `rank` 1 is shown, 0 only remembered. */
export interface EventRow {
  readonly key: string;
  readonly domain: Domain;
  readonly at: number;
  readonly rank: 0 | 1;
  readonly type: EventLine['type'] | 'time';
  /** The page a visit's line is about. */
  readonly page: string | null;
  readonly line: EventLine | null;
  /** For `time`: what was counted. */
  readonly milliseconds?: number;
}

/** Visits and time on one day: of a site (`subject` is its domain), of a number (its key), or of all sites (`*`). */
export interface DayRow {
  readonly key: string;
  readonly subject: string;
  readonly domain: Domain;
  /** `2026-11-22`, in the person's own time zone. */
  readonly date: string;
  readonly visits: number;
  readonly milliseconds: number;
  /** For all sites: how many recognised the person by a number that day. */
  readonly sites: number;
}

/** What was recorded under one number in one month. */
export interface MonthRow {
  readonly key: string;
  readonly domain: Domain;
  readonly number: string;
  /** `2026-11` */
  readonly month: string;
  readonly tally: Tally;
  readonly sections: Readonly<Record<string, number>>;
}

/** Who got a number, other than the one whose number it is. */
export interface RecipientRow {
  readonly key: string;
  readonly domain: Domain;
  readonly number: string;
  readonly recipient: Domain;
  readonly requests: number;
  readonly first: number;
  readonly last: number;
  readonly as: readonly Carriage[];
  /** In which forms it got it; none in rows of before that was looked at: as such, or in a cookie. */
  readonly forms?: readonly Form[];
  /** Keys of the recipient's own numbers that went along: it can tell that both are one person's. */
  readonly beside?: readonly string[];
  /** On the pages of which other sites it got it. */
  readonly on?: readonly Domain[];
}

/** Something Known As did, or the person did through it. */
export interface ActRow {
  readonly key: string;
  readonly domain: Domain;
  readonly at: number;
  readonly act: Act;
}

/** What was taken away and can be brought back, for 30 days. */
export interface TakenRow {
  /** Of an identifier and its number; of what is held, the identifier alone: only its latest is kept. */
  readonly key: string;
  readonly domain: Domain;
  readonly at: number;
  readonly number: string;
  readonly taken: Taken;
  /** When it was brought back; `null`: not. */
  readonly backAt: number | null;
}

/** A number that was counted since a site's present choice. */
export interface Counted {
  readonly number: string;
  readonly identifierKey: IdentifierKey;
  readonly is: Outcome['is'];
}

/** What came of a site's present choice. `key` is its domain. */
export interface ControlRow {
  readonly key: Domain;
  readonly domain: Domain;
  readonly sums: ControlSums;
  /** Numbers counted lately, by where they were met: written again and again they count once, with the worst outcome. */
  readonly lately: readonly Counted[];
  /** When its numbers were reset last; `null`: never. */
  readonly lastReset: number | null;
}

/** What was done about a consent banner, with all that the site stored before and after. */
export interface ReceiptRow {
  readonly key: string;
  readonly domain: Domain;
  readonly at: number;
  readonly receipt: Receipt;
}

/** A site's latest visit in one cookie store, moment by moment. */
export interface VisitRow {
  readonly key: string;
  readonly domain: Domain;
  /** ms since the epoch: when it began, when its latest page was opened, when something was seen last. */
  readonly start: number;
  readonly lastPageAt: number;
  readonly last: number;
  /** Since when Global Privacy Control goes with its requests; `null`: it does not. */
  readonly gpcSince: number | null;
  readonly moments: readonly MomentKept[];
  /** What its requests say of consent, once each; none yet where it is left out. */
  readonly stated?: readonly ConsentRecord[];
  readonly overflowed: boolean;
}

/** A moment as it is kept: a request says the same as many others, and names which of `stated` that is. */
export type MomentKept =
  | Exclude<VisitMoment, { type: 'request' }>
  | (Omit<Extract<VisitMoment, { type: 'request' }>, 'states'> & { readonly states: readonly number[] });

/** Facts about the ledger itself. */
export interface MetaRow {
  readonly key: 'since';
  readonly domain: Domain;
  readonly at: number;
}

/** All tables of the ledger. Each row has its `key`, and the `domain` it is wiped with. */
export interface Rows {
  readonly sites: SiteRow;
  readonly numbers: NumberRow;
  readonly stored: StoredRow;
  readonly pages: PageRow;
  readonly events: EventRow;
  readonly days: DayRow;
  readonly months: MonthRow;
  readonly recipients: RecipientRow;
  readonly acts: ActRow;
  readonly taken: TakenRow;
  readonly controls: ControlRow;
  readonly receipts: ReceiptRow;
  readonly visits: VisitRow;
  readonly meta: MetaRow;
}

export type TableName = keyof Rows;

export const TABLES: readonly TableName[] = [
  'sites',
  'numbers',
  'stored',
  'pages',
  'events',
  'days',
  'months',
  'recipients',
  'acts',
  'taken',
  'controls',
  'receipts',
  'visits',
  'meta',
];

export const NO_TALLY: Tally = { visits: 0, pages: 0, milliseconds: 0, searches: 0, orders: 0, requests: 0 };

/** Adds up two tallies. */
export function add(one: Tally, more: Partial<Tally>): Tally {
  return {
    visits: one.visits + (more.visits ?? 0),
    pages: one.pages + (more.pages ?? 0),
    milliseconds: one.milliseconds + (more.milliseconds ?? 0),
    searches: one.searches + (more.searches ?? 0),
    orders: one.orders + (more.orders ?? 0),
    requests: one.requests + (more.requests ?? 0),
  };
}

/** Key of the all-sites rows: no domain has this name. */
export const ALL_SITES = '*' as Domain;
