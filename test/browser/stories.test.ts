import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Role } from '#core/hit.ts';
import type { EventLine, SiteReport } from '#core/report.ts';
import type { CollectorLog } from '../site/neighbours/collector.ts';
import { hostOf, relayingHostOf, TELLERS, type StreetName } from '../site/street/sdks.ts';
import { until } from '../support/until.ts';
import { STORIES } from './stories-expected.ts';
import { walkedBefore } from './walk.ts';
import { askView, type World } from './world.ts';

type Told = Extract<EventLine, { type: 'told' }>;

/** Each SDK on the two sites where it tells its story: to its own collector, or by way of the site. */
const STORYTELLERS = TELLERS.flatMap((name) => [[hostOf(name), name] as const, [relayingHostOf(name), name] as const]);

function toldIn({ events }: SiteReport): readonly Told[] {
  return events.filter((line): line is Told => line.type === 'told');
}

/** Events by their vendor's own words: a name may say more, but its vendor's word stands first. */
function namesTold(lines: readonly Told[]): readonly string[] {
  return lines.flatMap(({ told }) => told.events.map(({ name }) => name.split(' · ')[0] ?? '')).toSorted();
}

/** What a collector wrote down of one of its sites. */
function collected({ requests }: CollectorLog, host: string): readonly string[] {
  const relaying = 'relaying-';
  const came = requests.filter(({ url }) =>
    host.startsWith(relaying) ? new URL(url).hostname === host : !new URL(url).hostname.startsWith(relaying),
  );
  return came.flatMap(({ events }) => events).toSorted();
}

async function reportOf({ browser }: World, host: string): Promise<SiteReport> {
  const report = await askView(browser, 'siteReport', { domain: host, events: 400 });
  if (report === null || report === undefined) throw new Error(`Nothing is known of ${host}`);
  return report as SiteReport;
}

/** What stands in one list and not in the other, each as often as it does. */
function lacking(from: readonly string[], wanted: readonly string[]): readonly string[] {
  const left = [...from];
  return wanted.filter((name) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** What was seen of one story. */
interface Seen {
  readonly report: SiteReport;
  readonly log: CollectorLog;
}

type Result = PromiseSettledResult<Seen>;

/** Goes on only when all that a story is to tell has arrived, so that nothing is lost with its page. */
async function untilTold(log: CollectorLog, host: string, names: readonly string[] = []): Promise<void> {
  const arrived = (): readonly string[] => collected(log, host);
  try {
    await until('the whole story', () => lacking(arrived(), names).length === 0);
  } catch (cause) {
    throw new Error(`Of the story on ${host} arrived ${arrived().join(', ')}`, { cause });
  }
}

/**
 * Where ledger and collector differ. What a page gives up as it is left may have arrived or not: the ledger says of it that
 * no answer was seen, and of that alone it may tell more than the collector wrote.
 */
function difference(
  lines: readonly Told[],
  wrote: readonly string[],
): Record<'missing' | 'tooMuch', readonly string[]> {
  const answered = namesTold(lines.filter(({ arrival }) => arrival === 'answered'));
  return { missing: lacking(namesTold(lines), wrote), tooMuch: lacking(wrote, answered) };
}

async function sawAll(world: World, host: string, name: StreetName): Promise<Seen> {
  const log = world.sites.street[name];
  let lines: readonly Told[] = [];
  try {
    await until('all that was told', async () => {
      lines = toldIn(await reportOf(world, host));
      const { missing, tooMuch } = difference(lines, collected(log, host));
      return lines.length > 0 && missing.length === 0 && tooMuch.length === 0;
    });
  } catch (cause) {
    const differ = JSON.stringify(difference(lines, collected(log, host)));
    throw new Error(`The ledger of ${host} is not as the collector wrote: ${differ}`, { cause });
  }
  return { report: await reportOf(world, host), log };
}

/** All stories are told side by side; one that fails is told by its own test. */
const walked = walkedBefore(async (world) => {
  const faults = new Map<string, unknown>();
  const attempt = async (host: string, what: () => Promise<unknown>): Promise<void> => {
    if (!faults.has(host)) await what().catch((error: unknown) => faults.set(host, error));
  };
  const pages = new Map<string, Page>();
  const elsewhere = await world.browser.newPage();
  for (const [host] of STORYTELLERS) pages.set(host, await world.open(`https://${host}/story`));
  for (const [host, name] of STORYTELLERS) {
    const log = world.sites.street[name];
    const { names, begins = names } = STORIES[name] ?? {};
    const page = pages.get(host);
    await page?.bringToFront();
    await attempt(host, async () => untilTold(log, host, begins));
    // Some tell more when the person goes to another tab, and all when the page is left.
    await elsewhere.bringToFront();
    await attempt(host, async () => untilTold(log, host, names));
    await page?.goto(`https://${host}/plain`, { waitUntil: 'load' });
  }
  for (const [host, name] of STORYTELLERS) await attempt(host, async () => sawAll(world, host, name));
  const results = new Map<string, Result>();
  // What is told twice may come late: they are looked at again after all of them.
  for (const [host, name] of STORYTELLERS) {
    const again = faults.has(host) ? Promise.reject<Seen>(faults.get(host)) : sawAll(world, host, name);
    const [result] = await Promise.allSettled([again]);
    results.set(host, result);
  }
  return results;
});

function seenOf(host: string): Seen {
  const seen = walked().get(host);
  if (seen === undefined) throw new Error(`${host} was not visited`);
  if (seen.status === 'rejected') throw seen.reason;
  return seen.value;
}

describe('what is told is what arrived, none missing and none twice, on', () => {
  it.each(STORYTELLERS)('%s', (host, name) => {
    const { report, log } = seenOf(host);
    const lines = toldIn(report);
    expect(lines).not.toEqual([]);
    expect(difference(lines, collected(log, host))).toEqual({ missing: [], tooMuch: [] });
    expect(new Set(lines.map(({ told }) => told.vendor?.name))).toEqual(new Set([STORIES[name]?.vendor]));
    expect(lines.map(({ arrival }) => arrival)).not.toContain('never');
  });
});

describe('pages, searches, orders and sign-ins are read under one number, on', () => {
  it.each(STORYTELLERS)('%s', (host, name) => {
    const { report } = seenOf(host);
    const lines = toldIn(report);
    const { names = [], search, order, value, user, visitors = 1 } = STORIES[name] ?? {};
    expect(lacking(namesTold(lines), names)).toEqual([]);
    const facts = lines.flatMap(({ told }) => told.events.map((event) => event.facts));
    const said = (role: Role): readonly unknown[] => [...new Set(facts.flatMap((fact) => fact[role]?.value ?? []))];
    expect(said('search')).toEqual(search === undefined ? [] : [search]);
    expect(said('order')).toEqual(order === undefined ? [] : [order]);
    expect(said('value')).toEqual(value === undefined ? [] : [value]);
    expect(said('user')).toEqual(user === undefined ? [] : [user]);
    expect(said('visitor').length).toBeLessThanOrEqual(visitors);
  });
});
