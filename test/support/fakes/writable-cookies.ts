import type { Cookie } from '#core/cookie.ts';
import { type CookieIdentifier, identifierKey, type PartitionKey } from '#core/identifier.ts';
import { domainMatches } from '#core/carried.ts';
import { toldCookie } from './told-cookie.ts';

/** Which cookies are asked for, in the browser's words. */
export interface Asked {
  readonly storeId: string;
  readonly name?: string;
  readonly domain?: string;
}

interface Written {
  readonly url: string;
  readonly name: string;
  readonly storeId: string;
  readonly value?: string;
  readonly path?: string;
  readonly domain?: string;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: Cookie['sameSite'];
  readonly expirationDate?: number;
  readonly partitionKey?: PartitionKey;
}

/** The jar, and what a test may set about it. */
export interface WritableJar {
  readonly jar: Map<string, Cookie>;
  /** The browser refuses to remove anything, and says so. */
  refusesRemoval: boolean;
}

interface Changed {
  readonly fire: (...args: readonly unknown[]) => unknown;
}

export function isAsked({ identifier }: Cookie, { storeId, name, domain }: Asked): boolean {
  const fits = domain === undefined || domainMatches(identifier.host, { host: domain, hostOnly: false });
  return identifier.store === storeId && (name === undefined || identifier.name === name) && fits;
}

function identifierOf({ url, name, storeId, path = '/', domain, partitionKey }: Written): CookieIdentifier {
  const host = domain?.replace(/^\./u, '') ?? new URL(url).hostname;
  return {
    area: 'cookie',
    store: storeId,
    partition: partitionKey ?? null,
    host,
    hostOnly: domain === undefined,
    path,
    name,
  };
}

/** `cookies.set` and `cookies.remove` of a browser, with the changes they tell of. */
export function writableCookies(inside: WritableJar, changed: Changed) {
  const drop = (key: string, cause: string): void => {
    const cookie = inside.jar.get(key);
    if (cookie === undefined || inside.refusesRemoval) return;
    inside.jar.delete(key);
    changed.fire({ cookie: toldCookie(cookie), removed: true, cause });
  };
  return {
    set: async (written: Written) => {
      const identifier = identifierOf(written);
      const key = identifierKey(identifier);
      const expires = written.expirationDate === undefined ? null : written.expirationDate * 1000;
      if (expires !== null && expires <= Date.now()) {
        drop(key, 'expired_overwrite');
        return;
      }
      const { value = '', httpOnly = false, secure = false, sameSite = 'unspecified' } = written;
      const cookie: Cookie = { identifier, value, httpOnly, secure, sameSite, expires };
      inside.jar.set(key, cookie);
      changed.fire({ cookie: toldCookie(cookie), removed: false, cause: 'explicit' });
    },
    remove: async ({ url, name, storeId, partitionKey }: Written) => {
      const { hostname, pathname } = new URL(url);
      for (const [key, { identifier }] of inside.jar) {
        const samePartition = identifier.partition?.topLevelSite === partitionKey?.topLevelSite;
        const fits = identifier.name === name && identifier.store === storeId && identifier.path === pathname;
        if (fits && samePartition && domainMatches(hostname, identifier)) drop(key, 'explicit');
      }
    },
  };
}
