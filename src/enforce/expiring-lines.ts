/** A cookie as far as a line that removes it must name it. */
export interface Expiring {
  readonly name: string;
  /** `null`: the line says no Path, and so removes the cookie that a response stores without one. */
  readonly path: string | null;
  /** `null` for a host-only cookie. */
  readonly domain: string | null;
  readonly partitioned: boolean;
}

/** How a response comes: over TLS a line says `Secure`, without it says none. */
export type Scheme = 'https' | 'http';

const GONE = ['Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'Max-Age=0'] as const;

/** A browser takes a line with neither name nor value for none. */
const SOME_VALUE = 'x';

/** Prefixes of names that stand for `HttpOnly`, which harms no other. */
const HTTP_ONLY = /^__(?:Host-)?Http-/iu;

const HOST_PREFIX = /^__Host-/iu;
const SECURE_PREFIX = /^__(?:Secure|Host|Http)-/iu;

/** Whether any response by this scheme can store such a cookie, so that a line can remove it there. */
export function canBeStored({ name, path, domain, partitioned }: Expiring, scheme: Scheme): boolean {
  if (scheme === 'http' && (partitioned || SECURE_PREFIX.test(name))) return false;
  return !HOST_PREFIX.test(name) || (domain === null && path === '/');
}

/**
 * The `Set-Cookie` line that removes a cookie. Over TLS it is `Secure`, which removes cookies that are not `Secure` too,
 * and `SameSite=None`, without which a browser ignores it in another site's page.
 * @see https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.7
 */
export function expiringLine({ name, path, domain, partitioned }: Expiring, scheme: Scheme): string {
  return [
    `${name}=${name === '' ? SOME_VALUE : ''}`,
    ...GONE,
    ...(path === null ? [] : [`Path=${path}`]),
    ...(domain === null ? [] : [`Domain=${domain}`]),
    ...(scheme === 'https' ? ['Secure', 'SameSite=None'] : []),
    ...(HTTP_ONLY.test(name) ? ['HttpOnly'] : []),
    ...(partitioned ? ['Partitioned'] : []),
  ].join('; ');
}
