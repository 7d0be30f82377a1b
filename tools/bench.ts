import { loadavg } from 'node:os';
import { BENCHES } from '../test/bench/all.ts';
import type { Bench } from '../test/bench/bench.ts';
import { describeMachine } from '../test/bench/machine.ts';
import { asMarkdown, asText, type Table, together } from '../test/bench/table.ts';
import type { BrowserName } from '../test/support/engine.ts';
import { readBrowser, readCommand, refuse } from './arguments.ts';
import { planBench } from './bench-plan.ts';
import { writeSection } from './figures.ts';
import { buildStage, runStages } from './stages.ts';

const USAGE = `npm run bench [-- NAME…] [--browser chromium|firefox] [--rounds N] [--write]
  Measures what things cost in real browsers, and prints tables with medians, their 95 % intervals, and ratios within the
  run. Figures depend on the machine, and nothing fails by them. With no name: everything, in about 20 minutes, and
  docs/figures.md is written anew, each section by itself.
  NAME      ${BENCHES.map(({ name }) => name).join(', ')}
  --rounds  so many rounds, to try something
  --write   writes the sections of what is named, too`;

const { values, positionals } = readCommand(
  { browser: { type: 'string' }, rounds: { type: 'string' }, write: { type: 'boolean' } },
  USAGE,
);
const plan = planBench(BENCHES, {
  names: positionals,
  browser: values.browser === undefined ? null : readBrowser(values.browser, USAGE),
  rounds: values.rounds ?? null,
  write: values.write === true,
});
if (typeof plan === 'string') refuse(plan, USAGE);

const CALLED = { chromium: 'Chromium', firefox: 'Firefox' } as const satisfies Record<BrowserName, string>;

/** A section of docs/figures.md. */
function sectionOf({ name, says }: Bench, machine: string, tables: readonly Table[]): string {
  const how = `_${machine} · \`npm run bench -- ${name}\`_`;
  return [how, says, ...tables.map((table) => `### ${table.title}\n\n${asMarkdown(table)}`)].join('\n\n');
}

const needed = [...new Set(plan.benches.flatMap((bench) => bench.in))];
const built = await runStages(
  needed.map((browser) => buildStage(browser === 'firefox' ? 'firefox' : 'chrome')),
  { atOnce: 1 },
);
if (!built.every(({ ok }) => ok)) process.exit(1);

for (const bench of plan.benches) {
  const machine = describeMachine(bench.in, new Date());
  const begin = performance.now();
  const measured: { browser: string; tables: readonly Table[] }[] = [];
  for (const browser of bench.in) {
    const tables = await bench.measure(browser, plan.rounds ?? bench.rounds);
    measured.push({ browser: CALLED[browser], tables });
  }
  const tables = together(measured);
  const seconds = Math.round((performance.now() - begin) / 1000);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`\n${bench.heading} (${seconds} s; ${machine}, ${load} afterwards)`);
  for (const table of tables) console.log(`\n${asText(table)}`);
  if (plan.write && tables.length > 0) await writeSection(bench.heading, sectionOf(bench, machine, tables));
}
