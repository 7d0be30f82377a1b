import browser from 'webextension-polyfill';

/** What a JSON file of the extension's own package holds, by its path there. Nothing leaves the machine. */
export async function readPackaged(path: string): Promise<unknown> {
  const answer = await fetch(browser.runtime.getURL(path.replace(/^\//u, '')));
  return await answer.json();
}
