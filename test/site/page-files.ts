import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of a file beside the demo sites: a style sheet or a page's script. */
export function siteFile(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** Where a file beside the demo sites is. */
export function sitePath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Where a file of an npm package is, by its path there. */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}

/** The text of a file as an npm package ships it, unmodified. */
export function packageFile(path: string): string {
  return readFileSync(packagePath(path), 'utf8');
}
