import { startSites } from '../site/sites.ts';
import { launch } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import type { Bench } from './bench.ts';
import type { FollowBench } from './follow-in-page.ts';
import { medianOf } from './median.ts';
import { compare, measureInTurn } from './paired.ts';
import { figure, medianCells, type Table } from './table.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var followBench: FollowBench;
}

/** What a person typed: looked for beside the numbers, once anything was. */
const TYPED = 'an address and a number that were typed';
const KNOWN = [10, 100, 1000] as const;
const SENT = ['none of interest', 'a 2 KB query', 'a 64 KB body'] as const;

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const browser = await launch(name, { proxyPort: sites.proxyPort, fineClock: true });
  try {
    const page = await browser.barePage();
    await runModule(page, new URL('follow-in-page.ts', import.meta.url));
    const tables: Table[] = [];
    for (const what of SENT) {
      const times = await measureInTurn<`${(typeof KNOWN)[number]} numbers` | typeof TYPED>({
        names: ['10 numbers', '100 numbers', '1000 numbers', TYPED],
        count: rounds,
        measure: async (known) =>
          await page.evaluate((count, sent) => followBench.look(count, sent), Number.parseInt(known, 10) || 0, what),
      });
      const rows = compare(what, times, { base: '10 numbers', unit: 'µs', p99: true });
      tables.push({ title: `Looking through ${what}: ${rounds} rounds`, rows });
    }
    const preparing: number[] = [];
    for (let round = 0; round < rounds; round += 1) preparing.push(await page.evaluate(() => followBench.prepare()));
    const ready: number[] = [];
    for (let round = 0; round < rounds; round += 1) ready.push(await page.evaluate(() => followBench.prepareTyped()));
    const { texts, bytes } = await page.evaluate(() => followBench.memory());
    const row = {
      what: 'a number is put into the table',
      ...medianCells(medianOf(preparing), 'µs'),
      'texts for 1000': String(texts),
      'heap for 1000, MB': bytes === null ? 'not told' : figure(bytes / 1e6),
    };
    const person = { what: 'an address and a number are made ready', ...medianCells(medianOf(ready), 'ms') };
    return [
      ...tables,
      { title: `Preparing: ${rounds} rounds`, rows: [row] },
      { title: `Preparing what was typed: ${rounds} rounds`, rows: [person] },
    ];
  } finally {
    await browser.close();
    await sites.stop();
  }
}

/** How long it takes to look for all known numbers in a request. */
export const FOLLOW: Bench = {
  name: 'follow',
  heading: 'Following numbers',
  says: `In a page of the extension, as in its background. All known numbers are looked for in every request, each in some twenty-five forms: as such, encoded, hashed. “None of interest” are six requests of an ordinary page. Times are means of rows, as above. What was typed is looked for beside the numbers, as soon as a form was filled in this browser session. The heap is what eight tables took by the browser's own count, divided by eight.`,
  browsers: ['chromium', 'firefox'],
  rounds: 60,
  measure,
};
