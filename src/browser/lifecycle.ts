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
  void setAlarm(minutes, name);
}

async function setAlarm(minutes: number, name: string): Promise<void> {
  const alarm = await browser.alarms.get(name);
  if (alarm === undefined) await browser.alarms.create(name, { periodInMinutes: minutes });
}

/** Sets an alarm that rings once at `at` (ms since the epoch); one of that name is moved. */
export async function setAlarmAt(name: string, at: number): Promise<void> {
  await browser.alarms.create(name, { when: at });
}

/** No error where there is none of that name. */
export async function cancelAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Tells of each alarm of a name that begins so, by the rest of its name. Register on the first tick. */
export function onAlarms(prefix: string, ring: (rest: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(prefix)) ring(name.slice(prefix.length));
  });
}

/** Bytes this extension uses on this computer; `null` where the browser does not tell. */
export async function bytesUsed(): Promise<number | null> {
  const estimate = await navigator.storage.estimate();
  return estimate.usage ?? null;
}
