import type { CookieIdentifier } from '#core/identifier.ts';
import type { NeverKept } from '#enforce/never-kept.ts';
import type { Stored } from './simulated-jar.ts';

/** A host-only cookie `uid` of `shop.example` for every path, or what is said otherwise. */
export function neverKept(
  identifier: Partial<CookieIdentifier> = {},
  rest: Partial<Omit<NeverKept, 'identifier'>> = {},
): NeverKept {
  const usual: CookieIdentifier = {
    area: 'cookie',
    store: '0',
    partition: null,
    host: 'shop.example',
    hostOnly: true,
    path: '/',
    name: 'uid',
  };
  return { identifier: { ...usual, ...identifier }, secure: true, ...rest };
}

/** A stored cookie that is not to be kept again. */
export function ofStored({ host, hostOnly, path, name, secure, page }: Stored): NeverKept {
  const partition = page === null ? null : { topLevelSite: `https://${page}`, hasCrossSiteAncestor: true };
  return neverKept({ host, hostOnly, path, name, partition }, { secure });
}
