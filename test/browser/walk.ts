import type { Page } from 'puppeteer-core';
import { beforeAll, inject } from 'vitest';
import { startSites, type DemoSites } from '../site/sites.ts';
import { WAY_NAMES, WAYS, ZOO, ZOO_WWW, PARTNER, type WayName } from '../site/zoo/ways.ts';
import { besideLost, carriersOf, givenIn } from '../site/zoo/witness.ts';
import type { HandedOut, ZooLog } from '../site/zoo/zoo-log.ts';
import { launch, type LaunchOptions } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { worldOf, type World } from './world.ts';

/** Where one was in the logs at a moment. */
export interface Mark {
  readonly requests: number;
  readonly reports: number;
}

/** The log that has a way's numbers. */
export function logOf({ zoo, partner }: Pick<DemoSites, 'zoo' | 'partner'>, way: WayName): ZooLog {
  return WAYS[way].party === 'first' ? zoo : partner;
}

/** Now, in the log that has a way's numbers. */
export function mark(sites: DemoSites, way: WayName): Mark {
  const { requests, readBack } = logOf(sites, way);
  return { requests: requests.length, reports: readBack.length };
}

/** What carried a number from a moment on. */
export function carriersSince(log: ZooLog, given: HandedOut, { requests, reports }: Mark): readonly string[] {
  return carriersOf(log, { ...given, requestsBefore: requests, reportsBefore: reports });
}

async function told(page: Page): Promise<void> {
  await until('the page to tell its server what it can read', async () =>
    page.evaluate(() => document.documentElement.dataset['told'] !== undefined),
  );
}

/** Goes to a way's address and waits until all of its numbers are given. */
export async function takeWay(page: Page, sites: DemoSites, way: WayName): Promise<void> {
  const before = givenIn(logOf(sites, way), way).length;
  const reports = sites.partner.readBack.length;
  await page.goto(WAYS[way].address, { waitUntil: 'load' });
  await told(page);
  await until(`a number given by ${way}`, () => givenIn(logOf(sites, way), way).length > before);
  if (way === 'third-storage') await until('the frame’s report', () => sites.partner.readBack.length > reports);
}

/** Goes to every way's address, one after the other. */
export async function walkAll(page: Page, sites: DemoSites, ways: readonly WayName[] = WAY_NAMES): Promise<void> {
  for (const way of ways) await takeWay(page, sites, way);
}

/** Waits until the report of a page's site has every number that was given last. */
export async function allKnown({ sites, reportUntil }: World, page: Page): Promise<void> {
  await reportUntil(page, 'all numbers that were given', ({ numbers }) => {
    const known = new Set(numbers.map(({ number }) => number));
    return WAY_NAMES.every((way) => known.has(numberOf(sites, way).value));
  });
}

/** Goes to the page that asks all places where a number could be carried to, and waits until all have heard. */
export async function goAround(page: Page, sites: DemoSites): Promise<void> {
  const reports = sites.partner.readBack.length;
  await page.goto(`${ZOO}/around`, { waitUntil: 'load' });
  await told(page);
  await until('the partner’s frame to report', () => sites.partner.readBack.length > reports);
}

/** The latest number given in a way; `before` counts back from it. */
export function numberOf(sites: Pick<DemoSites, 'zoo' | 'partner'>, way: WayName, before = 0): HandedOut {
  const given = givenIn(logOf(sites, way), way).at(-1 - before);
  if (given === undefined) throw new Error(`No number was given by ${way}`);
  return given;
}

/** What was set beside a way's number, by name, that the page that asks all round did not carry. */
export function lostBeside(sites: Pick<DemoSites, 'zoo' | 'partner'>, way: WayName): readonly string[] {
  const address =
    WAYS[way].party === 'third' ? `${PARTNER}/frame` : way === 'chain' ? `${ZOO_WWW}/dot.png` : `${ZOO}/around`;
  return besideLost(logOf(sites, way), way, address).map(({ name }) => name);
}

/**
 * A walk that all behaviours of a part look back on: it is made once, in a browser of its own, before the first of them.
 * The logs outlive the sites.
 */
export function walkedBefore<Seen>(
  walk: (world: World) => Promise<Seen>,
  options: Omit<LaunchOptions, 'proxyPort'> = {},
): () => Seen {
  let seen: { readonly what: Seen } | undefined;
  // A walk that could not be made fails each behaviour that looks back on it; none is passed over.
  let fault: unknown;
  beforeAll(async () => {
    const sites = await startSites();
    const browser = await launch(inject('browser'), {
      proxyPort: sites.proxyPort,
      thirdPartyCookies: 'allowed',
      ...options,
    });
    try {
      seen = { what: await walk(worldOf(sites, browser)) };
    } catch (error) {
      fault = error;
    } finally {
      await browser.close();
      await sites.stop();
    }
  }, 300_000);
  return () => {
    if (seen === undefined) throw new Error('The walk was not made', { cause: fault });
    return seen.what;
  };
}
