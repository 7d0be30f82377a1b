import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startChromium } from './chromium.ts';
import type { BrowserName, Engine, Running, StartPlan, ThirdPartyCookies } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { TABLES } from '#store/rows.ts';
import { Popup } from './popup.ts';
import { until } from './until.ts';

const ENGINES = { chromium: startChromium, firefox: startFirefox } as const satisfies Record<BrowserName, Engine>;

/** A page of the extension that is a mere picture: it can reach the extension's interfaces and runs no code of ours. */
const KEYHOLE = 'icons/icon-16.png';

export interface LaunchOptions {
  readonly proxyPort: number;
  /** Without a window to be seen; the default. */
  readonly headless?: boolean;
  /** `false`: the bare browser, for comparison. */
  readonly extension?: boolean;
  /** The folder of another build of it (`buildAltered`), or of another extension that has its icons. */
  readonly dist?: string;
  /** That extension does nothing: its background is not waited for. */
  readonly silent?: boolean;
  readonly dark?: boolean;
  readonly thirdPartyCookies?: ThirdPartyCookies;
  /** ms from the machine's clock. */
  readonly clockOffset?: number;
  /** Lets pages tell the time as finely as the browser can, to measure. */
  readonly fineClock?: boolean;
}

export interface RestartOptions {
  /** ms from the machine's clock; as before where it is left out. */
  readonly clockOffset?: number;
  /** Opens the pages again that were open. */
  readonly restorePages?: boolean;
}

/** A real browser with the built extension, a profile of its own, and everything it asks for going to the proxy. */
export class TestBrowser {
  readonly name: BrowserName;
  #plan: StartPlan;
  #running: Running;
  #keyhole: Promise<Page> | null = null;
  readonly #tabIds = new WeakMap<Page, number>();
  /** Tabs are told apart by which one is new, so they are opened one after the other. */
  #opening: Promise<unknown> = Promise.resolve();

  constructor(name: BrowserName, plan: StartPlan, running: Running) {
    this.name = name;
    this.#plan = plan;
    this.#running = running;
  }

  /** The profile's folder; other than the browser's own, everything in it is this browser's. */
  get profileDir(): string {
    return this.#plan.profileDir;
  }

  /** The id of the browser's first process, of which all others come. */
  get processId(): number {
    const id = this.#running.puppeteer.process()?.pid;
    if (id === undefined) throw new Error('The browser does not run');
    return id;
  }

