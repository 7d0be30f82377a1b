import { fieldsOf } from './fields.ts';
import { type Calendar, dateOf } from './calendar.ts';
import { DEFAULT_NOTICE, type NoticeSettings } from './control.ts';
import type { Domain } from './site.ts';

/** What the person was told before, by card or notification. Plain JSON. */
export interface Told {
  /** When each site was told of (ms since the epoch): once a site is enough. */
  readonly sites: Readonly<Record<Domain, number>>;
  /** How many were told of on the latest day, `2026-11-22` in the person's own time zone. */
  readonly day: { readonly date: string; readonly count: number };
}

/** Nobody was told anything. */
export const NOTHING_TOLD: Told = { sites: {}, day: { date: '', count: 0 } };

/** Most cards or notifications a day that can be chosen. */
export const MOST_A_DAY = 50;

/** Whether a site's number is told of now, and how; else why it waits in the popup. */
export type Telling =
  | { readonly by: 'card' | 'notification' }
  | {
      readonly by: 'nothing';
      readonly because: 'decided' | 'paused' | 'told-before' | 'enough-today' | 'badge-only';
    };

/** A number of a site that might be told of. */
export interface News {
  readonly domain: Domain;
  /** Whether the person chose something for the site. */
  readonly decided: boolean;
  /** Whether a pause holds, here or everywhere. */
  readonly paused: boolean;
  /** ms since the epoch. */
  readonly now: number;
}

function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** How many were told of today; a day that is another one than today, before or after it, counts for nothing. */
function toldToday({ day }: Told, now: number, calendar: Calendar): number {
  return day.date === dateOf(now, calendar) ? day.count : 0;
}

/** Whether and how to tell of a site's number now: once a site, and no more than so many a day. */
export function howToTell(
  news: News,
  { settings, told, calendar }: { readonly settings: NoticeSettings; readonly told: Told; readonly calendar: Calendar },
): Telling {
  if (news.decided) return { by: 'nothing', because: 'decided' };
  if (news.paused) return { by: 'nothing', because: 'paused' };
  if (ownValue(told.sites, news.domain) !== undefined) return { by: 'nothing', because: 'told-before' };
  if (settings.by === 'badge') return { by: 'nothing', because: 'badge-only' };
  const enough = toldToday(told, news.now, calendar) >= settings.aDay;
  return enough ? { by: 'nothing', because: 'enough-today' } : { by: settings.by };
}

/** What was told, once a site has been told of: for a card, when it was really shown. */
export function noteTold(
  told: Told,
  { domain, at, calendar }: { readonly domain: Domain; readonly at: number; readonly calendar: Calendar },
): Told {
  const count = toldToday(told, at, calendar) + 1;
  return { sites: { ...told.sites, [domain]: at }, day: { date: dateOf(at, calendar), count } };
}

/** The same without a site that is wiped: it is told of anew. Today's count stays. */
export function forgetTold(told: Told, domain: Domain): Told {
  const sites = Object.fromEntries(Object.entries(told.sites).filter(([key]) => key !== domain));
  return { ...told, sites };
}

const WAYS = ['card', 'notification', 'badge'] as const satisfies readonly NoticeSettings['by'][];

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}

/** Settings as a view sends them or storage holds them; each field that makes no sense is as it is at first. */
export function parseNotice(value: unknown): NoticeSettings {
  const { by, aDay } = fieldsOf(value);
  return {
    by: WAYS.find((way) => way === by) ?? DEFAULT_NOTICE.by,
    aDay: isCount(aDay, MOST_A_DAY) ? aDay : DEFAULT_NOTICE.aDay,
  };
}

/** What was told, as storage holds it; what is damaged in it is left out. */
export function parseTold(value: unknown): Told {
  const { sites, day } = fieldsOf(value);
  const { date, count } = fieldsOf(day);
  const known = Object.entries(fieldsOf(sites)).flatMap(([domain, at]) =>
    typeof at === 'number' && Number.isFinite(at) ? [[domain, at] as const] : [],
  );
  const counts = typeof date === 'string' && isCount(count, Number.MAX_SAFE_INTEGER);
  return { sites: Object.fromEntries(known), day: counts ? { date, count } : NOTHING_TOLD.day };
}
