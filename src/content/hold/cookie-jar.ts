import {
  type CookieLine,
  type CookiePlace,
  defaultPath,
  isShown,
  now,
  parseCookieLine,
  isRefused,
} from './cookie-line.ts';
import type { Holder } from './holder.ts';
import { bare, indexOf, slice } from './originals.ts';

/** A cookie that is held; domain and path as in the line, the path worked out. */
export interface HeldCookie extends CookieLine {
  readonly id: number;
}

/** The cookies of a page that are held, for as long as it lives. */
export interface CookieJar {
  /**
   * Holds a line, or lets the browser have it by `store`. A line that ends a cookie always reaches the browser, without
   * the number it may hold: should the browser read its date otherwise, it keeps an empty value.
   */
  readonly write: (line: string, store: (line: string) => void) => void;
  /** Held cookies this document is shown, newest last. */
  readonly each: (visit: (cookie: HeldCookie) => void) => void;
  readonly named: (name: string) => HeldCookie | undefined;
  /** Removes the one of this name, domain and path. */
  readonly remove: (identity: Pick<CookieLine, 'name' | 'domain' | 'path'>) => void;
  /** What the browser shows, with what is held in its place: a held value wins over a stored one of its name. */
  readonly merge: (shown: string) => string;
}

/** Names cannot hold a line's end, so this is unambiguous. */
function keyOf({ name, domain, path }: Pick<CookieLine, 'name' | 'domain' | 'path'>): string {
  return `${name}\n${domain}\n${path}`;
}

function pairOf({ name, value }: Pick<CookieLine, 'name' | 'value'>): string {
  return name === '' ? value : `${name}=${value}`;
}

/** A line with its attributes and without its value. */
function emptied(line: string, name: string): string {
  const end = indexOf(line, ';');
  return `${name}=${end === -1 ? '' : slice(line, end)}`;
}

/** The pairs of a `document.cookie` text without those of some names. */
function without(shown: string, isHeld: (name: string) => boolean): string {
  let rest = '';
  for (let from = 0; from <= shown.length;) {
    const end = indexOf(shown, '; ', from);
    const pair = slice(shown, from, end === -1 ? shown.length : end);
    const equals = indexOf(pair, '=');
    if (!isHeld(equals === -1 ? '' : slice(pair, 0, equals))) rest += rest === '' ? pair : `; ${pair}`;
    if (end === -1) break;
    from = end + 2;
  }
  return rest;
}

/** Starts with nothing held. `place` says where the document stands now: its path may change. */
export function cookieJar(holder: Holder, place: () => CookiePlace): CookieJar {
  const jar = bare<HeldCookie>();

  const remove: CookieJar['remove'] = (identity) => {
    const key = keyOf(identity);
    const held = jar[key];
    if (held === undefined) return;
    delete jar[key];
    holder.drop(held.id);
  };
  const each: CookieJar['each'] = (visit) => {
    const here = place();
    const at = now();
    for (const key in jar) {
      const held = jar[key];
      if (held === undefined) continue;
      if (held.expires !== null && held.expires <= at) remove(held);
      else if (isShown(held, here)) visit(held);
    }
  };
  const named: CookieJar['named'] = (name) => {
    let found: HeldCookie | undefined;
    each((held) => {
      if (held.name === name) found = held;
    });
    return found;
  };

  return {
    each,
    named,
    remove,
    write: (line, store) => {
      const at = now();
      const parsed = parseCookieLine(line, at);
      const here = place();
      const cookie = { ...parsed, path: parsed.path === '' ? defaultPath(here.path) : parsed.path };
      const ended = cookie.expires !== null && cookie.expires <= at;
      const { name, value } = cookie;
      const may = holder.may({ area: 'cookie', name, value, line });
      if (may || ended) {
        store(may ? line : emptied(line, name));
        remove(cookie);
        return;
      }
      if (isRefused(parsed, here)) return;
      remove(cookie);
      const key = keyOf(cookie);
      const id = holder.hold({
        written: { area: 'cookie', name, value, line },
        remove: () => void delete jar[key],
        store: () => store(line),
      });
      jar[key] = { ...cookie, id };
    },
    merge: (shown) => {
      const names = bare<true>();
      let held = '';
      each((cookie) => {
        names[cookie.name] = true;
        held += held === '' ? pairOf(cookie) : `; ${pairOf(cookie)}`;
      });
      if (held === '') return shown;
      const rest = shown === '' ? '' : without(shown, (name) => names[name] === true);
      return rest === '' ? held : `${rest}; ${held}`;
    },
  };
}