  /**
   * A new tab, in front of the others in its window; or a window of its own, so that two pages are in view at once.
   * A page that is out of view is not painted, and cannot be clicked in until `page.bringToFront()`.
   */
  async newPage(as: 'tab' | 'window' = 'tab'): Promise<Page> {
    if (!this.#plan.extension) return await this.#running.puppeteer.newPage({ type: as });
    return await this.#openTab(() => this.#running.puppeteer.newPage({ type: as }));
  }

  /** A page in a private window, where the extension is allowed. */
  async privatePage(): Promise<Page> {
    return await this.#openTab(() =>
      this.#running.privatePage(async () => {
        await this.inExtension(async () => {
          await chrome.windows.create({ incognito: true, url: 'about:blank' });
        });
      }),
    );
  }

  /** Every page that is open, the browser's and the extension's own included. */
  async pages(): Promise<readonly Page[]> {
    return await this.#running.puppeteer.pages();
  }

  /** The id by which the extension knows a page's tab; for pages opened by `newPage` or `privatePage`, restored, or opened before the extension. */
  tabIdOf(page: Page): number {
    const id = this.#tabIds.get(page);
    if (id === undefined) throw new Error(`The tab of ${page.url()} is not known`);
    return id;
  }

  /**
   * The popup for a page's tab. In a window of its own the page stays in view, as it does under a real popup; as a tab
   * in front of the page, it puts the page out of view.
   */
  async popupFor(page: Page, as: 'window' | 'tab' = 'window'): Promise<Popup> {
    const tab = this.tabIdOf(page);
    if (as === 'tab') await page.bringToFront();
    const opened = await this.#running.openOwn(`popup/index.html?tab=${tab}`, as);
    await opened.setViewport({ width: 360, height: 600 });
    return new Popup(opened);
  }

  /** A page of the extension, in a window of its own, with nothing in it. */
  async barePage(): Promise<Page> {
    return await this.#running.openOwn(KEYHOLE, 'window');
  }

  /** The options page, at a place in it. */
  async optionsPage(hash = ''): Promise<Page> {
    const opened = await this.#running.openOwn(`options/index.html${hash}`, 'window');
    await opened.setViewport({ width: 1280, height: 900 });
    return opened;
  }

  /** Runs a function in a page of the extension, with the extension's rights: `chrome.*`, IndexedDB, `fetch`. */
  async inExtension<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Awaited<Result>> {
    this.#keyhole ??= this.#openKeyhole();
    const keyhole = await this.#keyhole;
    return (await keyhole.evaluate(run as unknown as (...given: unknown[]) => unknown, ...args)) as Awaited<Result>;
  }

  /** Ends the background at once, as the browser ends an idle one; returns whether it was running. */
  async killBackground(): Promise<boolean> {
    return await this.#running.killBackground();
  }

  async backgroundRuns(): Promise<boolean> {
    return await this.#running.backgroundRuns();
  }

  /** Loads the extension again from where it was built. */
  async reloadExtension(): Promise<void> {
    await this.#running.reloadExtension();
  }

  /** Closes the browser and starts it again with the same profile. Its pages are gone, unless restored. */
  async restart({ clockOffset, restorePages = false }: RestartOptions = {}): Promise<void> {
    await this.quit();
    const at = clockOffset ?? this.#plan.clockOffset;
    this.#plan = { ...this.#plan, again: true, restorePages, clockOffset: at };
    this.#running = await ENGINES[this.name](this.#plan);
    if (restorePages) await this.inExtension(() => undefined);
  }

  /** Closes the browser and leaves the profile, to be searched. */
  async quit(): Promise<void> {
    if (!this.#running.puppeteer.connected) return;
    const keyhole = await this.#keyhole;
    this.#keyhole = null;
    await keyhole?.close();
    await this.#running.quit();
  }

  /** Closes the browser and removes its profile. */
  async close(): Promise<void> {
    await this.quit();
    removeProfile(this.profileDir);
  }

  /** Settles when the browser is closed, by whomever. */
  async closed(): Promise<void> {
    const { puppeteer } = this.#running;
    if (puppeteer.connected) await new Promise<void>((resolve) => puppeteer.once('disconnected', () => resolve()));
  }

  async #openKeyhole(): Promise<Page> {
    const known = await this.pages();
    const keyhole = await this.#running.openOwn(KEYHOLE, 'window');
    if (this.#plan.extension && !this.#plan.restorePages) return keyhole;
    // Pages that were not opened by us are known by their addresses, as far as these are unique.
    const tabs = await keyhole.evaluate(async () => (await chrome.tabs.query({})).map(({ id, url }) => ({ id, url })));
    for (const page of known) {
      const [tab, ...others] = tabs.filter(({ url }) => url === page.url());
      if (tab?.id !== undefined && others.length === 0) this.#tabIds.set(page, tab.id);
    }
    return keyhole;
  }

  async #openTab(open: () => Promise<Page>): Promise<Page> {
    const opened = this.#opening.then(async () => {
      await this.inExtension(() => undefined);
      const before = new Set(await this.#tabs());
      const page = await open();
      const fresh = (await this.#tabs()).filter((id) => !before.has(id));
      const [id] = fresh;
      if (id === undefined || fresh.length > 1) throw new Error(`${fresh.length} tabs opened at once`);
      this.#tabIds.set(page, id);
      return page;
    });
    this.#opening = opened.catch(() => undefined);
    return await opened;
  }

  async #tabs(): Promise<readonly number[]> {
    return await this.inExtension(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.map(({ id }) => id).filter((id) => id !== undefined);
    });
  }
}

/**
 * Whether the background has begun to watch. Just after it was installed a browser runs our scripts in pages before it
 * runs the background: what a page stores then is rightly taken for found, which no behaviour but one is about.
 */
async function hasBegun(browser: TestBrowser): Promise<boolean> {
  return await browser.inExtension(async (table) => {
    const ask = { cursor: { table, after: null } };
    const message = { from: 'view', name: 'exportSlice', ask };
    const said = await chrome.runtime.sendMessage<unknown, { answer: { rows: { key: string }[] } }>(message);
    return said.answer.rows.some(({ key }) => key === 'since');
  }, TABLES.indexOf('meta'));
}

function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Starts a browser with a new profile. Whoever starts it closes it. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<TestBrowser> {
  const plan: StartPlan = {
    proxyPort: options.proxyPort,
    profileDir: mkdtempSync(join(tmpdir(), `known-as-${name}-`)),
    again: false,
    restorePages: false,
    headless: options.headless ?? true,
    extension: options.extension ?? true,
    dist: options.dist ?? null,
    dark: options.dark ?? false,
    thirdPartyCookies: options.thirdPartyCookies ?? null,
    clockOffset: options.clockOffset ?? 0,
    fineClock: options.fineClock ?? false,
  };
  try {
    const browser = new TestBrowser(name, plan, await ENGINES[name](plan));
    if (plan.extension && options.silent !== true) await until('the background to begin', () => hasBegun(browser));
    return browser;
  } catch (error) {
    removeProfile(plan.profileDir);
    throw error;
  }
}
