import browser from 'webextension-polyfill';
import { isFirefox } from './firefox.ts';

/** A notification of the system's. */
export interface SystemNotice {
  /** One that is there under the same id is replaced. */
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Names of at most two buttons, where the browser has them: Chromium. */
  readonly buttons: readonly string[];
}

/** What becomes of a notification. */
export interface NoticeHeard {
  /** `button`: which one, from 0; `null`: the notification itself. */
  readonly pressed: (id: string, button: number | null) => void;
  /** It is gone without a press: put away by the person, or by the system. */
  readonly closed: (id: string) => void;
}

const PERMISSION = { permissions: ['notifications'] as const };
const ICON = 'icons/icon-128.png';

/** Whether the person let us show notifications. */
export async function mayNotify(): Promise<boolean> {
  return await browser.permissions.contains({ permissions: [...PERMISSION.permissions] });
}

/** The browser's own question for them; call it from a press. */
export async function requestNotify(): Promise<boolean> {
  return await browser.permissions.request({ permissions: [...PERMISSION.permissions] });
}

/** Shows a notification; whether it was shown, which it is not where the person took the permission back. */
export async function showNotice({ id, title, says, buttons }: SystemNotice): Promise<boolean> {
  if (!(await mayNotify())) return false;
  const named = buttons.slice(0, 2).map((name) => ({ title: name }));
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL(ICON),
    title,
    message: says,
    // Firefox refuses those that have buttons, though it has their event.
    ...(!isFirefox() && named.length > 0 && { buttons: named }),
  });
  return true;
}

/** Takes a notification away, where it is still there. */
export async function clearNotice(id: string): Promise<void> {
  if (await mayNotify()) await browser.notifications.clear(id);
}

/** Without the permission there is nothing to listen to. */
function listen({ pressed, closed }: NoticeHeard): boolean {
  if (browser.notifications === undefined) return false;
  browser.notifications.onClicked.addListener((id) => pressed(id, null));
  browser.notifications.onButtonClicked?.addListener((id, button) => pressed(id, button));
  browser.notifications.onClosed.addListener(closed);
  return true;
}

/** Tells what becomes of notifications, also once the permission is given later. Register on the first tick. */
export function onNotices(heard: NoticeHeard): void {
  let listening = listen(heard);
  browser.permissions.onAdded.addListener(() => {
    listening ||= listen(heard);
  });
}
