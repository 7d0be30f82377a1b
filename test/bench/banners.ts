import type { Page } from 'puppeteer-core';
import type { BannerMode } from '#core/banner.ts';
import type { SiteReport } from '#core/report.ts';
import { bannerHost, NO_BANNER, PROGRAM_NAMES, PROGRAMS, type ProgramName } from '../site/banners/banners.ts';
import { startSites } from '../site/sites.ts';
import { askView } from '../support/ask-view.ts';
import { launch, type TestBrowser } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { until } from '../support/until.ts';
import type { Bench } from './bench.ts';
import { medianOf } from './median.ts';
import { compare, measureInTurn } from './paired.ts';
import { processorTime, untilQuiet } from './processes.ts';
import { figure, medianCells, type Row, type Table } from './table.ts';

/** What is chosen for banners: nothing, so that the script is not registered; to be told; to refuse. */
const MODES = ['leave', 'tell', 'refuse'] as const satisfies readonly BannerMode[];

/** What each program shows first. */
const SHOWN: Readonly<Record<ProgramName, string>> = {
  vanilla: '#cc-main .cm',
  klaro: '.klaro .cookie-notice, .klaro .cookie-modal',
  tarteaucitron: '#tarteaucitronAlertBig',
  osano: '.cc-window',
  orejime: '.orejime-Banner',
};

/** Pages of one round: processor time is told in steps of 10 ms. */
const LOADS = 3;

/** One program's banner on one page, in ms. */
interface Answered {
  /** From the first frame in which it can be seen to the last; 0: it could be seen in none. */
  readonly inSight: number;
  /** From the first frame in which it stands in the page until the receipt was on record: what is stored was looked up. */
  readonly recorded: number;
}

/** What is noted in the page, in ms since the epoch. */
interface Sight {
  stood?: number;
  came?: number;
  last?: number;
  shows: boolean;
}

/** Notes, frame by frame, whether something stands in the page and can be seen. */
function watchSight(selector: string): void {
  const sight: Sight = { shows: false };
  (globalThis as { sight?: Sight }).sight = sight;
  // A function with a name would be given more by the compiler than a page has.
  const [look] = [
    (): void => {
      const at = performance.timeOrigin + performance.now();
      const banner = document.querySelector(selector);
      if (banner !== null) sight.stood ??= at;
      sight.shows = banner?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true;
      if (sight.shows) sight.last = at;
      if (sight.shows) sight.came ??= at;
      requestAnimationFrame(look);
    },
  ];
  requestAnimationFrame(look);
}

async function bannerOf(browser: TestBrowser, host: string): Promise<SiteReport['banner'] | null> {
  const report = await askView<SiteReport | null>(browser, 'siteReport', { domain: host });
  return report?.banner ?? null;
}

/** Forgets what a site stored and what is on record of it: its banner stands there anew. */
async function beginAnew(browser: TestBrowser, host: string): Promise<void> {
  await browser.inExtension(async (domain) => {
    for (const { name } of await chrome.cookies.getAll({ domain }))
      await chrome.cookies.remove({ url: `https://${domain}/`, name });
  }, host);
  await askView(browser, 'wipeSite', { domain: host });
}

/** Has it refused, wherever it stands: what is chosen for all is not wiped with a site. */
async function refuseOne(browser: TestBrowser, name: ProgramName): Promise<Answered> {
  const host = bannerHost(name);
  await beginAnew(browser, host);
  // A tab of its own: a banner that stands again in the same one is left to the person.
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchSight, SHOWN[name]);
  await page.goto(`https://${host}/`);
  const last = await until(`the receipt of ${name}`, async () => (await bannerOf(browser, host))?.last);
  // A figure of something that was not refused would be worth nothing.
  if (last.outcome.is !== 'refused') throw new Error(`${name} came to ${JSON.stringify(last.outcome)}`);
  const sight = await until(`${name} to go`, async () => {
    const seen = await page.evaluate(() => (globalThis as { sight?: Sight }).sight);
    return seen?.stood !== undefined && !seen.shows && seen;
  });
  await page.close();
  const { stood = Number.NaN, came = 0, last: gone = 0 } = sight;
  return { inSight: gone - came, recorded: last.at - stood };
}

