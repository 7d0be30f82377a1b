/**
 * The line between our script in the page's world (guard) and the one in its own world (watcher). Both run before any
 * script of the page and agree on a name there; whatever arrives is still only a hint, for a page's world is the page's.
 */

/** What the guard tells. */
export type GuardNews =
  | { readonly saw: 'cookie-written' | 'storage-written'; readonly name: string; readonly script: string | null }
  | { readonly saw: 'moved' }
  | { readonly saw: 'asked-with-cookies'; readonly url: string; readonly method: string }
  /** A body that the browser shows to nobody, with one sign for each byte. */
  | { readonly saw: 'sent'; readonly url: string; readonly method: string; readonly body: string };

export const HERE = 'known-as:here';
export const HELLO = 'known-as:hello';
/** The first news on a new line: it was understood. */
export const UNDERSTOOD = 'understood';

/** Longest text of one kind that is told, in UTF-16 units. */
export const LONGEST = 2048;
const MAX_METHOD = 16;
/** Longest body that is told, in bytes: a beacon's has 64 KiB at most. */
export const LONGEST_BODY = 65_536;
/** How news of a body begin, which may be longer than others: as they are written, a byte may take six signs. */
const SENT = '{"saw":"sent"';
const LONGEST_NEWS = LONGEST * 2 + LONGEST_BODY * 6;

/** News as it came over the line, or `undefined` for what is none. */
export function parseNews(text: unknown): GuardNews | undefined {
  if (typeof text !== 'string') return undefined;
  if (text.length > (text.startsWith(SENT) ? LONGEST_NEWS : LONGEST * 2)) return undefined;
  try {
    return toNews(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toNews(value: unknown): GuardNews | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { saw, name, script, url, method, body } = value as Readonly<Record<string, unknown>>;
  if (saw === 'moved') return { saw };
  if (saw === 'asked-with-cookies' || saw === 'sent') {
    if (typeof url !== 'string' || typeof method !== 'string') return undefined;
    const asked = { url: url.slice(0, LONGEST), method: method.slice(0, MAX_METHOD).toUpperCase() };
    if (saw === 'asked-with-cookies') return { saw, ...asked };
    return typeof body === 'string' && body.length <= LONGEST_BODY ? { saw, ...asked, body } : undefined;
  }
  if ((saw !== 'cookie-written' && saw !== 'storage-written') || typeof name !== 'string') return undefined;
  return { saw, name: name.slice(0, LONGEST), script: typeof script === 'string' ? script.slice(0, LONGEST) : null };
}
