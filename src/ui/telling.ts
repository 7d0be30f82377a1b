import type { ToldEvent } from '#core/event.ts';
import type { Deed } from '#core/hit.ts';
import type { EventLine } from '#core/report.ts';

export type ToldLine = Extract<EventLine, { type: 'told' }>;

/** Deeds that are told by themselves, the most telling first; others go along with one of these. */
const TELLING: readonly Deed[] = [
  'order',
  'search',
  'sign-up',
  'sign-in',
  'identify',
  'lead',
  'checkout',
  'cart',
  'product-view',
  'download',
  'video',
  'form',
  'consent',
  'recording',
  'page-view',
  'sync',
];

/** What was done: a page that was opened by a search is a search. */
export function deedOfTold({ deed, facts }: ToldEvent): Deed {
  return deed === 'page-view' && facts.search !== undefined ? 'search' : deed;
}

function eventsIn(lines: readonly ToldLine[]): readonly ToldEvent[] {
  return lines.flatMap(({ told }) => told.events);
}

/** The event that says most about the person: what was searched or bought rather than that a page was opened. */
export function mainEvent(lines: readonly ToldLine[]): ToldEvent | undefined {
  const events = eventsIn(lines);
  for (const deed of TELLING) {
    const found = events.find((event) => deedOfTold(event) === deed);
    if (found !== undefined) return found;
  }
  return events[0];
}

function tellsByItself(line: ToldLine): boolean {
  return line.told.stream !== null || eventsIn([line]).some((event) => TELLING.includes(deedOfTold(event)));
}

/** Whether two lines of one recipient can be told as one: at most one of them is worth telling by itself. */
export function goTogether(lines: readonly ToldLine[], more: ToldLine): boolean {
  const [first] = lines;
  if (first === undefined || first.recipient !== more.recipient || first.arrival !== more.arrival) return false;
  if (first.told.vendor?.id !== more.told.vendor?.id) return false;
  return [...lines, more].filter(tellsByItself).length <= 1;
}
