import type { StoredText } from '#consent/read-consent.ts';
import { type Choice, encode } from './iab.ts';
import { cookie } from './stored.ts';

/** Everything refused, by the European framework. */
export const NOTHING: Choice = {
  consents: [],
  interests: [],
  features: [],
  vendors: [],
  interested: [],
  disclosed: [1, 2, 3],
  custom: [],
  restricted: [],
  created: Date.UTC(2026, 10, 1),
  cmpId: 10,
  country: 'DE',
};
/** All its purposes. */
export const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Everything granted. */
export const EVERYTHING: Choice = { ...NOTHING, consents: ALL, features: [1, 2], vendors: [1, 2, 3] };

/** A TC string in a cookie, with what is said granted. */
export function tcf(choice: Partial<Choice>, name = 'euconsent-v2'): StoredText {
  return cookie(name, encode({ ...NOTHING, ...choice }));
}

/** Cookiebot's cookie with categories that are on. */
export function cookiebot(
  on: Partial<Record<'preferences' | 'statistics' | 'marketing', boolean>>,
  method = 'explicit',
) {
  const is = (name: keyof typeof on) => `${name}:${on[name] === true}`;
  const categories = [is('preferences'), is('statistics'), is('marketing')].join(',');
  return cookie('CookieConsent', `{stamp:'x',necessary:true,${categories},method:'${method}',utc:1748159914084}`);
}
