import { GIVEN_KINDS } from '#core/given.ts';
import { NO_POLICY, type Policy } from '#core/policy.ts';
import type { SiteReport } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import type { Ledger } from '../ledger.ts';
import { NO_BANNER_SETTINGS, type BannerSettings, bannerChoiceOf } from '#core/banner.ts';
import { namedOf } from './named.ts';
import { visitOn } from './visit.ts';
import { linesOf } from './lines.ts';
import { monthOfNumber } from './month.ts';
import { controlReport } from './control.ts';
import { correctionsOn, leftAloneOf, numbersOf, withControl } from './numbers.ts';

/** Lines shown at first. */
const LINES = 50;

/** What a report is asked for. */
export interface SiteQuestion {
  readonly domain: Domain;
  readonly month?: string | undefined;
  readonly events?: number | undefined;
  readonly now: number;
  readonly private: boolean;
  /** What they chose for banners; nothing, where it is left out. */
  readonly banners?: BannerSettings | undefined;
  /** What the person decided; nothing, where it is left out. */
  readonly policy?: Policy | undefined;
}

/**
 * Everything about one site. It reads sums and the newest lines only, so that it costs the same with a thousand events
 * and a million. A site never seen gives an empty report.
 */
export async function siteReport(ledger: Ledger, question: SiteQuestion): Promise<SiteReport> {
  const { tables, calendar } = ledger;
  const { domain, now, policy = NO_POLICY, banners = NO_BANNER_SETTINGS } = question;
  const [site, numbers, leftAlone, control, corrections, page, begun, receipts, visit] = await Promise.all([
    tables.get('sites', domain),
    numbersOf(tables, domain, now),
    leftAloneOf(tables, domain, { policy, now }),
    controlReport(tables, { domain, policy, now }),
    correctionsOn(tables, domain, policy),
    linesOf(tables, { domain, before: Number.MAX_SAFE_INTEGER, limit: question.events ?? LINES }),
    tables.get('meta', 'since'),
    tables.ofDomain('receipts', domain),
    visitOn(tables, domain),
  ]);
  const [receipt] = receipts.toSorted((a, b) => b.at - a.at);
  const [main] = numbers.atWork;
  const watchedSince = begun?.at ?? site?.since ?? now;
  return {
    domain,
    watchedSince,
    private: question.private,
    visits: site?.visits ?? 0,
    numbers: await withControl(tables, { numbers: numbers.atWork, domain }, { policy, now }),
    past: numbers.past,
    leftAlone,
    control,
    given: GIVEN_KINDS.flatMap((kind) => {
      const row = site?.given?.[kind];
      return row === undefined ? [] : [{ kind, ...row }];
    }),
    named: namedOf(site),
    banner: {
      ...bannerChoiceOf(banners, domain),
      chosen: banners.sites[domain] !== undefined,
      last: receipt?.receipt ?? null,
    },
    visit,
    corrections,
    month:
      main === undefined
        ? null
        : await monthOfNumber(tables, { number: main, domain, watchedSince }, { month: question.month, now, calendar }),
    events: page.lines,
    moreEvents: page.more,
    numberless: site?.numberless ?? [],
    overflowed: site?.overflowed ?? false,
  };
}
