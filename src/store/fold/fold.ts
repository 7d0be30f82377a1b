import type { Calendar } from '#core/calendar.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Draft } from '../draft.ts';
import { foldActed } from './acted.ts';
import { foldBanner } from './banner.ts';
import { foldGiven } from './given.ts';
import { foldNumberGone, foldNumberSetBy } from './number-gone.ts';
import { foldNumberSeen } from './number-seen.ts';
import { foldPageVisited } from './page-visited.ts';
import { foldAskedWithout, foldRequestSent } from './request-sent.ts';
import { foldVisit } from './visit.ts';
import { foldPageLeft, foldTimeSpent } from './time-spent.ts';

/** Folds one event into the rows of a draft. Folding twice what a page tells (visited, left, time) changes nothing. */
export async function fold(draft: Draft, event: LedgerEvent, calendar: Calendar): Promise<void> {
  await foldVisit(draft, event, async () => await foldIntoRows(draft, event, calendar));
}

async function foldIntoRows(draft: Draft, event: LedgerEvent, calendar: Calendar): Promise<void> {
  switch (event.type) {
    case 'number-seen':
      return await foldNumberSeen(draft, event, calendar);
    case 'number-set-by':
      return await foldNumberSetBy(draft, event);
    case 'number-gone':
      return await foldNumberGone(draft, event);
    case 'page-visited':
      return await foldPageVisited(draft, event, calendar);
    case 'page-left':
      return await foldPageLeft(draft, event);
    case 'time-spent':
      return await foldTimeSpent(draft, event, calendar);
    case 'request-sent':
      return await foldRequestSent(draft, event, calendar);
    case 'banner':
      return await foldBanner(draft, event);
    case 'asked-without':
      return await foldAskedWithout(draft, event);
    case 'given':
      return await foldGiven(draft, event);
    case 'acted':
      return await foldActed(draft, event);
    case 'choice-found':
    case 'choice-stored':
    case 'gpc-sent':
    // In its visit alone.
  }
}
