import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, builtFor } from '../support/engine.ts';

/** What an extension is allowed, and which browsers it is for: all that is taken over. */
const KEPT = new Set([
  'manifest_version',
  'version',
  'permissions',
  'optional_permissions',
  'host_permissions',
  'incognito',
  'minimum_chrome_version',
  'browser_specific_settings',
]);

/**
 * Writes an extension that asks for all that the built one does and then does nothing: no listener, no script in pages.
 * Returns the folder that holds it, as `dist` holds the built one.
 */
export function writeSilentExtension(browser: BrowserName): string {
  const built = builtFor(browser);
  const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const dist = mkdtempSync(join(tmpdir(), 'known-as-silent-'));
  const folder = builtFor(browser, dist);
  mkdirSync(folder);
  const background = browser === 'firefox' ? { scripts: ['nothing.js'] } : { service_worker: 'nothing.js' };
  const kept = Object.fromEntries(Object.entries(manifest).filter(([name]) => KEPT.has(name)));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...kept, name: 'Silent', background }));
  writeFileSync(join(folder, 'nothing.js'), '');
  // The tests reach the extension's interfaces through its picture.
  cpSync(join(built, 'icons'), join(folder, 'icons'), { recursive: true });
  return dist;
}
