import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/**
 * What becomes of third parties' cookies: all kept; kept apart for each top-level site; or refused. In Chromium
 * `partitioned` and `blocked` are one setting: only cookies that ask to be partitioned (CHIPS) are kept.
 */
export type ThirdPartyCookies = 'allowed' | 'partitioned' | 'blocked';

/** How a browser is started. */
export interface StartPlan {
  readonly proxyPort: number;
  readonly profileDir: string;
  /** Whether the profile was used before: a restart. */
  readonly again: boolean;
  /** Opens the pages that were open when it was closed. */
  readonly restorePages: boolean;
  readonly headless: boolean;
  readonly extension: boolean;
  /** The folder that holds the build of each browser; `null`: where `npm run build` puts it. */
  readonly dist: string | null;
  readonly dark: boolean;
  /** `null`: what the browser does by itself. */
  readonly thirdPartyCookies: ThirdPartyCookies | null;
  /** ms from the machine's clock. */
  readonly clockOffset: number;
  /** Firefox tells pages the time to the millisecond; this lets it be as fine as it can. Chromium knows no such switch. */
  readonly fineClock: boolean;
}

/** What only the one browser can do its own way. */
export interface Running {
  readonly puppeteer: Browser;
  /** Opens a page of the extension by its path, in a new tab or a new window; returns when it has loaded. */
  readonly openOwn: (path: string, as: 'tab' | 'window') => Promise<Page>;
  /** Ends the background at once, as the browser does to an idle one. Returns whether it was running. */
  readonly killBackground: () => Promise<boolean>;
  /** Whether the background is running now. */
  readonly backgroundRuns: () => Promise<boolean>;
  readonly reloadExtension: () => Promise<void>;
  /** Finds the page that `open` opened in a private window. */
  /** Closes the browser as a person does; returns when its program has ended. */
  readonly quit: () => Promise<void>;
  readonly privatePage: (open: () => Promise<void>) => Promise<Page>;
}

export type Engine = (plan: StartPlan) => Promise<Running>;

/** ms; a busy machine may take long to start a browser. */
export const STARTS_WITHIN = 90_000;

/** The extension's build for a browser: where `npm run build` puts it, unless `dist` says another folder. */
export function builtFor(browser: BrowserName, dist: string | null = null): string {
  const name = browser === 'firefox' ? 'firefox' : 'chrome';
  const usual = process.env['KNOWN_AS_DIST'] ?? new URL('../../dist', import.meta.url).pathname;
  return `${dist ?? usual}/${name}`;
}

/** The browser's program; `npm test` and `npm start` find it, or install it, and say where it is. */
export function programOf(browser: BrowserName): string {
  const name = browser === 'firefox' ? 'FIREFOX_PATH' : 'CHROMIUM_PATH';
  const found = process.env[name];
  if (found === undefined || found === '') {
    throw new Error(
      `${name} does not say where ${browser} is. Run this through npm: it finds the browser and sets it.`,
    );
  }
  return found;
}
