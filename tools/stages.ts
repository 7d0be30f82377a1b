import { readFileSync } from 'node:fs';
import { OUT, run, ROOT, type Ran } from './run.ts';
import { judgeWarnings, parseLint, type AllowedWarning } from './web-ext-lint.ts';

/** One thing that is checked, and how. */
export interface Stage {
  readonly name: string;
  readonly go: () => Promise<Ran>;
}

/** How a stage ended. */
export interface Ended extends Ran {
  readonly name: string;
}

/** Checks of the source as it stands. */
export const CHECKS: readonly Stage[] = [
  { name: 'types', go: () => run('tsc', ['--incremental', '--tsBuildInfoFile', `${OUT}/types.tsbuildinfo`]) },
  { name: 'lint', go: () => run('oxlint', []) },
  { name: 'format', go: () => run('oxfmt', ['--check', '.']) },
  { name: 'unused', go: () => run('knip', ['--cache', '--cache-location', `${OUT}/unused`]) },
];

/** One build of the extension. */
export function buildStage(browser: 'chrome' | 'firefox'): Stage {
  return { name: `build ${browser}`, go: () => run('vite', ['build', '--mode', browser, '--logLevel', 'warn']) };
}

/** The library that reads requests, by itself. */
export const BUILD_DECODE: Stage = {
  name: 'build decode',
  go: () => run('vite', ['build', '--config', 'vite.decode.config.ts', '--logLevel', 'warn']),
};

/** What the add-on store's own check says of the Firefox build: no error, and no warning without a reason for it. */
export const WEB_EXT_LINT: Stage = {
  name: 'web-ext lint',
  go: async () => {
    const ran = await run('web-ext', [
      'lint',
      '--source-dir',
      'dist/firefox',
      '--output',
      'json',
      '--no-config-discovery',
    ]);
    const list = JSON.parse(readFileSync(`${ROOT}/tools/web-ext-warnings.json`, 'utf8')) as readonly AllowedWarning[];
    const complaints = judgeWarnings(parseLint(ran.output), list);
    return { ok: complaints.length === 0, output: complaints.join('\n'), seconds: ran.seconds };
  },
};

/** Runs stages, at most two at a time, and tells of each as it ends. */
export async function runStages(stages: readonly Stage[], { atOnce = 2 } = {}): Promise<readonly Ended[]> {
  const waiting = [...stages];
  const ended: Ended[] = [];
  const work = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      const end: Ended = { name: stage.name, ...(await stage.go()) };
      ended.push(end);
      tell(end);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ended;
}

function tell({ name, ok, output, seconds }: Ended): void {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!ok) console.log(`${output.trim()}\n`);
}

/** How many tests of a project passed and failed. */
export interface Counted {
  readonly passed: number;
  readonly failed: number;
}

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Where a project's report is written. */
export function reportOf(project: string): string {
  return `${OUT}/test-${project}.json`;
}

/**
 * Counts a report of the test runner. A file that could not even be read, no report at all, or a test that was passed
 * over is a failure; only where a name was asked for (`chosen`) the others are rightly passed over.
 */
export function countReport(text: string | null, { chosen = false } = {}): Counted {
  if (text === null) return { passed: 0, failed: 1 };
  const report = JSON.parse(text) as TestReport;
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = chosen ? 0 : report.numPendingTests;
  const failed = report.numFailedTests + broken.length + skipped;
  const nothing = report.numPassedTests + failed === 0 ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + nothing };
}
