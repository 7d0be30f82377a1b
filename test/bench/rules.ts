import { startSites } from '../site/sites.ts';
import { launch } from '../support/browser.ts';
import { runModule } from '../support/run-module.ts';
import { type Row, printTable, quantile } from './table.ts';
import type { Bench, ChangeCost } from './rules-in-page.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var bench: Bench;
}

const KNOWN = [10, 500, 4000] as const;

/** Pairs of changes for each number of known cookies: the 99th percentile needs a hundred. */
const PAIRS = Number(process.env['KNOWN_AS_PAIRS'] ?? 50);

/** ms. */
function row(known: number, costs: readonly ChangeCost[], base: number): Row {
  const of = (part: keyof ChangeCost, at: number): string =>
    quantile(
      costs.map((cost) => cost[part]),
      at,
    ).toFixed(1);
  const median = quantile(
    costs.map(({ whole }) => whole),
    0.5,
  );
  return {
    'numbers known': String(known),
    'compiling, ms': of('compiling', 0.5),
    'reading, ms': of('reading', 0.5),
    'applying, ms': of('applying', 0.5),
    'whole, median, ms': of('whole', 0.5),
    'whole, p99, ms': of('whole', 0.99),
    [`times that of ${KNOWN[0]}`]: (median / base).toFixed(1),
  };
}

/** What it takes to change one decision, from the decision until the browser's rules are changed, in real Chromium. */
export async function benchRules(): Promise<void> {
  const sites = await startSites();
  const browser = await launch('chromium', { proxyPort: sites.proxyPort });
  try {
    const page = await browser.optionsPage();
    await runModule(page, new URL('rules-in-page.ts', import.meta.url));
    const rows: Row[] = [];
    let base = 0;
    for (const known of KNOWN) {
      await page.evaluate(async (count) => await globalThis.bench.fill(count), known);
      const costs: ChangeCost[] = [];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        costs.push(...(await page.evaluate(async (count) => await globalThis.bench.changeOne(count), known)));
      }
      base ||= quantile(
        costs.map(({ whole }) => whole),
        0.5,
      );
      rows.push(row(known, costs, base));
    }
    printTable(`Changing one decision in Chromium, ${PAIRS * 2} changes each`, rows);
  } finally {
    await browser.close();
    await sites.stop();
  }
}
