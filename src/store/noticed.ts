import { fieldsOf } from '#core/fields.ts';
import type { KeyedStorage } from '#browser/storage.ts';
import { type AllNoticed, NAMED_DOMAINS, type Noticed, type Sameness } from '#core/noticed.ts';
import { identifierKey } from '#core/identifier.ts';
import { parseIdentifier } from '#core/parse-identifier.ts';
import type { Domain } from '#core/site.ts';

const KEY = 'noticed';

/** What is remembered of at most so many stored values; what was noticed longest ago goes first. */
export const MOST_NOTICED = 1000;

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function parseSame(value: unknown): Sameness | null {
  const { print, since } = fieldsOf(value);
  return typeof print === 'string' && isTime(since) ? { print, since } : null;
}

function parseOne(value: unknown): Noticed | undefined {
  const { identifier: place, domain, at, signIn, sentOn, withoutCookies, same } = fieldsOf(value);
  const identifier = parseIdentifier(place);
  if (identifier === undefined || typeof domain !== 'string' || !isTime(at)) return undefined;
  const domains = Array.isArray(sentOn) ? sentOn.filter((other): other is Domain => typeof other === 'string') : [];
  return {
    identifier,
    domain: domain as Domain,
    at,
    signIn: signIn === true,
    sentOn: domains.slice(0, NAMED_DOMAINS),
    withoutCookies: withoutCookies === 'another' || withoutCookies === 'same' ? withoutCookies : null,
    same: parseSame(same),
  };
}

/** What is stored may be of another version, or damaged: each entry is read by itself. */
export async function readNoticed(storage: KeyedStorage): Promise<AllNoticed> {
  const entries = Object.values(fieldsOf(await storage.get(KEY))).flatMap((value) => parseOne(value) ?? []);
  return Object.fromEntries(entries.map((noticed) => [identifierKey(noticed.identifier), noticed]));
}

/** Keeps it. */
export async function keepNoticed(storage: KeyedStorage, noticed: AllNoticed): Promise<void> {
  if (Object.keys(noticed).length === 0) await storage.remove([KEY]);
  else await storage.set({ [KEY]: noticed });
}
