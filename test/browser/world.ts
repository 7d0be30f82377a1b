import type { Page } from 'puppeteer-core';
import type { NumberReport, SiteReport, TabReport } from '#core/report.ts';
import type { DemoSites } from '../site/sites.ts';
import { behaviour as inBrowser } from '../support/behaviour.ts';
import type { LaunchOptions, TestBrowser } from '../support/browser.ts';
import { askView } from '../support/ask-view.ts';
import { until } from '../support/until.ts';

export { askView };

/** A real browser with the extension, and the demo sites it can reach. */
export interface World {
  readonly sites: DemoSites;
  readonly browser: TestBrowser;
  /** A new tab on an address. */
  readonly open: (url: string) => Promise<Page>;
  /** What the background reports of a page's site, as the popup asks for it. */
  readonly report: (page: Page) => Promise<SiteReport>;
  /** Waits until the report of a page's site is as it should be, and returns it. */
  readonly reportUntil: (page: Page, what: string, seen: (report: SiteReport) => unknown) => Promise<SiteReport>;
}

/**
 * One behaviour, with a profile and demo sites of its own, told with what most behaviours need at hand. Its name is what
 * `npm test -- --list` prints.
 */
export function behaviour(
  name: string,
  run: (world: World) => Promise<void>,
  options: Omit<LaunchOptions, 'proxyPort'> = {},
): void {
  inBrowser(name, async ({ sites, start }) => {
    await run(worldOf(sites, await start(options)));
  });
}

/** What most behaviours need at hand, of a browser that runs. */
export function worldOf(sites: DemoSites, browser: TestBrowser): World {
  const tabReport = async (page: Page): Promise<TabReport> =>
    await askView(browser, 'tabReport', { tabId: browser.tabIdOf(page) });
  const report = async (page: Page): Promise<SiteReport> => {
    const answer = await tabReport(page);
    if (answer.state !== 'seen') throw new Error(`The tab is ${answer.state}`);
    return answer.site;
  };
  return {
    sites,
    browser,
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    report,
    reportUntil: async (page, what, seen) => {
      let last: SiteReport | undefined;
      try {
        return await until(what, async () => {
          last = await report(page);
          return seen(last) ? last : false;
        });
      } catch (cause) {
        throw new Error(`The report never showed ${what}; at last: ${JSON.stringify(last)}`, { cause });
      }
    },
  };
}

/** The numbers at work that are stored under a name. */
export function numbersNamed(report: SiteReport, name: string): readonly NumberReport[] {
  return report.numbers.filter(
    ({ identifier }) => (identifier.area === 'cookie' ? identifier.name : identifier.key) === name,
  );
}

/** Every row of every table on disk, and everything in the extension's own storage, as one text. */
export async function everythingStored(browser: TestBrowser): Promise<string> {
  return await browser.inExtension(async () => {
    const texts = [JSON.stringify(await chrome.storage.local.get(null))];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error('cannot open')));
      });
      for (const table of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(table).objectStore(table).getAll();
          reading.addEventListener('success', () => resolve(reading.result as unknown[]));
          reading.addEventListener('error', () => reject(new Error('cannot read')));
        });
        texts.push(`${table}: ${JSON.stringify(rows)}`);
      }
      database.close();
    }
    return texts.join('\n');
  });
}
