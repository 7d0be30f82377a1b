import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT, run } from '../../tools/run.ts';
import type { BrowserName } from './engine.ts';

/** One change of the extension's source. The text must be there, once or more, or the change is out of date. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** Which build is altered, and how. */
export interface Alteration {
  /** What is said of it where it does not build. */
  readonly off: string;
  readonly edits: readonly Edit[];
}

/** What a build of the extension reads. */
const SOURCES = [
  'src',
  'popup',
  'options',
  'icons',
  '_locales',
  'tools',
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * Builds the extension with its source changed, from a copy of it, into a folder of the name in `.out`; returns the
 * folder that holds the build of each browser, as `dist` does. Throws where the source no longer holds what was to be
 * changed, or does not build then.
 */
export async function buildAltered(name: string, browser: BrowserName, { off, edits }: Alteration): Promise<string> {
  const folder = join(OUT, name, browser);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, find, put } of edits) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(find)) throw new Error(`“${off}”: ${file} no longer holds ${find}`);
    writeFileSync(path, text.replaceAll(find, put));
  }
  const mode = browser === 'firefox' ? 'firefox' : 'chrome';
  const config = ['--config', join(folder, 'vite.config.ts')];
  const built = await run('vite', ['build', folder, ...config, '--mode', mode, '--logLevel', 'warn']);
  if (!built.ok) throw new Error(`“${off}” does not build:\n${built.output}`);
  return join(folder, 'dist');
}
