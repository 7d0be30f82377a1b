import browser, { type Cookies } from 'webextension-polyfill';
import type { Cookie, CookieChange } from '#core/cookie.ts';
import type { CookieIdentifier, PartitionKey } from '#core/identifier.ts';
import { identifierKey } from '#core/identifier.ts';
import { isFirefox } from './firefox.ts';

/** As the browser tells it; the polyfill's types do not know of the cross-site ancestor. */
type BrowserPartitionKey = NonNullable<Cookies.Cookie['partitionKey']> & { readonly hasCrossSiteAncestor?: boolean };

/** Asks for cookies of every partition; without it only unpartitioned ones are seen. */
const EVERY_PARTITION = { partitionKey: {} };

function toPartition(key: BrowserPartitionKey | null | undefined): PartitionKey | null {
  if (key?.topLevelSite === undefined || key.topLevelSite === '') return null;
  return key.hasCrossSiteAncestor === undefined
    ? { topLevelSite: key.topLevelSite }
    : { topLevelSite: key.topLevelSite, hasCrossSiteAncestor: key.hasCrossSiteAncestor };
}

function toCookie(cookie: Cookies.Cookie): Cookie {
  return {
    identifier: {
      area: 'cookie',
      store: cookie.storeId,
      partition: toPartition(cookie.partitionKey),
      host: cookie.domain.replace(/^\./u, ''),
      hostOnly: cookie.hostOnly,
      path: cookie.path,
      name: cookie.name,
    },
    value: cookie.value,
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite,
    expires: cookie.expirationDate === undefined ? null : Math.round(cookie.expirationDate * 1000),
  };
}

/** Every cookie of every store and partition; of private windows too, where we may look and one is open. */
export async function allCookies(): Promise<readonly Cookie[]> {
  const stores = await browser.cookies.getAllCookieStores();
  const found = await Promise.all(stores.map(async ({ id }) => await cookiesOf(id)));
  return found.flat();
}

/** A private window may close, and its store with it, while we ask. */
async function cookiesOf(store: string): Promise<readonly Cookie[]> {
  try {
    const cookies = await browser.cookies.getAll({ storeId: store, ...EVERY_PARTITION });
    return cookies.map((cookie) => toCookie(cookie));
  } catch (error) {
    if (error instanceof Error && /store/iu.test(error.message)) return [];
    throw error;
  }
}

function partitionIn({ partition }: CookieIdentifier): { partitionKey?: BrowserPartitionKey } {
  return partition === null ? {} : { partitionKey: { ...partition } };
}

/** The address at which exactly this cookie is read and written. */
function urlOf({ identifier, secure }: Pick<Cookie, 'identifier' | 'secure'>): string {
  const { host, path } = identifier;
  const named = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${secure ? 'https' : 'http'}://${named}${path}`;
}

/** A fresh look at one cookie: as the browser holds it now, or `null`. */
export async function lookAtCookie(identifier: CookieIdentifier): Promise<Cookie | null> {
  const key = identifierKey(identifier);
  const { store, name, host } = identifier;
  try {
    const found = await browser.cookies.getAll({ name, domain: host, storeId: store, ...EVERY_PARTITION });
    return found.map((cookie) => toCookie(cookie)).find((cookie) => identifierKey(cookie.identifier) === key) ?? null;
  } catch (error) {
    if (error instanceof Error && /store/iu.test(error.message)) return null;
    throw error;
  }
}

/** What of a cookie is written as it was; where the browser knows of no such value, as it would be without. */
function attributesOf({ identifier, secure, httpOnly, sameSite }: Cookie): Omit<Cookies.SetDetailsType, 'url'> {
  const { store, host, hostOnly, path, name } = identifier;
  return {
    name,
    path,
    secure,
    httpOnly,
    // Firefox has no `unspecified` and takes a cookie without SameSite for `no_restriction`.
    sameSite: sameSite === 'unspecified' && isFirefox() ? 'no_restriction' : sameSite,
    storeId: store,
    ...(hostOnly ? {} : { domain: host }),
    ...partitionIn(identifier),
  };
}

/** An hour after the epoch, in seconds: long past. */
const LONG_PAST = 3600;

/**
 * Asks the browser to remove exactly this cookie. What comes of it is to be looked up: a removal that did nothing
 * answers like one that did.
 */
export async function removeCookie(cookie: Cookie): Promise<void> {
  const { identifier } = cookie;
  const url = urlOf(cookie);
  // Chromium's `remove` takes every cookie of that name that goes to the address, also those of shorter paths.
  if (!isFirefox() && (await expired(cookie))) return;
  await browser.cookies.remove({ url, name: identifier.name, storeId: identifier.store, ...partitionIn(identifier) });
}

/** Writes it once more, as long past; false for the odd cookies that no extension may write. */
async function expired(cookie: Cookie): Promise<boolean> {
  try {
    const past = { url: urlOf(cookie), value: '', expirationDate: LONG_PAST };
    await browser.cookies.set({ ...past, ...attributesOf(cookie) });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Asks the browser to store a cookie as it was, partition and store included; rejects where the browser refuses. */
export async function putCookie(cookie: Cookie): Promise<void> {
  await browser.cookies.set({
    url: urlOf(cookie),
    value: cookie.value,
    ...(cookie.expires === null ? {} : { expirationDate: cookie.expires / 1000 }),
    ...attributesOf(cookie),
  });
}

/** Tells of each change of any cookie, in order. Register on the first tick. */
export function onCookieChanged(tell: (change: CookieChange) => void): void {
  browser.cookies.onChanged.addListener(({ cookie, removed, cause }) => {
    tell({ cookie: toCookie(cookie), removed, cause });
  });
}

/** The store of private windows: Chromium numbers its two stores, Firefox names them. */
export function isPrivateStore(store: string): boolean {
  return store === '1' || store === 'firefox-private';
}

/** The store of a tab whose browser does not name it (Chromium: `0`, and `1` in private windows). */
export function storeOfTab(tab: { readonly store: string | null; readonly private: boolean }): string {
  return tab.store ?? (tab.private ? '1' : '0');
}

/** What a browser does with cookies unless it is set otherwise. */
export interface CookieDefaults {
  readonly thirdPartyCookies: boolean;
  readonly unspecifiedIsLax: boolean;
}

/** The store of a window, outside containers. */
export function storeWithoutTab(isPrivate: boolean): string {
  if (isFirefox()) return isPrivate ? 'firefox-private' : 'firefox-default';
  return isPrivate ? '1' : '0';
}

/**
 * Firefox keeps the cookies of other sites apart for each page's site and takes a missing SameSite for None; Chromium
 * lets them cross outside private windows and takes a missing SameSite for Lax.
 */
export function cookieDefaults(store: string): CookieDefaults {
  return { thirdPartyCookies: !isFirefox() && !isPrivateStore(store), unspecifiedIsLax: !isFirefox() };
}
