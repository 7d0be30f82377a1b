import type { CookieIdentifier, StorageIdentifier } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';

/** When it is, and who takes part, in the tests of the views. */

/** Sunday 22 November 2026, a little after two. */
export const NOW = new Date(2026, 10, 22, 14, 3, 10).getTime();
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

export const UUID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';

export const BLUEBIRD = 'b5da6610-acba-41dd-8749-f389c26ecc78';
export const POSTHOG = '019cb344-2748-7c1e-9d02-6a41f0b7e5d3';

export function domain(name: string): Domain {
  return name as Domain;
}

export function cookie(name: string, host: string, more: Partial<CookieIdentifier> = {}): CookieIdentifier {
  return { area: 'cookie', store: '0', partition: null, host, hostOnly: true, path: '/', name, ...more };
}

export function stored(key: string, origin: string): StorageIdentifier {
  return { area: 'local-storage', store: '0', partition: null, origin, key };
}
