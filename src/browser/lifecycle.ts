import browser from 'webextension-polyfill';

/** Tells when the extension was installed or updated, and when a browser session began. Register on the first tick. */
export function onLifecycle(tell: { readonly installed: () => void; readonly sessionBegan: () => void }): void {
  browser.runtime.onInstalled.addListener(tell.installed);
  browser.runtime.onStartup.addListener(tell.sessionBegan);
}

/** Calls `ring` every so many minutes, also when the background was stopped meanwhile. Register on the first tick. */
export function every(minutes: number, name: string, ring: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) ring();
  });
  void browser.alarms.get(name).then((alarm) => {
    if (alarm === undefined) browser.alarms.create(name, { periodInMinutes: minutes });
    return undefined;
  });
}

/** Bytes this extension uses on this computer; `null` where the browser does not tell. */
export async function bytesUsed(): Promise<number | null> {
  const estimate = await navigator.storage.estimate();
  return estimate.usage ?? null;
}
