import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../support/engine.ts';

/** Where a profile keeps extensions' databases, and how their folders begin. */
const DATABASES = {
  chromium: { folder: 'Default/IndexedDB', begins: 'chrome-extension_' },
  firefox: { folder: 'storage/default', begins: 'moz-extension+++' },
} as const satisfies Record<BrowserName, { readonly folder: string; readonly begins: string }>;

/** Bytes of all files in a folder, and in the folders in it. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Bytes of what an extension remembers in a profile whose browser is closed. Throws where there is none. */
export function databaseBytes(profileDir: string, browser: BrowserName): number {
  const { folder, begins } = DATABASES[browser];
  const found = readdirSync(join(profileDir, folder)).filter((name) => name.startsWith(begins));
  if (found.length === 0) throw new Error(`There is no database in ${folder}`);
  return found.reduce((sum, name) => sum + bytesIn(join(profileDir, folder, name)), 0);
}
