import { startSites } from '../site/sites.ts';
import { launch } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import type { Bench } from './bench.ts';
import { compare, measureInTurn } from './paired.ts';
import type { Table } from './table.ts';
import type { VerdictBench } from './verdict-in-page.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var verdictBench: VerdictBench;
}

/** What is compared: a verdict as the guard reaches it, as the background does, and that of the slowest value. */
const JUDGED = ['identify', 'with its purpose', 'the slowest value'] as const;
type Judged = (typeof JUDGED)[number];

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const browser = await launch(name, { proxyPort: sites.proxyPort, fineClock: true });
  try {
    const page = await browser.barePage();
    await runModule(page, new URL('verdict-in-page.ts', import.meta.url));
    // In each round all judge the same values.
    const seeds: Record<Judged, number> = { identify: 0, 'with its purpose': 0, 'the slowest value': 0 };
    const times = await measureInTurn<Judged>({
      names: JUDGED,
      count: rounds,
      measure: async (what) => {
        seeds[what] += 1;
        return await page.evaluate(
          (judge, seed) =>
            judge === 'the slowest value' ? verdictBench.slowest(seed) : verdictBench.judge(judge, seed),
          what,
          seeds[what],
        );
      },
    });
    return [
      { title: `A verdict: ${rounds} rounds`, rows: compare('verdict', times, { base: 'identify', unit: 'µs' }) },
    ];
  } finally {
    await browser.close();
    await sites.stop();
  }
}

/** How long it takes to judge a stored value. */
export const VERDICT: Bench = {
  name: 'verdict',
  heading: 'Verdict',
  says: `In a page of the extension, as in its background: each round judges a thousand made-up values ten times, of twenty shapes from \`en-US\` to tokens and blobs of 3,500 characters, and every round makes up others. “With its purpose”: the name is looked up too, as the background does. “The slowest value”: of a hundred of them, judged 200 times each, the one that takes longest.`,
  browsers: ['chromium', 'firefox'],
  rounds: 30,
  measure,
};
