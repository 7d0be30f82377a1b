import type { Evidence } from '#core/verdict.ts';

export const DAY = 86_400;

/** What is known of a cookie or storage value, told as its `Set-Cookie` line would: a year-long first-party cookie. */
export function stored(name: string, value: string, more: Partial<Evidence> = {}): Evidence {
  return {
    area: 'cookie',
    name,
    value,
    host: 'shop.example',
    lifetime: 365 * DAY,
    httpOnly: false,
    party: 'first',
    ...more,
  };
}
