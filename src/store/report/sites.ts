import { dateOf, datesUntil, monthOf } from '#core/calendar.ts';
import { hostOf } from '#core/identifier.ts';
import type { SiteSummary } from '#core/report.ts';
import { chosenFor, type Policy, NO_POLICY } from '#core/policy.ts';
import { domainOfHost } from '#core/site.ts';
import type { Ledger } from '../ledger.ts';
import { ALL_SITES, type SiteRow } from '../rows.ts';
import { modeOf } from './control.ts';
import { numbersOf } from './numbers.ts';

/** Days drawn beside a site. */
const RECENT = 14;

/** All sites the ledger knows, the latest visited first. */
export async function siteSummaries(
  ledger: Ledger,
  now: number,
  policy: Policy = NO_POLICY,
): Promise<readonly SiteSummary[]> {
  const sites = await ledger.tables.all('sites');
  const summaries = await Promise.all(
    sites.filter((site) => site.domain !== ALL_SITES).map(async (site) => await summary(ledger, site, { now, policy })),
  );
  return summaries.toSorted((a, b) => b.lastVisit - a.lastVisit);
}

async function summary(
  { tables, calendar }: Ledger,
  site: SiteRow,
  { now, policy }: { readonly now: number; readonly policy: Policy },
): Promise<SiteSummary> {
  const { domain } = site;
  const today = dateOf(now, calendar);
  const recent = datesUntil(today, RECENT);
  const month = monthOf(now, calendar);
  const [{ atWork }, days] = await Promise.all([numbersOf(tables, domain, now), tables.ofDomain('days', domain)]);
  const own = new Map(days.filter((day) => day.subject === domain).map((day) => [day.date, day.visits]));
  const [main] = atWork;
  const companies = new Set([
    ...atWork.map(({ identifier }) => domainOfHost(hostOf(identifier))),
    ...atWork.flatMap(({ recipients }) => recipients.map((recipient) => recipient.domain)),
  ]);
  companies.delete(domain);
  return {
    domain,
    number: main?.number ?? null,
    since: main?.since ?? site.since,
    found: main?.setBy.how === 'found',
    lastVisit: site.lastPageAt ?? 0,
    visitsThisMonth: [...own].reduce((sum, [date, visits]) => sum + (date.startsWith(month) ? visits : 0), 0),
    recentDays: recent.map((date) => own.get(date) ?? 0),
    numbers: atWork.length,
    companies: companies.size,
    mode: modeOf(policy, domain),
    chosen: chosenFor(policy, domain) !== undefined,
  };
}
