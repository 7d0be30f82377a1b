import { describe, expect, it } from 'vitest';
import type { Cookie } from '#core/cookie.ts';
import type { Decision } from '#core/decide.ts';
import type { Outcome } from '#core/outcome.ts';
import type { Domain } from '#core/site.ts';
import { cookieOf, enforcedEvent, type Enforceable, isWithheld, takenOf, whyTaken } from '#enforce/acted.ts';
import { sightingOf, UNKNOWN } from '#observe/sighting.ts';
import { cookieOf as parsed } from '../support/fakes/set-cookie.ts';

const AT = Date.parse('2026-11-22T10:00:00Z');
const SHOP = 'shop.example' as Domain;
const NUMBER = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
const because = { says: 'chosenForSite', domain: SHOP } as const;
const KEEP: Decision = { verdict: 'keep', because };
const HOLD: Enforceable = { verdict: 'hold', because };
const BLOCK: Enforceable = { verdict: 'block', because };
const RESET: Enforceable = { verdict: 'reset', rhythm: { every: 'visit' }, because };

function stored(line: string, partition?: string): Cookie {
  const key = partition === undefined ? null : { topLevelSite: partition, hasCrossSiteAncestor: true };
  return parsed(line, { url: 'https://shop.example/acct/', at: AT, partition: key });
}

const COOKIES: readonly (readonly [string, Cookie])[] = [
  ['host-only, for the session', stored(`hvid=${NUMBER}`)],
  ['of all hosts of the site', stored(`hvid=${NUMBER}; Domain=shop.example; Path=/acct; Max-Age=60; SameSite=Strict`)],
  ['HttpOnly and Secure', stored(`__Host-hvid=${NUMBER}; Path=/; Secure; HttpOnly; Max-Age=60`)],
  ['partitioned', stored(`hvid=${NUMBER}; Path=/; Secure; SameSite=None; Partitioned`, 'https://news.example')],
];

describe('a cookie that was taken', () => {
  it.each(COOKIES)('%s is made again just as it was', (_says, cookie) => {
    expect(cookieOf(takenOf(cookie, { why: 'block', setBy: { how: 'found' } }))).toEqual(cookie);
  });

  it('is none where it was web storage', () => {
    const identifier = {
      area: 'local-storage',
      store: '0',
      partition: null,
      origin: 'https://shop.example',
      key: 'id',
    } as const;
    expect(
      cookieOf({ identifier, value: NUMBER, expires: 'never', cookie: null, why: 'reset', setBy: { how: 'found' } }),
    ).toBeNull();
  });
});

describe('a decision', () => {
  it('takes at once what is held or blocked; what is reset stays until it is due', () => {
    expect([KEEP, HOLD, BLOCK, RESET].map((decision) => isWithheld(decision))).toEqual([false, true, true, false]);
    expect([HOLD, BLOCK, RESET].map((decision) => whyTaken(decision))).toEqual(['hold', 'block', 'reset']);
  });
});

describe('what was done', () => {
  const cookie = stored(`hvid=${NUMBER}; Path=/; Max-Age=31536000`);
  const sighting = sightingOf(cookie, {
    domain: SHOP,
    now: AT,
    setBy: { how: 'response', basis: 'stated' },
    about: UNKNOWN,
  });
  const occasion = { id: 'one', at: AT, domain: SHOP, store: '0' };
  const event = (decision: Enforceable, outcome: Outcome) =>
    enforcedEvent(occasion, {
      sighting,
      decision,
      outcome,
      met: 'given',
      taken: takenOf(cookie, { why: whyTaken(decision), setBy: { how: 'found' } }),
    });

  it('says to which number, by which decision, and what came of it', () => {
    expect(event(BLOCK, { is: 'failed', carriedBy: 2 })).toMatchObject({
      ...occasion,
      type: 'acted',
      sighting,
      act: {
        type: 'enforced',
        number: NUMBER,
        party: 'first',
        met: 'given',
        decision: BLOCK,
        outcome: { is: 'failed', carriedBy: 2 },
      },
    });
  });

  it.each<[string, Enforceable, Outcome, boolean]>([
    ['blocked, removed', BLOCK, { is: 'removed', afterMs: 8, carriedBy: 0 }, true],
    ['reset, removed', RESET, { is: 'removed', afterMs: 8, carriedBy: 0 }, true],
    ['blocked, prevented', BLOCK, { is: 'prevented' }, false],
    ['blocked, failed', BLOCK, { is: 'failed', carriedBy: 0 }, false],
    ['held, prevented', HOLD, { is: 'prevented' }, true],
    ['held, removed', HOLD, { is: 'removed', afterMs: 8, carriedBy: 0 }, true],
    ['held, failed', HOLD, { is: 'failed', carriedBy: 0 }, false],
  ])('can be brought back, or not: %s', (_says, decision, outcome, kept) => {
    const told = event(decision, outcome);
    expect(told.type === 'acted' && told.taken !== null).toBe(kept);
  });
});
