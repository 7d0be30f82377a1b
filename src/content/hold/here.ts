import type { CookiePlace } from './cookie-line.ts';
import { call, originals } from './originals.ts';

/** A window with what its scripts find in it. */
export type Realm = Window & typeof globalThis & { readonly CookieStore?: { readonly prototype: object } };

/** The page's window, and what of it a page can replace later. */
const here = window;
const above = window.parent;
/** Without an origin (sandboxed frames, `data:`) there is neither cookie nor web storage, and nothing to hold. */
export const hasOrigin = window.origin !== 'null';
const secure = window.isSecureContext;

/** Whether something is this window's document, another's, or none that has cookies. */
export function whoseDocument(self: unknown): 'ours' | 'foreign' | 'none' {
  try {
    const view = call(originals.view, self, []);
    if (view === here) return 'ours';
    return view === null || view === undefined ? 'none' : 'foreign';
  } catch (error) {
    // Not a document at all: the browser says so itself, in its own words.
    void error;
    return 'none';
  }
}

/**
 * The document above, where this one is an empty frame (`about:blank`, `about:srcdoc`) that shares its cookies: what one
 * writes the other is shown.
 */
export function documentAbove(): Document | null {
  if (location.protocol !== 'about:' || above === here) return null;
  try {
    return above.document;
  } catch (error) {
    void error;
    return null;
  }
}

/** Where this window's document stands. `location` and what is on it cannot be replaced. */
export function cookiePlace(): CookiePlace {
  return { host: location.hostname, path: location.pathname, secure: secure || location.protocol === 'https:' };
}
