import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SWITCHED_OFF } from '../test/browser/switched-off/all.ts';
import { buildAltered } from '../test/support/altered-build.ts';
import type { BrowserName } from '../test/support/engine.ts';
import { readArguments, readBrowser } from './arguments.ts';
import { OUT, run } from './run.ts';

const USAGE = `npm run switched-off [-- --browser chromium|firefox] [-- --only TEXT]
  For each thing that the end-to-end behaviours test: builds the extension with that thing switched off, and runs the
  behaviours that test it. Every one of them has to fail. Takes about half an hour a browser.`;

const BROWSERS = ['chromium', 'firefox'] as const;

/** How long a behaviour that has to fail may wait for what will not come, in ms. */
const PATIENCE = '6000';

const options = readArguments({ browser: { type: 'string' }, only: { type: 'string' } }, USAGE);
const browsers = options.browser === undefined ? BROWSERS : [readBrowser(options.browser, USAGE)];
const chosen = SWITCHED_OFF.filter(({ off, fails, failsAll = [] }) =>
  [off, ...fails, ...failsAll].join(' ').includes(options.only ?? ''),
);

/** A behaviour that was run. */
interface Ended {
  readonly fullName: string;
  readonly status: string;
}

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly Ended[] }[];
}

/** How the behaviours ended whose names match, with what was built. */
async function runThose(pattern: string, browser: BrowserName, dist: string): Promise<readonly Ended[]> {
  const file = join(OUT, `switched-off-${browser}.json`);
  rmSync(file, { force: true });
  await run('vitest', ['run', '--project', browser, '--reporter=json', `--outputFile.json=${file}`, '-t', pattern], {
    env: { KNOWN_AS_DIST: dist, KNOWN_AS_PATIENCE: PATIENCE },
  });
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const ended = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return ended.filter(({ status }) => status === 'passed' || status === 'failed');
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

let right = 0;
let wrong = 0;

/** Counts how behaviours ended that all have to fail, and names those that passed. */
function count(ended: readonly Ended[], says: string): void {
  const passed = ended.filter(({ status }) => status === 'passed');
  right += ended.length - passed.length;
  wrong += passed.length;
  console.log([`${passed.length === 0 ? 'fails ' : 'PASSES'} ${says}`, ...passed.map(nameOf)].join('\n'));
}

function nameOf({ fullName }: Ended): string {
  return `         passes: ${fullName}`;
}

async function goThrough(browser: BrowserName): Promise<void> {
  for (const change of chosen) {
    const dist = await buildAltered('switched-off', browser, change);
    const when = `\n         when ${change.off}`;
    for (const name of change.fails) {
      const ended = await runThose(`${literally(name)}$`, browser, dist);
      if (ended.length !== 1) throw new Error(`“${name}” is not the name of one behaviour`);
      count(ended, `${browser}: ${name}${when}`);
    }
    for (const part of change.failsAll ?? []) {
      const ended = await runThose(`^${literally(part)}`, browser, dist);
      if (ended.length < 2) throw new Error(`No behaviours’ names begin with “${part}”`);
      count(ended, `${browser}: ${part} … (${ended.length} behaviours)${when}`);
    }
  }
}

await Promise.all(browsers.map((browser) => goThrough(browser)));
console.log(`${right} failed as they should, ${wrong} passed although what they test was switched off`);
process.exitCode = wrong === 0 ? 0 : 1;
