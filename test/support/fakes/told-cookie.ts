import type { Cookie } from '#core/cookie.ts';

/** A cookie as the browser's API tells it. */
export function toldCookie({ identifier, ...cookie }: Cookie): unknown {
  return {
    name: identifier.name,
    value: cookie.value,
    domain: identifier.hostOnly ? identifier.host : `.${identifier.host}`,
    hostOnly: identifier.hostOnly,
    path: identifier.path,
    storeId: identifier.store,
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite,
    ...(cookie.expires === null ? {} : { expirationDate: cookie.expires / 1000 }),
    ...(identifier.partition === null ? {} : { partitionKey: identifier.partition }),
  };
}
