import { holdLine, sendMessage } from '#browser/messaging.ts';
import { requestNotify } from '#browser/notifications.ts';
import { requestLook } from '#browser/permissions.ts';
import { activeTab, openOwnPage } from '#browser/tabs.ts';
import type { LedgerChanged, ViewAnswer, ViewMessage, ViewRequestName, ViewRequests } from './protocol.ts';

export { locale, text } from '#browser/words.ts';

/** Asks the background; rejects with an `Error` that says what went wrong there. */
export async function ask<Name extends ViewRequestName>(
  name: Name,
  question: ViewRequests[Name]['ask'],
): Promise<ViewRequests[Name]['answer']> {
  const message = { from: 'view', name, ask: question } as ViewMessage;
  const answer = (await sendMessage(message)) as ViewAnswer<Name> | undefined;
  if (answer === undefined) throw new Error('the background did not answer');
  if (!answer.ok) throw new Error(answer.error);
  return answer.answer;
}

/** Calls `tell` whenever something changed; keeps listening across stops of the background. */
export function onLedgerChanged(
  tell: (changed: LedgerChanged) => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  holdLine((news) => tell(news as LedgerChanged), { signal });
}

/** The tab a view is about: `?tab=ID` in its address, or the one the person looks at; `null` for none. */
export async function currentTabId(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && /^\d+$/u.test(named)) return Number(named);
  return (await activeTab())?.id ?? null;
}

/** The browser's own question for access to an origin (`null`: to all sites); call it from a press. */
export async function requestAccess(origin: string | null): Promise<boolean> {
  return await requestLook(origin);
}

/** The browser's own question for notifications of the system's; call it from a press. */
export async function requestNotifications(): Promise<boolean> {
  return await requestNotify();
}

/** Opens one of our own pages in a new tab. */
export function openPage(path: string): void {
  void openOwnPage(path);
}

/** How long a file stays there to be fetched, in ms. */
const KEEP_FILE = 60_000;

/** Offers text as a file to keep, without asking for the downloads permission. */
export function saveFile(name: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download may begin a little after the press.
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FILE);
}
