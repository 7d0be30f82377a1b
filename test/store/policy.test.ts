import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_NOTICE } from '#core/control.ts';
import { identifierKey } from '#core/identifier.ts';
import { parseNotice } from '#core/notice.ts';
import { NO_POLICY, type Policy } from '#core/policy.ts';
import { keepNotice, keepPolicy, parsePolicy, parseUndecided, readNotice, readPolicy } from '#store/policy.ts';
import {
  ALLOW,
  BLOCK,
  CHIP,
  CHOSEN_AT,
  DAILY,
  domain,
  forSite,
  forThis,
  HVID,
  isSaid,
  LOGIN,
  loops,
  NOW,
  paused,
  policyAfter,
  undecided,
} from '../core/deciding.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

const EVERYTHING: Policy = policyAfter(
  undecided({ first: 'ask', third: 'block' }),
  forSite('shop.example', BLOCK),
  loops('shop.example'),
  forSite('news.example', DAILY),
  forSite('weather.example', ALLOW),
  forThis(HVID, ALLOW),
  forThis(CHIP, DAILY, 'news.example'),
  isSaid(HVID, 'no-number'),
  isSaid(LOGIN, 'number', 'news.example'),
  paused(null, NOW),
  paused('shop.example', null, 'broken'),
);

describe('a policy on disk', () => {
  it('is nothing chosen before anything was', async () => {
    expect(await readPolicy(fakeStorage())).toEqual(NO_POLICY);
  });

  it('comes back as it was kept', async () => {
    const storage = fakeStorage();
    await keepPolicy(storage, EVERYTHING);
    expect(await readPolicy(storage)).toEqual(EVERYTHING);
  });

  it.each<[string, Record<string, unknown>, Partial<Policy>]>([
    ['undecided', { undecided: 'ask' }, { undecided: NO_POLICY.undecided }],
    ['sites', { sites: 7 }, { sites: {} }],
    ['identifiers', { identifiers: null }, { identifiers: {} }],
    ['corrections', { corrections: 'none' }, { corrections: {} }],
    ['corrections, being of an older version,', { corrections: undefined }, { corrections: {} }],
    ['paused', { paused: [] }, { paused: NO_POLICY.paused }],
    [
      'a pause',
      { paused: { ...EVERYTHING.paused, everywhere: { at: 1, until: null, why: 'bored' } } },
      { paused: { ...EVERYTHING.paused, everywhere: null } },
    ],
  ])('whose %s are damaged has what can be read of it', (_what, damage, instead) => {
    expect(parsePolicy({ ...EVERYTHING, ...damage })).toEqual({ ...EVERYTHING, ...instead });
  });

  it('of which one site is damaged has the other sites', () => {
    const sites = {
      ...EVERYTHING.sites,
      'shop.example': { choice: { mode: 'reset', rhythm: { every: 'never' } }, at: 1, loopAt: null },
      'old.example': { choice: BLOCK, at: 'yesterday' },
      'no-loop.example': { choice: BLOCK, at: CHOSEN_AT, loopAt: Number.NaN },
    };
    expect(parsePolicy({ ...EVERYTHING, sites }).sites).toEqual({
      'news.example': EVERYTHING.sites[domain('news.example')],
      'weather.example': EVERYTHING.sites[domain('weather.example')],
      'no-loop.example': { choice: BLOCK, at: CHOSEN_AT, loopAt: null },
    });
  });

  it('of which one value’s choice is damaged has the others', () => {
    const good = EVERYTHING.identifiers[identifierKey(HVID)];
    const identifiers = {
      good,
      valueless: { ...good, identifier: { ...HVID, host: undefined } },
      homeless: { ...good, domain: 5 },
      timeless: { ...good, at: null },
      choiceless: { ...good, choice: { mode: 'ask' } },
    };
    expect(parsePolicy({ ...EVERYTHING, identifiers }).identifiers).toEqual({ good });
  });

  it('of which one correction is damaged has the others', () => {
    const good = EVERYTHING.corrections[identifierKey(HVID)];
    const corrections = {
      good,
      placeless: { ...good, identifier: { ...HVID, path: 3 } },
      homeless: { ...good, domain: null },
      timeless: { ...good, at: 'now' },
      wordless: { ...good, is: 'tracker' },
      nothing: null,
    };
    expect(parsePolicy({ ...EVERYTHING, corrections }).corrections).toEqual({ good });
  });

  it('of any shape is one that can be kept and read again', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.json().map((text): unknown => JSON.parse(text)),
    );
    const damaged = fc.record(
      {
        undecided: anything,
        sites: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
        identifiers: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
        corrections: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
        paused: fc.oneof(anything, fc.record({ everywhere: anything, sites: anything })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, damaged), (stored) => {
        const read = parsePolicy(stored);
        expect(parsePolicy(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });
});

describe('what undecided numbers may do', () => {
  it('is read field by field', () => {
    expect(parseUndecided({ first: 'ask', third: 'block' })).toEqual({ first: 'ask', third: 'block' });
    expect(parseUndecided({ first: 'block', third: 'ask' })).toEqual({ first: 'notify', third: 'ask' });
    expect(parseUndecided({ first: 'ask', third: 7 })).toEqual({ first: 'ask', third: 'notify' });
    expect(parseUndecided(null)).toEqual(NO_POLICY.undecided);
  });
});

describe('how the person is told', () => {
  it('is the badge before anything was set', async () => {
    expect(await readNotice(fakeStorage())).toEqual(DEFAULT_NOTICE);
  });

  it('is kept, and what was kept is said', async () => {
    const storage = fakeStorage();
    expect(await keepNotice(storage, { by: 'card', aDay: 50 })).toEqual({ by: 'card', aDay: 50 });
    expect(await readNotice(storage)).toEqual({ by: 'card', aDay: 50 });
  });

  it('of any shape is a way of telling, so many times a day', () => {
    const field = fc.oneof(fc.anything(), fc.integer({ min: -5, max: 60 }), fc.constantFrom('card', 'notification'));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ by: field, aDay: field })), (value) => {
        const { by, aDay } = parseNotice(value);
        expect(['card', 'notification', 'badge']).toContain(by);
        expect(Number.isInteger(aDay) && aDay >= 1 && aDay <= 50).toBe(true);
      }),
    );
  });
});
