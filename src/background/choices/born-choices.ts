import { readConsent } from '#consent/read-consent.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { CookieChange } from '#core/cookie.ts';
import { type Domain, domainOfHost } from '#core/site.ts';

/** Cookies of a choice that came to be a moment ago; those that took another's place are none. */
export interface BornChoices {
  /** A cookie changed; whether it is one of a choice. */
  readonly note: (change: CookieChange) => boolean;
  /** Whether any of a record came in a cookie just now. The same text may be told as what an interface answers. */
  readonly holds: (record: ConsentRecord, domain: Domain, store: string) => boolean;
}

interface Born {
  readonly at: number;
  readonly store: string;
  readonly domain: Domain;
  readonly value: string;
}

/** A cookie that came so many ms ago came with the page. */
const NEW = 5000;
const MOST = 200;

/** Nothing noted yet. */
export function noneBorn(now: () => number): BornChoices {
  const born = new Map<string, Born>();
  const overwritten = new Set<string>();

  return {
    note: ({ cookie: { identifier, value }, removed, cause }) => {
      if (readConsent([{ area: 'cookie', name: identifier.name, value }]).length === 0) return false;
      const { store, host, name } = identifier;
      const domain = domainOfHost(host);
      const key = JSON.stringify([store, domain, name]);
      if (born.size + overwritten.size > MOST) {
        born.clear();
        overwritten.clear();
      }
      if (cause === 'overwrite') overwritten.add(key);
      else if (removed) born.delete(key);
      else if (!overwritten.delete(key)) born.set(key, { at: now(), store, domain, value });
      return cause !== 'overwrite';
    },
    holds: ({ texts }, domain, store) => {
      const lately = [...born.values()].filter((one) => now() - one.at < NEW);
      return texts.some(({ value }) =>
        lately.some((one) => one.store === store && one.domain === domain && one.value === value),
      );
    },
  };
}
