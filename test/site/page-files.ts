import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The text of a file beside the demo sites: a style sheet or a page's script. */
export function siteFile(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** The text of a file as an npm package ships it, unmodified. */
export function packageFile(path: string): string {
  return readFileSync(require.resolve(path), 'utf8');
}
