import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { SiteReport } from '#core/report.ts';
import { startSites } from '../site/sites.ts';
import { askView } from '../support/ask-view.ts';
import { launch, type TestBrowser } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { until } from '../support/until.ts';
import type { Bench } from './bench.ts';
import { medianOf } from './median.ts';
import { compare, measureInTurn } from './paired.ts';
import { processorTime, untilQuiet } from './processes.ts';
import { writeSilentExtension } from './silent-extension.ts';
import type { Table } from './table.ts';

/** What is compared: the bare browser, an extension with our permissions that does nothing, and Known As as it comes. */
const WITH = ['nothing', 'permissions alone', 'Known As'] as const;
type With = (typeof WITH)[number];

const SITE = 'northwind-news.example';

/** Pages of one round: processor time is told in steps of 10 ms. */
const LOADS = 5;

/** What a page of the site asks for. */
const SUBRESOURCES = 60;

interface Opened {
  readonly browser: TestBrowser;
  readonly page: Page;
}

/** What one page took, in ms. */
interface Cost {
  /** From asking for it until everything in it had loaded: the median of a round. */
  readonly load: number;
  /** Of all processes of the browser, until it was quiet again: the mean of a round. */
  readonly processor: number;
}

/** Ms from asking for the page until it has loaded. */
async function load(page: Page): Promise<number> {
  await page.goto(`https://${SITE}/front`);
  const loaded = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { ms: navigation?.loadEventStart ?? 0, asked: performance.getEntriesByType('resource').length };
  });
  if (loaded.ms <= 0 || loaded.asked < SUBRESOURCES) throw new Error(`The page loaded ${loaded.asked} things only`);
  return loaded.ms;
}

async function loadSeveral({ browser, page }: Opened): Promise<Cost> {
  const before = processorTime(browser.processId);
  const loads: number[] = [];
  for (let count = 0; count < LOADS; count += 1) loads.push(await load(page));
  await untilQuiet(browser.processId);
  return { load: medianOf(loads).value, processor: (processorTime(browser.processId) - before) / LOADS };
}

/** Figures of an extension that does not watch would be worth nothing. */
async function seeThatItWatched({ browser }: Opened, pages: number): Promise<void> {
  await until(`${pages} pages to be recorded`, async () => {
    const report = await askView<SiteReport | null>(browser, 'siteReport', { domain: SITE });
    return report?.numbers[0]?.total.pages === pages;
  });
}

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const silent = writeSilentExtension(name);
  const opened = new Map<With, Opened>();
  try {
    for (const how of WITH) {
      const silently = { dist: silent, silent: true } as const;
      const extension = how === 'nothing' ? { extension: false } : how === 'Known As' ? {} : silently;
      const browser = await launch(name, { proxyPort: sites.proxyPort, ...extension });
      opened.set(how, { browser, page: await browser.newPage() });
    }
    let pages = 0;
    const costs = await measureInTurn<With, Cost>({
      names: WITH,
      count: rounds,
      measure: async (how) => {
        const one = opened.get(how);
        if (one === undefined) throw new Error(`${how} is not open`);
        if (how === 'Known As') pages += LOADS;
        return await loadSeveral(one);
      },
    });
    const [ours] = [opened.get('Known As')];
    if (ours !== undefined) await seeThatItWatched(ours, pages);
    const of = (part: keyof Cost): Record<With, readonly number[]> =>
      Object.fromEntries(WITH.map((how) => [how, costs[how].map((cost) => cost[part])])) as Record<With, number[]>;
    const how = { base: 'nothing', unit: 'ms' } as const;
    return [
      {
        title: `A page of ${SUBRESOURCES} subresources: ${rounds} rounds of ${LOADS} loads each`,
        rows: [
          ...compare('until it has loaded', of('load'), how),
          ...compare('processor time, all processes', of('processor'), how),
        ],
      },
    ];
  } finally {
    for (const { browser } of opened.values()) await browser.close();
    rmSync(silent, { recursive: true, force: true });
    await sites.stop();
  }
}

/** What watching costs a page that asks for much. */
export const PAGE_LOAD: Bench = {
  name: 'page-load',
  heading: 'Page load',
  says: `A news site's front page: 60 pictures, scripts and pixels from its own host, a content host and a third party that numbers visitors. Three browsers run side by side and load it in turn: bare, with an extension that has the same permissions and no listeners, and with Known As, which has the site recorded afterwards. Load is from asking for the page until its load event, the median of five loads; processor time is that of all processes of the browser, per page, until it is quiet again. Ratios are those within each round.`,
  browsers: ['chromium', 'firefox'],
  rounds: 20,
  measure,
};
