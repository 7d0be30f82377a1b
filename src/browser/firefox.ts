import browser from 'webextension-polyfill';

/** Only Firefox has `getBrowserInfo`. */
export function isFirefox(): boolean {
  return typeof (browser.runtime as { getBrowserInfo?: unknown }).getBrowserInfo === 'function';
}
