import type { MonthRecord, VisitorRecord } from '../site/visitor-log.ts';
import type { Shown } from './popup.ts';

/** One thing that the popup and the shop's log both speak of, each in the same words. */
export interface Line {
  readonly what: string;
  readonly popup: string;
  readonly log: string;
  readonly agrees: boolean;
}

/** What stands where the one side has nothing to say. */
const NOTHING = '—';

/** Two clocks that start and stop at their own moments may differ by this. */
const SECONDS_APART = 1;

const NO_MONTH: MonthRecord = {
  visits: 0,
  pages: 0,
  searches: 0,
  orders: 0,
  signIns: 0,
  milliseconds: 0,
  sections: {},
  sectionMilliseconds: {},
};

function counted(count: number, one: string, more: string): string {
  return count === 0 ? NOTHING : `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? one : more}`;
}

const visits = (count: number): string => counted(count, 'visit', 'visits');
const pages = (count: number): string => counted(count, 'page', 'pages');
const searches = (count: number): string => counted(count, 'search', 'searches');
const orders = (count: number): string => counted(count, 'order', 'orders');
const times = (count: number): string => counted(count, 'time', 'times');

/** Seconds in a time as the popup writes it: `1 h 2 min 3 s`, its parts each optional; `null` for anything else. */
export function secondsIn(text: string): number | null {
  const parts = /^(?:([\d,]+) h)? ?(?:(\d+) min)? ?(?:(\d+) s)?$/u.exec(text.trim());
  if (parts === null || text.trim() === '') return null;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number((part ?? '0').replaceAll(',', '')));
  return hours * 3600 + minutes * 60 + seconds;
}

function timeText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const parts = [hours > 0 && `${hours} h`, hours + minutes > 0 && `${minutes} min`, `${seconds % 60} s`];
  return parts.filter((part) => part !== false).join(' ');
}

function same(what: string, popup: string | undefined, log: string): Line {
  const shown = popup === undefined || popup === '' ? NOTHING : popup;
  return { what, popup: shown, log, agrees: shown === log };
}

function timeLine(shown: string, milliseconds: number): Line {
  const popup = secondsIn(shown);
  const log = milliseconds / 1000;
  const agrees = popup !== null && Math.abs(popup - log) <= SECONDS_APART;
  return {
    what: 'time',
    popup: popup === null ? shown || NOTHING : timeText(popup),
    log: timeText(Math.round(log)),
    agrees,
  };
}

/** Lines for two lists of counts by name: every name that stands in either. */
function byName(
  of: (name: string) => string,
  shown: ReadonlyMap<string, string>,
  logged: ReadonlyMap<string, string>,
): Line[] {
  const names = new Set([...shown.keys(), ...logged.keys()]);
  return [...names].map((name) => same(of(name), shown.get(name), logged.get(name) ?? NOTHING));
}

/** The popup cuts the middle out of very long words; what it left must be there, in its place. */
function asShown(term: string, shown: ReadonlyMap<string, string>): string {
  if (shown.has(term)) return term;
  const cut = [...shown.keys()].find((text) => {
    const [head, tail, ...more] = text.split('…');
    return tail !== undefined && more.length === 0 && term.startsWith(head ?? '') && term.endsWith(tail);
  });
  return cut ?? term;
}

function searchLines(shown: Shown, record: VisitorRecord, month: string): Line[] {
  // Beside a term that was searched for once stands the day instead.
  const popup = new Map(shown.searches.map(([term, beside]) => [term, beside.endsWith(' times') ? beside : times(1)]));
  const log = new Map<string, number>();
  for (const { term, at } of record.searches) {
    if (monthAt(at) !== month) continue;
    // That an e-mail address was searched for is shown, but not whose.
    const name = asShown(term.replace(/\S*[^\s@]@[^\s@]+\.[^\s@]\S*/gu, '***@***'), popup);
    log.set(name, (log.get(name) ?? 0) + 1);
  }
  const logged = new Map([...log].map(([term, count]) => [term, times(count)]));
  return byName((term) => `searched “${term}”`, popup, logged);
}

function monthAt(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

function total(record: VisitorRecord, of: (month: MonthRecord) => number): number {
  return Object.values(record.months).reduce((sum, month) => sum + of(month), 0);
}

/**
 * Compares, line by line, what the popup shows with what the shop's log says of one visitor; `month` (`2026-11`) is the
 * month the popup shows. A number agrees when it is the same string, a time when it is within a second.
 */
export function compare(shown: Shown, record: VisitorRecord, month: string): readonly Line[] {
  const { facts } = shown;
  const logged = record.months[month] ?? NO_MONTH;
  const sections = new Map(Object.entries(logged.sections).map(([name, count]) => [name, pages(count)]));
  return [
    same('number', facts['number'], record.number),
    same('visits in all', facts['visits'], visits(total(record, (one) => one.visits))),
    same('visits this month', facts['month-visits'], visits(logged.visits)),
    same('pages this month', facts['pages'], pages(logged.pages)),
    timeLine(shown.exactTime, logged.milliseconds),
    ...byName((name) => `section ${name}`, new Map(shown.sections), sections),
    same('searches in all', facts['searches'], searches(record.searches.length)),
    ...searchLines(shown, record, month),
    same('orders in all', facts['orders'], orders(record.orders.length)),
    same('orders this month', facts['month-orders'], orders(logged.orders)),
  ];
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - Array.from(text).length));
}

/** The lines as a table for the eye: what differs is marked at its beginning. */
export function tableOf(lines: readonly Line[]): string {
  const head = { what: '', popup: 'the popup shows', log: 'the shop’s log says', agrees: true };
  const width = (of: (line: Line) => string): number =>
    Math.max(...[head, ...lines].map((line) => Array.from(of(line)).length));
  const columns = [width(({ what }) => what), width(({ popup }) => popup)] as const;
  return [head, ...lines]
    .map((line) => {
      const mark = line.agrees ? '  ' : '≠ ';
      return `${mark}${pad(line.what, columns[0])}  ${pad(line.popup, columns[1])}  ${line.log}`.trimEnd();
    })
    .join('\n');
}
