import { expect } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { askView, behaviour } from './world.ts';

const NUMBER = 'hvid';

/** Begins to note why the shop's number was taken from the jar, in a page that outlives the background. */
async function beginToNote(browser: TestBrowser): Promise<void> {
  await browser.inExtension((name) => {
    const causes: string[] = [];
    Object.assign(globalThis, { causes });
    chrome.cookies.onChanged.addListener(({ cookie, removed, cause }) => {
      if (removed && cookie.name === name) causes.push(cause);
    });
  }, NUMBER);
}

/**
 * How often the number had been stored and had to be removed again. One that went with the response that brought it was
 * overwritten, or never stored at all.
 */
async function removedAgain(browser: TestBrowser): Promise<number> {
  const causes = await browser.inExtension(() => (globalThis as unknown as { readonly causes: string[] }).causes);
  return causes.filter((cause) => cause === 'explicit').length;
}

async function stored(browser: TestBrowser): Promise<readonly string[]> {
  return await browser.inExtension(async () =>
    (await chrome.cookies.getAll({ domain: 'halden-audio.example' })).map(({ name }) => name),
  );
}

behaviour(
  'a number that was just blocked goes with the response that wakes the background, and after a restart',
  async ({ sites, browser, open }) => {
    const page = await open(`${SHOP}/`);
    expect(await stored(browser)).toContain(NUMBER);
    await askView(browser, 'choose', { domain: 'halden-audio.example', choice: { mode: 'block' } });
    await beginToNote(browser);
    const visitors = sites.shop.visitors.length;
    expect(await browser.killBackground()).toBe(true);
    await page.goto(`${SHOP}/hi-fi/model-2`);
    await page.goto(`${SHOP}/stories`);
    // The shop gave a number to a newcomer twice: it was not carried from the one page to the other.
    expect(sites.shop.visitors.length).toBe(visitors + 2);
    expect(await stored(browser)).not.toContain(NUMBER);
    expect(await removedAgain(browser)).toBe(0);

    await browser.restart();
    await beginToNote(browser);
    const again = await open(`${SHOP}/`);
    await again.goto(`${SHOP}/stories`);
    expect(sites.shop.visitors.length).toBe(visitors + 4);
    expect(await stored(browser)).not.toContain(NUMBER);
    expect(await removedAgain(browser)).toBe(0);
  },
);