async function measureRefusals(name: BrowserName, proxyPort: number, rounds: number): Promise<Table> {
  const browser = await launch(name, { proxyPort, fineClock: true });
  try {
    await askView(browser, 'chooseBanners', { domain: null, mode: 'refuse' });
    const measured = await measureInTurn<ProgramName, Answered>({
      names: PROGRAM_NAMES,
      count: rounds,
      measure: async (program) => await refuseOne(browser, program),
    });
    const rows = PROGRAM_NAMES.map((program): Row => {
      const [inSight, recorded] = (['inSight', 'recorded'] as const).map((of) =>
        medianOf(measured[program].map((one) => one[of])),
      ) as [ReturnType<typeof medianOf>, ReturnType<typeof medianOf>];
      return {
        program: PROGRAMS[program].name,
        ...medianCells(recorded, 'ms'),
        'of that in sight, ms': figure(inSight.value),
      };
    });
    return { title: `From a banner's standing there to a refusal on record: ${rounds} rounds`, rows };
  } finally {
    await browser.close();
  }
}

/** What one page took, in ms: until it had loaded, and of all processes until they were quiet again. */
interface Cost {
  readonly load: number;
  readonly processor: number;
}

/** The program whose page is loaded where there is a banner. */
const ASKS = bannerHost('osano');

async function loadOne(page: Page, host: string): Promise<number> {
  await page.goto(`https://${host}/`);
  return await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.loadEventStart ?? Number.NaN;
  });
}

/** Pages in tabs of their own, one after the other, each as nobody had answered there; the loads' median, the work's mean. */
async function loadSeveral(browser: TestBrowser, mode: BannerMode, host: string): Promise<Cost> {
  const loads: number[] = [];
  let processor = 0;
  for (let count = 0; count < LOADS; count += 1) {
    await beginAnew(browser, host);
    const page = await browser.newPage();
    await untilQuiet(browser.processId);
    const before = processorTime(browser.processId);
    loads.push(await loadOne(page, host));
    if (host === ASKS && mode !== 'leave')
      await until('what came of the banner', async () => (await bannerOf(browser, host))?.last);
    await untilQuiet(browser.processId);
    processor += processorTime(browser.processId) - before;
    await page.close();
  }
  return { load: medianOf(loads).value, processor: processor / LOADS };
}

async function measureLoads(name: BrowserName, proxyPort: number, rounds: number): Promise<readonly Table[]> {
  const opened = new Map<BannerMode, TestBrowser>();
  const tables: Table[] = [];
  try {
    for (const mode of MODES) {
      const browser = await launch(name, { proxyPort });
      await askView(browser, 'chooseBanners', { domain: null, mode });
      opened.set(mode, browser);
    }
    for (const [what, host] of [
      ['without a banner', NO_BANNER],
      ['with one', ASKS],
    ] as const) {
      const costs = await measureInTurn<(typeof MODES)[number], Cost>({
        names: MODES,
        count: rounds,
        measure: async (mode) => {
          const browser = opened.get(mode);
          if (browser === undefined) throw new Error(`${mode} is not open`);
          return await loadSeveral(browser, mode, host);
        },
      });
      const of = (part: keyof Cost): Record<(typeof MODES)[number], readonly number[]> => ({
        leave: costs.leave.map((cost) => cost[part]),
        tell: costs.tell.map((cost) => cost[part]),
        refuse: costs.refuse.map((cost) => cost[part]),
      });
      const how = { base: 'leave', unit: 'ms' } as const;
      tables.push({
        title: `A page ${what}: ${rounds} rounds of ${LOADS} loads each`,
        rows: [
          ...compare('until it has loaded', of('load'), how),
          ...compare('processor time, all processes', of('processor'), how),
        ],
      });
    }
    return tables;
  } finally {
    for (const browser of opened.values()) await browser.close();
  }
}

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  try {
    const refusals = await measureRefusals(name, sites.proxyPort, rounds);
    return [refusals, ...(await measureLoads(name, sites.proxyPort, rounds))];
  } finally {
    await sites.stop();
  }
}

/** How long a banner stands there that is refused, and what looking for one costs a page. */
export const BANNERS: Bench = {
  name: 'banners',
  heading: 'Consent banners',
  says: `Five consent programs as their packages ship them, each in a tab of its own and as if nobody had answered there. From the first frame in which the banner stands in the page until the receipt is on record: pressed, and what the site stored looked up, for which the background waits until something has changed. In sight: the frames in which it can be seen, its own fading included; 0: it was refused before it showed. Each is seen to be stored as refused. Then a small page without a banner and one with Osano's, in three browsers that run side by side and are measured in turn: banners left alone, so that the script is in no page; noted; refused. Load is until the load event, the median of three loads; processor time is that of all processes of the browser, per page, until it is quiet again, pressing and looking up included. Ratios are those within each round.`,
  browsers: ['chromium', 'firefox'],
  rounds: 15,
  measure,
};
