import { startSites } from '../site/sites.ts';
import { launch } from '../support/browser.ts';
import type { BrowserName } from '../support/engine.ts';
import { runModule } from '../support/run-module.ts';
import type { Bench } from './bench.ts';
import { medianOf, quantile } from './median.ts';
import type { ChangeCost, RulesBench } from './rules-in-page.ts';
import { figure, medianCells, type Row, type Table } from './table.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var rulesBench: RulesBench;
}

const KNOWN = [10, 500, 4000] as const;

function row(known: number, costs: readonly ChangeCost[], base: number): Row {
  const of = (part: keyof ChangeCost): readonly number[] => costs.map((cost) => cost[part]);
  const whole = medianOf(of('whole'));
  return {
    'numbers known': String(known),
    'compiling, ms': figure(medianOf(of('compiling')).value),
    'reading, ms': figure(medianOf(of('reading')).value),
    'applying, ms': figure(medianOf(of('applying')).value),
    ...medianCells(whole, 'ms'),
    'p99, ms': figure(quantile(of('whole'), 0.99)),
    [`times that of ${KNOWN[0]}`]: (whole.value / base).toFixed(1),
  };
}

async function measure(_: BrowserName, rounds: number): Promise<readonly Table[]> {
  const sites = await startSites();
  const browser = await launch('chromium', { proxyPort: sites.proxyPort });
  try {
    const page = await browser.optionsPage();
    await runModule(page, new URL('rules-in-page.ts', import.meta.url));
    const rows: Row[] = [];
    let base = 0;
    for (const known of KNOWN) {
      await page.evaluate(async (count) => await rulesBench.fill(count), known);
      const costs: ChangeCost[] = [];
      for (let round = 0; round < rounds; round += 1) {
        costs.push(...(await page.evaluate(async (count) => await rulesBench.changeOne(count), known)));
      }
      base ||= medianOf(costs.map(({ whole }) => whole)).value;
      rows.push(row(known, costs, base));
    }
    return [{ title: `Changing one decision: ${rounds * 2} changes each`, rows }];
  } finally {
    await browser.close();
    await sites.stop();
  }
}

/** What it takes to change one decision, in real Chromium. */
export const RULES: Bench = {
  name: 'rules',
  heading: 'Header rules',
  says: `From a decision until the browser's rules are changed, by how many numbers are known and not to be kept: each round makes one decision more and takes it back. The last column is the ratio of the medians. Firefox edits headers itself, and has no rules to change.`,
  browsers: ['chromium'],
  // The slowest of a hundred needs a hundred changes.
  rounds: 50,
  measure,
};
