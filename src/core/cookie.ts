import type { CookieIdentifier } from './identifier.ts';

/** A cookie as the browser holds it. */
export interface Cookie {
  readonly identifier: CookieIdentifier;
  readonly value: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  /** `unspecified`: came without a SameSite attribute. */
  readonly sameSite: 'no_restriction' | 'lax' | 'strict' | 'unspecified';
  /** ms since the epoch; `null` for a session cookie. */
  readonly expires: number | null;
}

/** One change of the jar. A replaced value is told as `overwrite` (removed), then as added. */
export interface CookieChange {
  readonly cookie: Cookie;
  readonly removed: boolean;
  readonly cause: 'evicted' | 'expired' | 'explicit' | 'expired_overwrite' | 'overwrite';
}
