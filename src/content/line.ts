/**
 * The line between our script in the page's world (guard) and the one in its own world (watcher). Both run before any
 * script of the page and agree on a name there; whatever arrives is still only a hint, for a page's world is the page's.
 */

/** What the guard tells. */
export type GuardNews =
  | { readonly saw: 'cookie-written' | 'storage-written'; readonly name: string; readonly script: string | null }
  | { readonly saw: 'moved' }
  | { readonly saw: 'asked-with-cookies'; readonly url: string; readonly method: string };

export const HERE = 'known-as:here';
export const HELLO = 'known-as:hello';
/** The first news on a new line: it was understood. */
export const UNDERSTOOD = 'understood';

/** Longest text of one kind that is told, in UTF-16 units. */
export const LONGEST = 2048;
const MAX_METHOD = 16;

/** News as it came over the line, or `undefined` for what is none. */
export function parseNews(text: unknown): GuardNews | undefined {
  if (typeof text !== 'string' || text.length > LONGEST * 2) return undefined;
  try {
    return toNews(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toNews(value: unknown): GuardNews | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { saw, name, script, url, method } = value as Readonly<Record<string, unknown>>;
  if (saw === 'moved') return { saw };
  if (saw === 'asked-with-cookies') {
    if (typeof url !== 'string' || typeof method !== 'string') return undefined;
    return { saw, url: url.slice(0, LONGEST), method: method.slice(0, MAX_METHOD).toUpperCase() };
  }
  if ((saw !== 'cookie-written' && saw !== 'storage-written') || typeof name !== 'string') return undefined;
  return { saw, name: name.slice(0, LONGEST), script: typeof script === 'string' ? script.slice(0, LONGEST) : null };
}
