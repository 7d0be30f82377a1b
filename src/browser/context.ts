import browser from 'webextension-polyfill';

/** Whether this page is in a private window: nothing of it may reach the disk. */
export function inPrivateWindow(): boolean {
  // Where the browser does not say, nothing is written either.
  return browser.extension.inIncognitoContext ?? true;
}

/** False in a page whose extension was updated or removed: it must fall silent. */
export function stillInstalled(): boolean {
  return browser.runtime?.id !== undefined;
}
