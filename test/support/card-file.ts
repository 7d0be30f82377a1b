import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { type BrowserName, builtFor } from './engine.ts';

const FILE = 'assets/card-under-test.js';

/**
 * The card as one file of the built extension, to be put into a page by whoever may; returns its path in there. It is
 * built as the extension's own is, and put beside it, so that the card can be tried by itself.
 */
export async function cardFile(browser: BrowserName): Promise<string> {
  // What was built stands two folders below its source.
  const root = join(builtFor(browser), '..', '..');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(root, 'src/card/card.iife.tsx'), formats: ['iife'], name: 'card' },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  if (code === '') throw new Error('the card was not built');
  const path = join(builtFor(browser), FILE);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, code);
  // Firefox looks for a file beside the page that asks, unless its path begins at the root.
  return `/${FILE}`;
}
