import type { VisitorRecord } from '../site/visitor-log.ts';
import type { Line } from './agreement.ts';
import type { Shown } from './popup.ts';

/** What the logs say of the time since Block was chosen. */
export interface LoggedSince {
  /** Numbers handed out since, by whom: the shop's server, its script, its SDKs, its third parties. */
  readonly given: Readonly<Record<string, number>>;
  /** Visitors the shop has met since: each page of a newcomer begins a record of its own. */
  readonly newcomers: readonly VisitorRecord[];
  /** Requests since that carried a number, whether from before the choice or given since. */
  readonly carried: number;
  /** What went on as ever. */
  readonly ordered: string | null;
  readonly signedInAs: string | null;
}

/** What stands where a side has nothing to say. */
const NOTHING = '—';

/** The figure a text begins with: `1,312 pages` is 1312; words alone (`No request`) and no text at all are 0. */
export function figureIn(text: string | undefined): number {
  const figure = /^[\d,.\u00a0\u202f]*\d/u.exec(text?.trim() ?? '')?.[0] ?? '0';
  return Number(figure.replaceAll(/\D/gu, ''));
}

function figures(what: string, popup: string | undefined, log: number): Line {
  return { what, popup: popup ?? NOTHING, log: String(log), agrees: figureIn(popup) === log };
}

function atMost(what: string, popup: string | undefined, log: number): Line {
  return { what, popup: popup ?? NOTHING, log: String(log), agrees: figureIn(popup) >= log };
}

function exactly(what: string, popup: string | undefined, log: string | undefined): Line {
  const agrees = popup !== undefined && popup === log;
  return { what, popup: popup ?? NOTHING, log: log ?? NOTHING, agrees };
}

/** Something only the log can say, and what it has to say. */
function inTheLog(what: string, log: string | null, agrees: boolean): Line {
  return { what, popup: NOTHING, log: log ?? NOTHING, agrees };
}

function chosen(shown: Shown, mode: string): Line {
  const popup = shown.facts['mode'];
  return { what: 'what was chosen', popup: popup ?? NOTHING, log: mode, agrees: popup?.startsWith(mode) === true };
}

function pagesOf({ months }: VisitorRecord): number {
  return Object.values(months).reduce((sum, { pages }) => sum + pages, 0);
}

function wentOn({ ordered, signedInAs }: Pick<LoggedSince, 'ordered' | 'signedInAs'>): readonly Line[] {
  return [
    inTheLog('an order went through', ordered, ordered !== null),
    inTheLog('still signed in as', signedInAs, signedInAs !== null),
  ];
}

/**
 * Compares, line by line, what the popup says of Block with what was written down by those that handed the numbers out:
 * each page a newcomer's, no number kept, and no figure that the log does not say too.
 */
export function compareBlocked(shown: Shown, since: LoggedSince): readonly Line[] {
  const { facts } = shown;
  const given = Object.values(since.given).reduce((sum, count) => sum + count, 0);
  const pages = since.newcomers.reduce((sum, visitor) => sum + pagesOf(visitor), 0);
  const known = since.newcomers.filter((visitor) => pagesOf(visitor) !== 1).length;
  const by = Object.entries(since.given).map(([who, count]) => `${who} ${count}`);
  return [
    chosen(shown, 'Block'),
    figures(`numbers handed out (${by.join(', ')})`, facts['given'], given),
    figures('numbers kept', facts['failed'], known),
    figures('pages since', facts['pages-since'], pages),
    figures('requests that carried a number', facts['carried-by'], since.carried),
    inTheLog('newcomers in the shop’s log, one page each', String(since.newcomers.length), known === 0 && pages > 0),
    ...wentOn(since),
  ];
}

/** What the log says of a visitor who was reset: the first number, and those that followed. */
export interface LoggedResets extends Pick<LoggedSince, 'ordered' | 'signedInAs'> {
  readonly visitors: readonly VisitorRecord[];
  /** Requests after the reset that carried the first number. */
  readonly carried: number;
}

/** Compares what the popup says of Reset: before → after are the log's two numbers, and the first is carried no more. */
export function compareReset(shown: Shown, logged: LoggedResets): readonly Line[] {
  const [first, second, ...more] = logged.visitors;
  return [
    chosen(shown, 'Reset'),
    exactly('the number before', shown.facts['before'], first?.number),
    exactly('the number after', shown.facts['after'], second?.number),
    inTheLog('numbers in the shop’s log', String(logged.visitors.length), second !== undefined && more.length === 0),
    inTheLog('requests that carried the first since', String(logged.carried), logged.carried === 0),
    ...wentOn(logged),
  ];
}

/**
 * Compares what the popup says of a number that is held: it is the one the shop gave, and no more requests carried it than
 * the popup admits. Chromium cannot know a number before its name was seen once, and counts what may have carried it.
 */
export function compareHeld(shown: Shown, { first, carried }: { first: VisitorRecord | undefined; carried: number }) {
  return [
    exactly('the number held', shown.facts['held'], first?.number),
    atMost('requests that carried it', shown.facts['carried-by'], carried),
  ] as const satisfies readonly Line[];
}

/** Compares what follows Allow: the number the popup shows is the shop's first, and the shop knows it again. */
export function compareAllowed(shown: Shown, logged: LoggedResets): readonly Line[] {
  const [first, ...others] = logged.visitors;
  const pages = first === undefined ? 0 : pagesOf(first);
  return [
    chosen(shown, 'Allow'),
    exactly('the number', shown.facts['number'], first?.number),
    inTheLog('pages under it in the shop’s log', String(pages), pages > 1),
    inTheLog('other numbers in the shop’s log', String(others.length), others.length === 0),
    ...wentOn(logged),
  ];
}
