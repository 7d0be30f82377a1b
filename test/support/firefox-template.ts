import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFirefox } from './firefox.ts';
import { LISTING, TEMPLATE } from './profile-template.ts';

/** Starts Firefox once, without the extension and without a page, and keeps what it made. Called once a run. */
export async function setup(): Promise<(() => void) | undefined> {
  // Only names are asked for: no browser is started, and none need be there.
  if (process.env[LISTING] !== undefined) return undefined;
  const profileDir = mkdtempSync(join(tmpdir(), 'known-as-template-'));
  const { quit } = await startFirefox({
    proxyPort: 9,
    profileDir,
    again: false,
    restorePages: false,
    headless: true,
    extension: false,
    dist: null,
    dark: false,
    thirdPartyCookies: null,
    clockOffset: 0,
    fineClock: false,
  });
  await quit();
  process.env[TEMPLATE] = profileDir;
  return () => rmSync(profileDir, { recursive: true, force: true });
}
