import type { Cookie } from '#core/cookie.ts';
import type { PartitionKey } from '#core/identifier.ts';

/** Where a `Set-Cookie` line arrives: what the line itself does not say. */
export interface Arrival {
  /** The address of the response. */
  readonly url: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly store?: string;
  /** Where the cookie is kept if it says `Partitioned`, or where the browser keeps every cookie so. */
  readonly partition?: PartitionKey | null;
}

const SAME_SITE = { none: 'no_restriction', lax: 'lax', strict: 'strict' } as const;

/** What a browser makes of a `Set-Cookie` line: enough of RFC 6265 for the lines that tests write. */
export function cookieOf(line: string, { url, at, store = '0', partition = null }: Arrival): Cookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const told = new Map(
    attributes.map((attribute) => {
      const [name = '', ...value] = attribute.split('=');
      return [name.toLowerCase(), value.join('=')] as const;
    }),
  );
  const equals = pair.indexOf('=');
  const { hostname, pathname } = new URL(url);
  const maxAge = told.get('max-age');
  const expires = told.get('expires');
  const sameSite = told.get('samesite')?.toLowerCase() ?? '';
  return {
    identifier: {
      area: 'cookie',
      store,
      partition,
      host: told.get('domain')?.replace(/^\./u, '') ?? hostname,
      hostOnly: !told.has('domain'),
      path: told.get('path') ?? (pathname.slice(0, pathname.lastIndexOf('/')) || '/'),
      name: equals === -1 ? '' : pair.slice(0, equals),
    },
    value: pair.slice(equals + 1),
    httpOnly: told.has('httponly'),
    secure: told.has('secure'),
    sameSite: sameSite in SAME_SITE ? SAME_SITE[sameSite as keyof typeof SAME_SITE] : 'unspecified',
    expires: maxAge !== undefined ? at + Number(maxAge) * 1000 : expires !== undefined ? Date.parse(expires) : null,
  };
}
