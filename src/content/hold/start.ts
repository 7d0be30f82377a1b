import { cookieJar } from './cookie-jar.ts';
import { holdCookieStore } from './cookie-store.ts';
import { holdDocumentCookie } from './document-cookie.ts';
import { holdFramesWithin } from './frames-within.ts';
import { cookiePlace, hasOrigin, type Realm } from './here.ts';
import { startHolder } from './holder.ts';
import { storageAreas } from './storage-areas.ts';
import { holdWebStorage, storageGetters } from './web-storage.ts';

/**
 * Holds the numbers that scripts of this page write, until the background says that they may be kept. With `forget`,
 * numbers that are in web storage already are taken out before any script of the page runs.
 */
export function startHolding(options: { readonly forget: boolean }): void {
  if (!hasOrigin) return;
  const holder = startHolder(options);
  const jar = cookieJar(holder, cookiePlace);
  const areas = storageAreas(holder);
  const getters = storageGetters(window);
  const guard = (realm: Realm): void => {
    holdDocumentCookie(jar, realm);
    holdCookieStore(jar, realm);
    holdWebStorage(areas, { realm, getters });
    holdFramesWithin(realm, guard);
  };
  guard(window);
}
