import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../support/browser.ts';
import { builtFor } from '../support/engine.ts';

/** Installs the extension into a browser that runs already; `page` is any page of it. */
export async function install(browser: TestBrowser, page: Page): Promise<void> {
  if (browser.name === 'firefox') {
    await page.browser().installExtension(builtFor('firefox'));
    return;
  }
  const session = await page.browser().target().createCDPSession();
  await session.send('Extensions.loadUnpacked', { path: builtFor('chromium') });
  await session.detach();
}

/** The tab of the page at an address, where it was opened before the extension came. */
export async function tabAt(browser: TestBrowser, url: string): Promise<number> {
  return await browser.inExtension(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);
}

/** Takes access to sites back, as a person does in the browser's own pages. */
export async function withholdSites(browser: TestBrowser, page: Page): Promise<void> {
  if (browser.name === 'firefox') {
    await browser.inExtension(async () => {
      await chrome.permissions.remove({ origins: ['<all_urls>'] });
    });
    return;
  }
  const id = await browser.inExtension(() => chrome.runtime.id);
  const settings = await page.browser().newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateExtensionConfiguration: (change: object) => Promise<void> };
    };
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
  }, id);
  await settings.close();
}
