import { describe, expect, it } from 'vitest';
import type { Reason } from '#core/verdict.ts';
import { INFERRED, type Story, story } from '../support/fakes/story.ts';
import { done, removed, RESET } from './acting.ts';
import { HVID_2, hvid } from './names.ts';
import { first } from './reading.ts';

/** A number with a name that says nothing and a value of little chance: not at all sure to be one. */
const FAINT = 'zq=4f3c2b1a; Path=/; Max-Age=31536000; SameSite=Lax';

async function seen(tale: Story): Promise<readonly Reason[]> {
  return first(await tale.report()).reasons.filter(({ basis }) => basis === 'verified');
}

function says(key: Reason['says'], ...args: readonly string[]): Reason {
  return { says: key, args, basis: 'verified' };
}

function shop(line = hvid()): Story {
  return story().visits('https://shop.example/').setCookie(line);
}

function resetThen(line: string): Story {
  return shop()
    .later(60)
    .happens(done({ outcome: removed(), decision: RESET, met: 'kept' }))
    .loses('hvid', 'expired')
    .later(60)
    .visits('https://shop.example/')
    .setCookie(line);
}

describe('what is verified of a number', () => {
  it('is nothing when it has just come', async () => {
    expect(await seen(shop())).toEqual([]);
  });

  it('is whom pages sent it on to, those who got it most first', async () => {
    const tale = shop()
      .asksInAddress('https://metrics.example/c?id=1', 'hvid', 'id')
      .asksInAddress('https://ads.example/p?u=1', 'hvid', 'u')
      .asksInAddress('https://ads.example/p?u=1', 'hvid', 'u');
    expect(await seen(tale)).toEqual([says('sentOn', 'ads.example, metrics.example')]);
  });

  it('is not that a cookie goes to whoever set it', async () => {
    expect(await seen(shop().asks('https://shop.example/next', 'hvid'))).toEqual([]);
  });

  it('is that it stayed the same through visits', async () => {
    const tale = shop().later(60).visits('https://shop.example/').later(60).visits('https://shop.example/');
    expect(await seen(tale)).toEqual([says('stayedSame', '3')]);
  });

  it('is that another came after a reset', async () => {
    expect(await seen(resetThen(hvid(HVID_2)))).toEqual([says('anotherAfterReset')]);
  });

  it('is that the same came back after a reset, from which we infer that it is worked out or kept elsewhere', async () => {
    const { reasons } = first(await resetThen(hvid()).report());
    expect(reasons).toContainEqual(says('sameAfterReset'));
    expect(reasons).toContainEqual({ says: 'workedOutOrKept', args: [], basis: 'inferred' });
  });

  it('is not that another came after a reset where the site itself replaced it', async () => {
    expect(await seen(shop().later(60).setCookie(hvid(HVID_2)))).toEqual([]);
  });

  it('is whose script wrote it, where it is somebody else’s', async () => {
    const by = (script: string) =>
      story().visits('https://shop.example/').setCookie(FAINT, { setBy: INFERRED }).writtenBy(script, 'zq');
    expect(await seen(by('https://cdn.metrics.example/m.js'))).toEqual([says('writtenByScriptOf', 'metrics.example')]);
    expect(await seen(by('https://shop.example/own.js'))).toEqual([]);
  });
});

describe('how sure it is', () => {
  it('grows when pages send it on, and does not when nothing happens', async () => {
    const before = first(await shop(FAINT).report()).confidence;
    expect(before).toBeLessThan(0.9);
    const after = first(await shop(FAINT).asksInAddress('https://metrics.example/c?id=1', 'zq', 'id').report());
    expect(after.confidence).toBeGreaterThan(0.95);
    expect(first(await shop(FAINT).asks('https://shop.example/', 'zq').report()).confidence).toBe(before);
  });
});
