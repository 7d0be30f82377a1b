import { describe, expect, it } from 'vitest';
import { forgetSite, holds, NO_POLICY, noteLoop } from '#core/policy.ts';
import {
  BLOCK,
  CHOSEN_AT,
  DAILY,
  DEVICE,
  domain,
  forSite,
  forThis,
  HVID,
  loops,
  NOW,
  paused,
  policyAfter,
  UID,
  undecided,
} from './deciding.ts';

describe('a policy', () => {
  it('is a new one with every change; the one before is what it was', () => {
    const before = policyAfter(forSite('shop.example', BLOCK), paused('shop.example'));
    const copy = structuredClone(before);
    for (const step of [forSite('shop.example', null), forThis(HVID, DAILY), paused(null), loops('shop.example')]) {
      expect(step(before)).not.toEqual(before);
      expect(before).toEqual(copy);
    }
  });

  it('is as if nothing was chosen once every choice is taken back', () => {
    const chosen = policyAfter(forSite('shop.example', BLOCK), paused('shop.example'), paused(null));
    const back = [chosen]
      .map((policy) => forSite('shop.example', null)(policy))
      .map((policy) => forgetSite(policy, domain('shop.example')));
    expect(back[0]).toEqual({ ...NO_POLICY, paused: { everywhere: chosen.paused.everywhere, sites: {} } });
  });

  it('forgets with a site its choice, its pause, and what was chosen for single values on it; no other site’s', () => {
    const kept = [
      forSite('news.example', BLOCK),
      forThis(DEVICE, BLOCK, 'news.example'),
      paused('news.example'),
      undecided({ first: 'ask' }),
    ];
    const policy = policyAfter(
      ...kept,
      forSite('shop.example', DAILY),
      forThis(HVID, BLOCK),
      forThis(UID, BLOCK),
      paused('shop.example'),
    );
    expect(forgetSite(policy, domain('shop.example'))).toEqual(policyAfter(...kept));
  });

  it('notes a loop on a blocked site alone, and keeps since when it is blocked', () => {
    const blocked = policyAfter(forSite('shop.example', BLOCK));
    expect(noteLoop(blocked, domain('shop.example'), NOW).sites).toEqual({
      'shop.example': { choice: BLOCK, at: CHOSEN_AT, loopAt: NOW },
    });
    expect(noteLoop(blocked, domain('news.example'), NOW)).toBe(blocked);
    const reset = policyAfter(forSite('shop.example', DAILY));
    expect(noteLoop(reset, domain('shop.example'), NOW)).toBe(reset);
  });

  it('takes a site named like a part of the language for a site', () => {
    const policy = policyAfter(forSite('constructor', BLOCK), forSite('__proto__', BLOCK));
    expect(Object.keys(policy.sites).toSorted()).toEqual(['__proto__', 'constructor']);
    expect(forgetSite(policy, domain('__proto__')).sites).toEqual({ constructor: policy.sites[domain('constructor')] });
  });
});

describe('a pause', () => {
  it('holds until it is ended, or before its end; at the very moment it is over', () => {
    const until = (end: number | null) => ({ at: CHOSEN_AT, until: end, why: 'paused' }) as const;
    expect([until(null), until(NOW + 1), until(NOW), null, undefined].map((pause) => holds(pause, NOW))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
