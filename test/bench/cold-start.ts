import { startSites } from '../site/sites.ts';
import { launch, type TestBrowser } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { until } from '../support/until.ts';
import type { Bench } from './bench.ts';
import { compare, measureInTurn } from './paired.ts';
import { untilQuiet } from './processes.ts';
import type { Table } from './table.ts';

/** How the background is found. */
const BACKGROUND = ['running', 'stopped'] as const;
type Background = (typeof BACKGROUND)[number];

let pages = 0;

/** Ms from telling the background of a page that was opened, as the page's watcher does, until it is on disk. */
async function tellOfPage(browser: TestBrowser): Promise<number> {
  pages += 1;
  const opened = { type: 'page-opened', how: 'load', url: `https://halden-audio.example/hi-fi/model-${pages}` };
  const told = { from: 'watcher', private: false, id: `bench ${pages}`, page: `bench ${pages}`, at: Date.now() };
  const { kept, ms } = await browser.inExtension(
    async (message) => {
      const begin = performance.now();
      const answer = await chrome.runtime.sendMessage<unknown, unknown>(message);
      return { kept: answer, ms: performance.now() - begin };
    },
    { ...opened, ...told },
  );
  if (kept !== true) throw new Error(`The page was not kept: ${JSON.stringify(kept)}`);
  return ms;
}

async function start(browser: TestBrowser, background: Background): Promise<number> {
  // Whatever came before, it runs now, and has done what it does as it starts.
  await tellOfPage(browser);
  await untilQuiet(browser.processId);
  if (background === 'running') return await tellOfPage(browser);
  if (!(await browser.killBackground())) throw new Error('The background did not run');
  await until('the background to be stopped', async () => !(await browser.backgroundRuns()));
  return await tellOfPage(browser);
}

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const browser = await launch(name, { proxyPort: sites.proxyPort, fineClock: true });
  try {
    const times = await measureInTurn<Background>({
      names: BACKGROUND,
      count: rounds,
      measure: async (background) => await start(browser, background),
    });
    const rows = compare('a page, from told to kept', times, { base: 'running', unit: 'ms' });
    return [{ title: `The first event of a background: ${rounds} rounds`, rows }];
  } finally {
    await browser.close();
    await sites.stop();
  }
}

/** How long the background takes to start. */
export const COLD_START: Bench = {
  name: 'cold-start',
  heading: 'Cold start',
  says: `From telling the background that a page was opened until it has answered that this is on disk: in a background that runs, and in one that the browser had stopped, so that it is started for it. That Chromium's background is a service worker which the bench's own connection looks into as it starts is part of it.`,
  browsers: ['chromium', 'firefox'],
  rounds: 30,
  measure,
};
