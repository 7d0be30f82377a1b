import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SWITCHED_OFF } from '../test/browser/switched-off/all.ts';
import type { SwitchedOff } from '../test/browser/switched-off/change.ts';
import type { BrowserName } from '../test/support/engine.ts';
import { readArguments, readBrowser } from './arguments.ts';
import { OUT, ROOT, run } from './run.ts';

const USAGE = `npm run switched-off [-- --browser chromium|firefox] [-- --only TEXT]
  For each thing that the end-to-end behaviours test: builds the extension with that thing switched off, and runs the
  behaviours that test it. Every one of them has to fail. Takes about twenty minutes a browser.`;

const BROWSERS = ['chromium', 'firefox'] as const;

/** What a build of the extension reads. */
const SOURCES = [
  'src',
  'popup',
  'options',
  'icons',
  'tools',
  '_locales',
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** How long a behaviour that has to fail may wait for what will not come, in ms. */
const PATIENCE = '6000';

const options = readArguments({ browser: { type: 'string' }, only: { type: 'string' } }, USAGE);
const browsers = options.browser === undefined ? BROWSERS : [readBrowser(options.browser, USAGE)];
const chosen = SWITCHED_OFF.filter((change) => `${change.off} ${change.fails.join(' ')}`.includes(options.only ?? ''));

/** Builds the extension with the change made to a copy of its source; the folder of the builds. */
async function buildWithout(change: SwitchedOff, browser: BrowserName): Promise<string> {
  const folder = join(OUT, 'switched-off', browser);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of SOURCES) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, find, put } of change.edits) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(find)) throw new Error(`“${change.off}”: ${file} no longer holds ${find}`);
    writeFileSync(path, text.replaceAll(find, put));
  }
  const mode = browser === 'firefox' ? 'firefox' : 'chrome';
  const built = await run('vite', [
    'build',
    folder,
    '--config',
    join(folder, 'vite.config.ts'),
    '--mode',
    mode,
    '--logLevel',
    'warn',
  ]);
  if (!built.ok) throw new Error(`“${change.off}” does not build:\n${built.output}`);
  return join(folder, 'dist');
}

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string }[] }[];
}

/** Whether the behaviour ran and failed. */
async function fails(name: string, browser: BrowserName, dist: string): Promise<boolean> {
  const file = join(OUT, `switched-off-${browser}.json`);
  rmSync(file, { force: true });
  const pattern = `${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}$`;
  await run('vitest', ['run', '--project', browser, '--reporter=json', `--outputFile.json=${file}`, '-t', pattern], {
    env: { KNOWN_AS_DIST: dist, KNOWN_AS_PATIENCE: PATIENCE },
  });
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const ran = report.testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const [status, ...others] = ran.filter((one) => one === 'passed' || one === 'failed');
  if (status === undefined || others.length > 0) throw new Error(`“${name}” is not the name of one behaviour`);
  return status === 'failed';
}

let right = 0;
let wrong = 0;
async function goThrough(browser: BrowserName): Promise<void> {
  for (const change of chosen) {
    const dist = await buildWithout(change, browser);
    for (const name of change.fails) {
      const failed = await fails(name, browser, dist);
      if (failed) right += 1;
      else wrong += 1;
      console.log(`${failed ? 'fails ' : 'PASSES'} ${browser}: ${name}\n         when ${change.off}`);
    }
  }
}

await Promise.all(browsers.map((browser) => goThrough(browser)));
console.log(`${right} failed as they should, ${wrong} passed although what they test was switched off`);
process.exitCode = wrong === 0 ? 0 : 1;
