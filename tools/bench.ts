import { benchRules } from '../test/bench/rules.ts';
import { readArguments, refuse } from './arguments.ts';
import { buildStage, runStages } from './stages.ts';

/** What is measured, by name. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = { rules: benchRules };

const USAGE = `npm run bench [-- --only ${Object.keys(BENCHES).join('|')}]
  Measures what things cost in a real browser, and prints tables with ratios within the run. Figures depend on the
  machine, and nothing fails by them.`;

const options = readArguments({ only: { type: 'string' } }, USAGE);
const chosen = Object.entries(BENCHES).filter(([name]) => options.only === undefined || options.only === name);
if (chosen.length === 0) refuse(`“${options.only}” is no bench.`, USAGE);

const built = await runStages([buildStage('chrome')]);
if (!built.every(({ ok }) => ok)) process.exit(1);
for (const [, measure] of chosen) await measure();
