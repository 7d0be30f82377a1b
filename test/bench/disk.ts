import type { Domain } from '#core/site.ts';
import { startSites, type DemoSites } from '../site/sites.ts';
import { launch } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import type { Bench } from './bench.ts';
import { databaseBytes } from './folder-size.ts';
import { medianOf } from './median.ts';
import { ORDINARY } from './popup.ts';
import { medianCells, type Table } from './table.ts';

/** Lines of the record of each profile, and events that the ledger takes at once. */
const LINES = 5000;
const AT_ONCE = 50;

/** What a profile's database takes once its browser is closed, and how many events are in it. */
async function profile(
  name: BrowserName,
  { proxyPort }: DemoSites,
  lines: number,
): Promise<{ readonly bytes: number; readonly events: number }> {
  const browser = await launch(name, { proxyPort });
  try {
    const page = await browser.barePage();
    await runModule(page, new URL('ledger-in-page.ts', import.meta.url));
    const life = { domain: 'halden-audio.example' as Domain, store: ORDINARY[name], lines, end: Date.now() };
    const record = async (): Promise<number> =>
      await page.evaluate(async (told, atOnce) => await ledgerBench.record(told, atOnce), life, AT_ONCE);
    const events = lines === 0 ? 0 : await record();
    await browser.quit();
    return { bytes: databaseBytes(browser.profileDir, name), events };
  } finally {
    await browser.close();
  }
}

async function measure(name: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  try {
    const empty = await profile(name, sites, 0);
    const each: number[] = [];
    let told = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { bytes, events } = await profile(name, sites, LINES);
      each.push((bytes - empty.bytes) / events);
      told = events;
    }
    const rows = [
      {
        'events told': String(told),
        'lines of the record': String(LINES),
        ...medianCells(medianOf(each), 'bytes an event'),
        'empty, kB': (empty.bytes / 1000).toFixed(1),
      },
    ];
    return [{ title: `On disk: ${rounds} profiles`, rows }];
  } finally {
    await sites.stop();
  }
}

/** What remembering takes on disk. */
export const DISK: Bench = {
  name: 'disk',
  heading: 'Disk',
  says: `A life on one site (visits with their searches, what the pages ask of others, time spent) is told to the ledger in the browser, ${AT_ONCE} events at once, and the browser is closed; then the files of its database are measured, less those of an empty one. An event here is one the ledger is told; most give a line of the record, all are in its sums.`,
  browsers: ['chromium', 'firefox'],
  rounds: 15,
  measure,
};
