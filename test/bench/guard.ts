import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { PLAIN } from '../site/hosts.ts';
import { startSites } from '../site/sites.ts';
import { askView } from '../support/ask-view.ts';
import { launch, type TestBrowser } from '../support/browser.ts';
import { type BrowserName, builtFor } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import type { Bench } from './bench.ts';
import type { GuardBench, WriteName } from './guard-in-page.ts';
import { compare, measureInTurn } from './paired.ts';
import type { Row, Table } from './table.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var guardBench: GuardBench;
}

/** What is compared: the bare browser, the extension as it comes, and the site blocked. */
const WITH = ['nothing', 'watching', 'holding'] as const;
type With = (typeof WITH)[number];

const WRITES: readonly WriteName[] = ['cookie, harmless', 'cookie, number', 'storage, harmless', 'storage, number'];

/** How the tables are read. */
const SAYS = `Three browsers run side by side and are measured in turn: bare, with the extension as it comes, and with the site blocked.

- A script by itself: the built file run by \`eval\` in an empty frame of the bare browser, compiling included as far as the browser does not remember it. There is no watcher that answers; the watcher itself needs the extension.
- A frame: from putting a frame of the page's own into it until the frame's first script runs. What is more than in the bare browser is the loading, compiling and running of all our scripts in it at \`document_start\`, in both worlds, with what the browser does to get them there. What they do afterwards, and elsewhere, is not in it; nor is what is done in a tab's own page alone (its opening is written down and told), which is part of the next.
- A page: from its first byte until it has loaded, with what it loads through the proxy, which is most of it.
- A write: the time until the page's script goes on, in rows of 50 (cookies) or 500 (storage), as a mean of each row, since Chromium tells pages the time in steps of 0.1 ms: so p99 is that of rows, and a single slow write is not seen. What the watcher and the background do with it later is not in it.

Of fewer than a hundred rounds p99 is the slowest one.`;

/** A page takes longer than a frame: of so many rounds one is for a page. */
const PER_PAGE = 3;

interface Opened {
  readonly browser: TestBrowser;
  readonly page: Page;
}

async function open(name: BrowserName, how: With, proxyPort: number): Promise<Opened> {
  const browser = await launch(name, { proxyPort, extension: how !== 'nothing', fineClock: true });
  if (how === 'holding')
    await askView(browser, 'choose', { domain: 'halden-audio.example', choice: { mode: 'block' } });
  const page = await browser.newPage();
  await page.goto(PLAIN);
  return { browser, page };
}

let pages = 0;

/**
 * Ms from the first byte of a page until it has loaded: our scripts and what they tell the background at the start, and
 * also what the page itself loads through the proxy, which is most of it.
 */
async function loadPage({ page }: Opened): Promise<number> {
  pages += 1;
  // Never the same address: a blocked page that is opened again and again is taken for one that goes round in circles.
  await page.goto(`${PLAIN}/again?page=${pages}`);
  return await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation === undefined ? Number.NaN : navigation.loadEventStart - navigation.responseStart;
  });
}

/** What the browser really stores of what the bench wrote, as only the extension can see it. */
async function storedNames({ browser, page }: Opened): Promise<readonly string[]> {
  const names = await browser.inExtension(
    async (url, tabId) => {
      const cookies = await chrome.cookies.getAll({ url, partitionKey: {} });
      // A function with a name would be given more by the compiler than a page of the extension has.
      const [look] = [() => Object.keys(localStorage)];
      const [found] = await chrome.scripting.executeScript({ target: { tabId }, func: look });
      return [...cookies.map(({ name }) => name), ...(found?.result ?? [])];
    },
    PLAIN,
    browser.tabIdOf(page),
  );
  return names.filter((name) => name.startsWith('bench-'));
}

/** Figures of a browser that does not do what it is said to do would be worth nothing. */
async function seeThatItHeld(how: With, opened: Opened): Promise<void> {
  if (how === 'nothing') return;
  const names = await storedNames(opened);
  const wanted = ['bench-size', 'bench-width', ...(how === 'watching' ? ['bench-uid', 'bench-id'] : [])];
  if (names.toSorted().join() !== wanted.toSorted().join()) throw new Error(`${how} stored ${names.join(', ')}`);
}

/** What the scripts in the page's own world take by themselves. */
async function runAlone(name: BrowserName, { page }: Opened, rounds: number): Promise<Table> {
  const [guard, hold] = ['guard', 'hold'].map((file) =>
    readFileSync(`${builtFor(name)}/src/content/${file}.iife.js`, 'utf8'),
  ) as [string, string];
  const files = { guard: [guard], 'guard and hold': [guard, hold] } as const;
  const names = ['guard', 'guard and hold'] as const;
  const measured = await measureInTurn<(typeof names)[number]>({
    names,
    count: rounds,
    measure: async (which) => await page.evaluate((texts) => guardBench.run(texts), files[which]),
  });
  return {
    title: `The scripts in the page's world by themselves: ${rounds} rounds in fresh frames`,
    rows: compare('script, run by itself', measured, { base: 'guard', unit: 'ms', p99: true }),
  };
}

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const opened = new Map<With, Opened>();
  const at = (how: With): Opened => {
    const one = opened.get(how);
    if (one === undefined) throw new Error(`${how} is not open`);
    return one;
  };
  const pageRounds = Math.ceil(rounds / PER_PAGE);
  try {
    for (const how of WITH) opened.set(how, await open(name, how, sites.proxyPort));
    const inTurn = async (
      count: number,
      measureOne: (one: Opened) => Promise<number>,
    ): Promise<Record<With, readonly number[]>> =>
      await measureInTurn({ names: WITH, count, measure: async (how) => await measureOne(at(how)) });

    const loads = await inTurn(pageRounds, loadPage);
    for (const { page } of opened.values()) await runModule(page, new URL('guard-in-page.ts', import.meta.url));
    const alone = await runAlone(name, at('nothing'), rounds);
    const frames = await inTurn(rounds, async ({ page }) => await page.evaluate(async () => await guardBench.frame()));
    const starts = { base: 'nothing', unit: 'ms', p99: true } as const;
    const opening = {
      title: `Opening: ${rounds} frames, ${pageRounds} pages`,
      rows: [
        ...compare('frame until its first script', frames, starts),
        ...compare('page until it has loaded', loads, starts),
      ],
    };

    const writes: Row[] = [];
    for (const way of WRITES) {
      const measured = await inTurn(
        rounds,
        async ({ page }) => await page.evaluate((which) => guardBench.write(which), way),
      );
      writes.push(...compare(way, measured, { base: 'nothing', unit: 'µs', p99: true }));
    }
    for (const how of WITH) await seeThatItHeld(how, at(how));
    return [alone, opening, { title: `Writing, per write: ${rounds} rows of writes`, rows: writes }];
  } finally {
    for (const { browser } of opened.values()) await browser.close();
    await sites.stop();
  }
}

/** What our scripts cost a page, in a real browser. */
export const GUARD: Bench = {
  name: 'guard',
  heading: 'Guard',
  says: SAYS,
  browsers: ['chromium', 'firefox'],
  rounds: 60,
  measure,
};
