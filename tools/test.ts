import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { BrowserName } from '../test/support/engine.ts';
import { LISTING } from '../test/support/profile-template.ts';
import { readArguments, readBrowser } from './arguments.ts';
import { OUT, ROOT, run } from './run.ts';
import { buildStage, CHECKS, countReport, reportOf, runStages, WEB_EXT_LINT, type Counted } from './stages.ts';

const USAGE = `npm test
  Everything: types, lint, format, unused code, unit tests, both builds, the add-on linter, and end to end in Chromium
  and in Firefox.
npm test -- --list
  Prints the end-to-end behaviours of each browser, and runs nothing.
npm test -- --pictures
  As npm test, and takes the pictures in docs/images anew.
npm test -- [--browser chromium|firefox] [-t NAME]
  Builds, and runs the end-to-end behaviours of one browser, or those whose name holds NAME.`;

const BROWSERS = ['chromium', 'firefox'] as const;

const options = readArguments(
  {
    list: { type: 'boolean' },
    pictures: { type: 'boolean' },
    browser: { type: 'string' },
    name: { type: 'string', short: 't' },
  },
  USAGE,
);
/** The pictures of the README are taken anew only when asked for; other runs leave theirs in .out. */
if (options.pictures === true) process.env['KNOWN_AS_PICTURES'] = `${ROOT}/docs/images`;
const browsers = options.browser === undefined ? BROWSERS : [readBrowser(options.browser, USAGE)];

/** The names of a project's tests, as `part > behaviour`. */
async function listBehaviours(browser: BrowserName): Promise<readonly string[]> {
  const file = `${OUT}/list-${browser}.json`;
  mkdirSync(OUT, { recursive: true });
  const { ok, output } = await run('vitest', ['list', '--project', browser, `--json=${file}`], {
    env: { [LISTING]: '1' },
  });
  if (!ok) throw new Error(output);
  return (JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly name: string }[]).map(({ name }) => name);
}

/** Which part of a project's files is run: so many of so many. */
interface Shard {
  readonly at: number;
  readonly of: number;
}

/** Runs one project's tests, or a part of them, and counts them by the runner's own report. */
async function runTests(
  project: string,
  { aloud, shard = null }: { readonly aloud: boolean; readonly shard?: Shard | null },
): Promise<Counted> {
  const name = shard === null ? project : `${project} ${shard.at}/${shard.of}`;
  const file = reportOf(shard === null ? project : `${project}-${shard.at}`);
  rmSync(file, { force: true });
  const filter = options.name === undefined ? [] : ['-t', options.name];
  const part = shard === null ? [] : [`--shard=${shard.at}/${shard.of}`];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ran = await run('vitest', ['run', '--project', `${project}*`, ...part, ...reporters, ...filter], { aloud });
  const counted = countReport(existsSync(file) ? readFileSync(file, 'utf8') : null, {
    chosen: options.name !== undefined,
  });
  if (!aloud && (!ran.ok || counted.failed > 0)) console.log(ran.output);
  console.log(
    `${counted.failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${ran.seconds.toFixed(1).padStart(6)} s`,
  );
  // An error between the tests fails the run without failing a test.
  return ran.ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/** How many parts the files of each browser are run in: Firefox takes twice as long, and no part is to be long at the end. */
const PARTS = { chromium: 5, firefox: 10 } as const satisfies Record<BrowserName, number>;

/** As many at once as there are cores that the behaviours are measured by. */
const AT_ONCE = 2;

function plus(a: Counted, b: Counted): Counted {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The parts of both browsers, so that whoever takes the next one takes of each browser in its proportion. */
function partsOfBoth(): readonly (Shard & { readonly browser: BrowserName })[] {
  return BROWSERS.flatMap((browser) =>
    Array.from({ length: PARTS[browser] }, (_, index) => ({ browser, at: index + 1, of: PARTS[browser] })),
  ).toSorted((a, b) => a.at / a.of - b.at / b.of);
}

/** Both browsers, part by part, two parts at a time: whoever is done with one takes the next, so that both end together. */
async function runInBothBrowsers(): Promise<readonly Counted[]> {
  const parts = [...partsOfBoth()];
  const counted: Record<BrowserName, Counted> = {
    chromium: { passed: 0, failed: 0 },
    firefox: { passed: 0, failed: 0 },
  };
  const takeParts = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const ran = await runTests(part.browser, { aloud: false, shard: part });
      counted[part.browser] = plus(counted[part.browser], ran);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeParts));
  return BROWSERS.map((browser) => counted[browser]);
}

function row(name: string, { passed, failed }: Counted): string {
  return `${name.padEnd(10)} ${String(passed).padStart(5)} passed, ${failed} failed`;
}

async function runEverything(): Promise<void> {
  const whole = options.browser === undefined && options.name === undefined;
  const checks = whole ? await runStages(CHECKS) : [];
  const unit = whole ? await runTests('unit', { aloud: false }) : null;
  const builds = await runStages(
    browsers.map((browser) => buildStage(browser === 'firefox' ? 'firefox' : 'chrome')),
    { atOnce: 1 },
  );
  const linted = whole ? await runStages([WEB_EXT_LINT]) : [];
  const inBrowsers = whole
    ? await runInBothBrowsers()
    : await Promise.all(browsers.map((browser) => runTests(browser, { aloud: true })));

  const stages = [...checks, ...builds, ...linted];
  const ok = stages.filter((stage) => stage.ok).length;
  const parts: (readonly [string, Counted])[] = [['checks', { passed: ok, failed: stages.length - ok }]];
  if (unit !== null) parts.push(['unit', unit]);
  for (const [index, browser] of browsers.entries()) {
    parts.push([browser, inBrowsers[index] ?? { passed: 0, failed: 1 }]);
  }
  const sum = parts.map(([, counted]) => counted).reduce(plus, { passed: 0, failed: 0 });
  console.log(`\n${parts.map(([name, counted]) => row(name, counted)).join('\n')}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

if (options.list) {
  for (const browser of browsers) {
    const names = await listBehaviours(browser);
    console.log(`${browser}: ${names.length} behaviours\n${names.map((name) => `  ${name}`).join('\n')}`);
  }
} else {
  mkdirSync(`${ROOT}/.out`, { recursive: true });
  await runEverything();
}
