import browser from 'webextension-polyfill';

/** A text of `_locales` in the person's language, its places filled; empty where there is none. */
export function text(key: string, args: readonly string[] = []): string {
  return browser.i18n.getMessage(key, [...args]);
}

/** The language of the browser's own texts, as a BCP 47 tag. */
export function locale(): string {
  return browser.i18n.getUILanguage();
}
