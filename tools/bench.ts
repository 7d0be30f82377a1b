import { availableParallelism, loadavg } from 'node:os';
import { benchGuard } from '../test/bench/guard.ts';
import { benchRules } from '../test/bench/rules.ts';
import type { BrowserName } from '../test/support/engine.ts';
import { readArguments, readBrowser, refuse } from './arguments.ts';
import { buildStage, runStages } from './stages.ts';

/** One thing that is measured: in which browsers, and how. */
interface Bench {
  readonly name: string;
  readonly browsers: readonly BrowserName[];
  readonly measure: (browser: BrowserName) => Promise<void>;
}

const BENCHES: readonly Bench[] = [
  // Firefox edits headers itself, and has no rules to change.
  { name: 'rules', browsers: ['chromium'], measure: benchRules },
  { name: 'guard', browsers: ['chromium', 'firefox'], measure: benchGuard },
];

const NAMES = BENCHES.map(({ name }) => name);
const USAGE = `npm run bench [-- --only ${NAMES.join('|')}] [--browser chromium|firefox]
  Measures what things cost in a real browser, and prints tables with ratios within the run. Figures depend on the
  machine, and nothing fails by them.`;

const options = readArguments({ only: { type: 'string' }, browser: { type: 'string' } }, USAGE);
const { only } = options;
if (only !== undefined && !NAMES.includes(only)) refuse(`“${only}” is no bench.`, USAGE);
const wanted = options.browser === undefined ? null : readBrowser(options.browser, USAGE);

const chosen = BENCHES.filter(({ name }) => only === undefined || name === only).flatMap(({ browsers, measure }) =>
  browsers.filter((browser) => wanted === null || browser === wanted).map((browser) => ({ browser, measure })),
);
if (chosen.length === 0) refuse(`${only} is not measured in ${wanted}.`, USAGE);

const needed = [...new Set(chosen.map(({ browser }) => browser))];
const built = await runStages(
  needed.map((browser) => buildStage(browser === 'firefox' ? 'firefox' : 'chrome')),
  { atOnce: 1 },
);
if (!built.every(({ ok }) => ok)) process.exit(1);
for (const { browser, measure } of chosen) {
  const load = loadavg()[0] ?? 0;
  console.log(`\nThe machine: ${availableParallelism()} processors, ${load.toFixed(1)} programs that want one.`);
  await measure(browser);
}
