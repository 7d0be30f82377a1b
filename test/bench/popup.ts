import type { Page } from 'puppeteer-core';
import type { Domain } from '#core/site.ts';
import { PLAIN } from '../site/hosts.ts';
import { startSites } from '../site/sites.ts';
import { launch, type TestBrowser } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import { until } from '../support/until.ts';
import type { Bench } from './bench.ts';
import type { LedgerBench } from './ledger-in-page.ts';
import { NUMBER } from './life.ts';
import { compare, measureInTurn } from './paired.ts';
import type { PopupBench, PopupTimes } from './popup-in-page.ts';
import { untilQuiet } from './processes.ts';
import type { Table } from './table.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var ledgerBench: LedgerBench;
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var popupBench: PopupBench;
}

/** How much is remembered: lines of the popup's site, and how many sites have as many. One site keeps 20,000 at most. */
const LEDGERS = {
  '100 events': { lines: 100, sites: 1 },
  '10,000 events': { lines: 10_000, sites: 1 },
  '1,000,000 events': { lines: 20_000, sites: 50 },
} as const;
type Size = keyof typeof LEDGERS;
const SIZES = Object.keys(LEDGERS) as readonly Size[];

const SITE = 'halden-audio.example' as Domain;

/** What a browser calls its ordinary cookie store. */
export const ORDINARY = { chromium: '0', firefox: 'firefox-default' } as const satisfies Record<BrowserName, string>;

interface Opened {
  readonly browser: TestBrowser;
  /** The id of the tab with the site. */
  readonly tab: number;
  /** A page of the extension, in which the popup is opened. */
  readonly around: Page;
}

/** Has a browser's ledger hold so much, and the site open in a tab. */
async function prepare(browser: TestBrowser, size: Size): Promise<Opened> {
  const site = await browser.newPage('window');
  await site.goto(PLAIN);
  const around = await browser.barePage();
  for (const module of ['ledger-in-page.ts', 'popup-in-page.ts']) {
    await runModule(around, new URL(module, import.meta.url));
  }
  const { lines, sites } = LEDGERS[size];
  const life = { domain: SITE, store: ORDINARY[browser.name], lines, end: Date.now() };
  await around.evaluate(async (told) => await ledgerBench.prepare(told), life);
  let held = 0;
  for (let place = 0; place < sites; place += 1) {
    const domain = place === 0 ? SITE : `site-${place}.example`;
    held = await around.evaluate(async (to) => await ledgerBench.write(to), domain);
  }
  // What the site's own page told meanwhile is a line or two more.
  if (held < lines * sites || held > lines * sites + 10) throw new Error(`The ledger holds ${held} lines`);
  return { browser, tab: browser.tabIdOf(site), around };
}

/** Opens the popup once everything else is done. */
async function time({ browser, tab, around }: Opened, background: 'running' | 'stopped'): Promise<PopupTimes> {
  await untilQuiet(browser.processId);
  if (background === 'stopped') {
    await browser.killBackground();
    await until('the background to be stopped', async () => !(await browser.backgroundRuns()));
  }
  const times = await around.evaluate(async (id) => await popupBench.open(id), tab);
  // Figures of a popup that shows something else would be worth nothing.
  if (times.number !== NUMBER) throw new Error(`The popup showed “${times.number}”`);
  return times;
}

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const started: TestBrowser[] = [];
  const opened = new Map<Size, Opened>();
  try {
    for (const size of SIZES) {
      const browser = await launch(name, { proxyPort: sites.proxyPort, fineClock: true });
      started.push(browser);
      opened.set(size, await prepare(browser, size));
    }
    const tables: Table[] = [];
    for (const background of ['running', 'stopped'] as const) {
      const times = await measureInTurn<Size, PopupTimes>({
        names: SIZES,
        count: rounds,
        measure: async (size) => {
          const one = opened.get(size);
          if (one === undefined) throw new Error(`${size} is not open`);
          return await time(one, background);
        },
      });
      const of = (part: 'first' | 'complete'): Record<Size, readonly number[]> =>
        Object.fromEntries(SIZES.map((size) => [size, times[size].map((one) => one[part])])) as Record<Size, number[]>;
      const how = { base: SIZES[0] ?? '100 events', unit: 'ms' } as const;
      tables.push({
        title: `The popup, its background ${background}: ${rounds} rounds`,
        rows: [...compare('first content', of('first'), how), ...compare('complete', of('complete'), how)],
      });
    }
    return tables;
  } finally {
    for (const browser of started) await browser.close();
    await sites.stop();
  }
}

/** How long a person waits for the popup, by how much is remembered. */
export const POPUP: Bench = {
  name: 'popup',
  heading: 'Popup',
  says: `From asking for the popup's page until the number is drawn (first content), and until everything is. Three browsers run side by side, with ledgers that hold 100 and 10,000 events of one site, and 1,000,000 of 50 sites with 20,000 each, the most that is kept of one; the popup is opened in turn in each, in a frame of a page of the extension's own, so that it is only the popup that is measured and not the browser's window. “Stopped”: the browser had stopped the idle background, and starts it for the popup.`,
  browsers: ['chromium', 'firefox'],
  rounds: 20,
  measure,
};
