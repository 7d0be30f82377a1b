import { inject, test } from 'vitest';
import { startSites, type DemoSites } from '../site/sites.ts';
import { launch, type LaunchOptions, type TestBrowser } from './browser.ts';
import type { BrowserName } from './engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: BrowserName;
  }
}

/** How a behaviour starts a browser of its own; it is closed at the behaviour's end. */
export type Start = (options?: Omit<LaunchOptions, 'proxyPort'>) => Promise<TestBrowser>;

interface Scene {
  /** Demo sites that nobody visited before. */
  readonly sites: DemoSites;
  /** Starts a browser with options of the behaviour's own. */
  readonly start: Start;
  /** A newly installed browser with the extension, as it comes. */
  readonly browser: TestBrowser;
}

/**
 * One behaviour, written once and run in each real browser: `behaviour('…', async ({ sites, browser }) => { … })`.
 * Each has its own demo sites and its own browser with a new profile; what a behaviour does not name is not started.
 */
export const behaviour = test.extend<Scene>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads from the pattern what a part depends on
  sites: async ({}, use) => {
    const sites = await startSites();
    await use(sites);
    await sites.stop();
  },
  start: async ({ sites }, use) => {
    const started: TestBrowser[] = [];
    await use(async (options = {}) => {
      const browser = await launch(inject('browser'), { proxyPort: sites.proxyPort, ...options });
      started.push(browser);
      return browser;
    });
    await Promise.all(started.map((browser) => browser.close()));
  },
  browser: async ({ start }, use) => {
    await use(await start());
  },
});
