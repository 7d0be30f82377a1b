import { sectionOf } from './sections.ts';

/** What one number did in one month. Times in ms of visible time. */
export interface MonthRecord {
  visits: number;
  pages: number;
  searches: number;
  orders: number;
  signIns: number;
  milliseconds: number;
  /** Pages by section. */
  sections: Record<string, number>;
  /** Visible ms by section. */
  sectionMilliseconds: Record<string, number>;
}

/** Everything a site wrote down about one number. Times (`at`, `since`) in ms since the epoch by the sites' clock. */
export interface VisitorRecord {
  number: string;
  since: number;
  /** By month in the machine's time zone, `2026-11`: a visit counts in the month it starts, all else when it happens. */
  months: Record<string, MonthRecord>;
  searches: { term: string; at: number }[];
  orders: { reference: string; at: number }[];
  signIns: number;
  /** In the order they were served. */
  pages: { path: string; section: string; at: number; milliseconds: number }[];
  /** Numbers that the site's own script made and reported, by the name they are stored under. */
  scriptNumbers: Record<string, string>;
  /** Requests that carried the number or were answered with it. */
  requests: { method: string; url: string; cookie: string; at: number }[];
}

/** A site's log: what it recorded, by number, the first number first. */
export interface VisitorLog {
  readonly site: string;
  /** The cookie the number is kept in. */
  readonly cookie: string;
  readonly visitors: VisitorRecord[];
  /** Numbers of the site's own script that came with no visitor's number: nobody's, as they were reported. */
  readonly nobodys: { readonly numbers: Readonly<Record<string, string>>; readonly at: number }[];
}

/** A visit: pages with no gap of more than this between one and the next. */
const VISIT_GAP = 30 * 60_000;

export function createVisitorLog(site: string, cookie: string): VisitorLog {
  return { site, cookie, visitors: [], nobodys: [] };
}

/** What a log holds about a number; `undefined` where it holds nothing. */
export function visitorOf(log: VisitorLog, number: string): VisitorRecord | undefined {
  return log.visitors.find((visitor) => visitor.number === number);
}

/** The month of a time in the machine's own time zone: `2026-11`. */
export function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** The record of a number, begun where there is none. */
export function recordOf(log: VisitorLog, number: string, at: number): VisitorRecord {
  const known = visitorOf(log, number);
  if (known !== undefined) return known;
  const begun: VisitorRecord = {
    number,
    since: at,
    months: {},
    searches: [],
    orders: [],
    signIns: 0,
    pages: [],
    scriptNumbers: {},
    requests: [],
  };
  log.visitors.push(begun);
  return begun;
}

function monthRecord(visitor: VisitorRecord, at: number): MonthRecord {
  return (visitor.months[monthOf(at)] ??= {
    visits: 0,
    pages: 0,
    searches: 0,
    orders: 0,
    signIns: 0,
    milliseconds: 0,
    sections: {},
    sectionMilliseconds: {},
  });
}

function add(sums: Record<string, number>, key: string, amount: number): void {
  sums[key] = (sums[key] ?? 0) + amount;
}

/** Counts a page, and a visit where the last page is too long ago. */
export function recordPage(visitor: VisitorRecord, path: string, at: number): void {
  const before = visitor.pages.at(-1);
  const month = monthRecord(visitor, at);
  const section = sectionOf(path);
  if (before === undefined || Math.abs(at - before.at) > VISIT_GAP) month.visits += 1;
  month.pages += 1;
  add(month.sections, section, 1);
  visitor.pages.push({ path, section, at, milliseconds: 0 });
}

/** Adds visible time to a page: to the latest one served with this path. */
export function recordStay(visitor: VisitorRecord, stay: { path: string; milliseconds: number }, at: number): void {
  const month = monthRecord(visitor, at);
  month.milliseconds += stay.milliseconds;
  add(month.sectionMilliseconds, sectionOf(stay.path), stay.milliseconds);
  const page = visitor.pages.findLast((served) => served.path === stay.path);
  if (page !== undefined) page.milliseconds += stay.milliseconds;
}

export function recordSearch(visitor: VisitorRecord, term: string, at: number): void {
  monthRecord(visitor, at).searches += 1;
  visitor.searches.push({ term, at });
}

export function recordOrder(visitor: VisitorRecord, reference: string, at: number): void {
  monthRecord(visitor, at).orders += 1;
  visitor.orders.push({ reference, at });
}

export function recordSignIn(visitor: VisitorRecord, at: number): void {
  monthRecord(visitor, at).signIns += 1;
  visitor.signIns += 1;
}
