import { startSites } from '../site/sites.ts';
import { launch } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import type { Bench } from './bench.ts';
import type { DecodeBench } from './decode-in-page.ts';
import { compare, measureInTurn } from './paired.ts';
import type { Table } from './table.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var decodeBench: DecodeBench;
}

const READ = ['none of interest', 'a 2 KB query', 'a 64 KB batch', 'a 1 MB gzip body'] as const;

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const browser = await launch(name, { proxyPort: sites.proxyPort, fineClock: true });
  try {
    const page = await browser.barePage();
    await runModule(page, new URL('decode-in-page.ts', import.meta.url));
    const times = await measureInTurn<(typeof READ)[number]>({
      names: READ,
      count: rounds,
      measure: async (what) => await page.evaluate((one) => decodeBench.read(one), what),
    });
    const rows = compare('request', times, { base: 'none of interest', unit: 'µs', p99: true });
    return [{ title: `Reading a request: ${rounds} rounds`, rows }];
  } finally {
    await browser.close();
    await sites.stop();
  }
}

/** How long it takes to read what a request says. */
export const DECODE: Bench = {
  name: 'decode',
  heading: 'Reading requests',
  says: `In a page of the extension, as in its background. “None of interest”: whether six requests of an ordinary page (a page, a picture, a script, a font, a call, a picture of a news site) are worth reading, 2,000 times over; of all requests of the browser the background asks that. The others are read whole: a hit with 2 KB of query, a batch of 64 KB of JSON with some 90 events, and 1 MB of gzip that holds events of random text. Times are means of rows of reads, since a single one is shorter than the steps of the clock: so p99 is that of rows.`,
  browsers: ['chromium', 'firefox'],
  rounds: 100,
  measure,
};
