import { describe, expect, it } from 'vitest';
import { corrected, kindAsSaid, saidOf } from '#core/correction.ts';
import { decide } from '#core/decide.ts';
import { forgetSite } from '#core/policy.ts';
import type { Kind, Verdict } from '#core/verdict.ts';
import {
  BLOCK,
  CHIP,
  DEVICE,
  domain,
  forSite,
  forThis,
  HVID,
  isSaid,
  LOGIN,
  NOW,
  policyAfter,
  said,
  type Step,
} from './deciding.ts';

const NUMBER: Verdict = {
  kind: 'random-id',
  purpose: 'advertising',
  confidence: 0.8,
  reasons: [{ says: 'uuid', args: [], basis: 'inferred' }],
  token: '7f3a9c21',
  vendor: null,
};
const SIGNED_IN: Verdict = {
  kind: 'login',
  purpose: 'necessary',
  confidence: 0.9,
  reasons: [{ says: 'httpOnly', args: [], basis: 'stated' }],
  token: null,
  vendor: null,
};

describe('a corrected verdict', () => {
  it('is a number of all the value where the person says so, for sure, with our reasons behind theirs', () => {
    expect(corrected(SIGNED_IN, 'number')).toEqual({
      kind: 'random-id',
      purpose: 'analytics',
      confidence: 1,
      reasons: [{ says: 'saidNumber', args: [], basis: 'said' }, ...SIGNED_IN.reasons],
      token: null,
      vendor: null,
      ours: SIGNED_IN,
    });
  });

  it('is of an unknown kind where the person says that it is no number, and none of it identifies', () => {
    expect(corrected(NUMBER, 'no-number')).toMatchObject({
      kind: 'unknown',
      purpose: 'advertising',
      confidence: 1,
      reasons: [{ says: 'saidNoNumber', basis: 'said' }, { says: 'uuid' }],
      token: null,
    });
  });

  it('keeps the part and the purpose that were found where a number is said to be one', () => {
    expect(corrected(NUMBER, 'number')).toMatchObject({ purpose: 'advertising', token: '7f3a9c21', confidence: 1 });
  });

  it('keeps the purpose that a company is known for', () => {
    const chat = { ...SIGNED_IN, vendor: 'Some Chat', purpose: 'functional' } as const;
    expect(corrected(chat, 'number')).toMatchObject({ kind: 'random-id', purpose: 'functional' });
  });

  it.each([NUMBER, SIGNED_IN])('is ours again once that is taken back, however often it was said', (ours) => {
    const once = corrected(ours, 'number');
    expect(corrected(once, 'number')).toEqual(once);
    expect(corrected(corrected(once, 'no-number'), null)).toEqual(ours);
    expect(corrected(ours, null)).toBe(ours);
  });

  it.each<[Kind, Kind]>([
    ['random-id', 'unknown'],
    ['login', 'login'],
    ['unknown', 'unknown'],
  ])('that is said to be no number was %s and is %s', (kind, than) => {
    expect(kindAsSaid(kind, 'no-number')).toBe(than);
  });
});

describe('what was said', () => {
  it('is found for the very place it was said of', () => {
    const { corrections } = policyAfter(isSaid(HVID, 'no-number'));
    expect([HVID, LOGIN, DEVICE].map((of) => saidOf(corrections, of))).toEqual(['no-number', null, null]);
  });

  it('is found where it is not told whether a frame stood between', () => {
    const { corrections } = policyAfter(isSaid(CHIP, 'no-number'));
    const partition = { topLevelSite: 'https://shop.example' };
    expect(saidOf(corrections, { ...CHIP, partition })).toBe('no-number');
    expect(saidOf(corrections, { ...CHIP, partition: { ...partition, hasCrossSiteAncestor: false } })).toBeNull();
    expect(saidOf(corrections, { ...CHIP, partition: null })).toBeNull();
  });

  it('goes with the site it was said on', () => {
    const policy = policyAfter(isSaid(HVID, 'no-number'), isSaid(DEVICE, 'number', 'news.example'));
    expect(forgetSite(policy, domain('shop.example'))).toEqual(policyAfter(isSaid(DEVICE, 'number', 'news.example')));
  });
});

describe('a decision', () => {
  const decided = (kind: Kind, ...steps: readonly Step[]): string => {
    const identifier = kind === 'login' ? LOGIN : HVID;
    return said(decide(policyAfter(...steps), { identifier, kind, sites: [domain('shop.example')], now: NOW }));
  };
  const blocked = forSite('shop.example', BLOCK);

  it('leaves a number alone that is said to be none', () => {
    expect(decided('random-id', blocked)).toBe('block, chosenForSite shop.example');
    expect(decided('random-id', blocked, isSaid(HVID, 'no-number'))).toBe('keep, leftAlone unknown');
  });

  it('is the site’s for a login that is said to be a number', () => {
    expect(decided('login', blocked)).toBe('keep, leftAlone login');
    expect(decided('login', blocked, isSaid(LOGIN, 'number'))).toBe('block, chosenForSite shop.example');
  });

  it('is what was chosen for that very value, whatever was said of it', () => {
    expect(decided('random-id', forThis(HVID, BLOCK), isSaid(HVID, 'no-number'))).toBe('block, chosenForThis');
  });
});
