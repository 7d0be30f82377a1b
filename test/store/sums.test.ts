import { describe, expect, it } from 'vitest';
import { story } from '../support/fakes/story.ts';
import { act, activity, blockedSite, choose, done, FAILED, HELD, PREVENTED, removed } from './acting.ts';
import { HVID, HVID_2, hvid } from './names.ts';

/** The same number in another place, and another one in the same. */
const COPY = hvid().replace('hvid', 'copy');
const NEXT = hvid(HVID_2);

/** As many numbers as one wants. */
function another(index: number): string {
  return HVID.replace('7f3a', `7f3${index}`);
}

const NOTHING = { pages: 0, given: 0, prevented: 0, removed: 0, failed: 0, longestMs: 0, carriedBy: 0, cameBack: 0 };

describe('what came of a choice', () => {
  it('is nothing where none was made and nothing done', async () => {
    const { control } = await story().visits('https://shop.example/').setCookie(hvid()).report();
    expect([control.sums, control.acts]).toEqual([null, []]);
  });

  it('is counted by outcome, with the longest time one was stored and the requests that carried one', async () => {
    const tale = story().happens(choose({ mode: 'block' }));
    const since = tale.now();
    tale.later(1).visits('https://shop.example/');
    const outcomes = [PREVENTED, removed(8, 1), removed(25, 2), removed(6), { is: 'failed', carriedBy: 3 } as const];
    for (const [index, outcome] of outcomes.entries()) tale.happens(done({ outcome, line: hvid(another(index)) }));
    expect((await tale.report()).control.sums).toEqual({
      since,
      pages: 1,
      given: 5,
      prevented: 1,
      removed: 3,
      failed: 1,
      longestMs: 25,
      carriedBy: 6,
      cameBack: 0,
    });
  });

  it('tells numbers that were given since from those that were kept from before', async () => {
    const tale = blockedSite(story(), { outcome: removed(5000, 9), met: 'kept' }, { outcome: PREVENTED, line: NEXT });
    expect((await tale.report()).control.sums).toMatchObject({ given: 1, prevented: 1, removed: 1 });
  });

  it('counts a number once, wherever it is written to, with the worst that came of it', async () => {
    const tale = blockedSite(story(), { outcome: PREVENTED }, { outcome: removed(8, 2), line: COPY });
    expect((await tale.report()).control.sums).toMatchObject({ given: 1, prevented: 0, removed: 1, failed: 0 });
    tale.happens(done({ outcome: FAILED })).happens(done({ outcome: PREVENTED, line: COPY }));
    const { sums } = (await tale.report()).control;
    expect(sums).toMatchObject({ given: 1, prevented: 0, removed: 0, failed: 1, longestMs: 8, carriedBy: 2 });
  });

  it('tells a number once in each place, and again where the outcome got worse', async () => {
    const tale = blockedSite(
      story(),
      { outcome: PREVENTED },
      { outcome: PREVENTED },
      { outcome: PREVENTED, line: COPY },
    );
    for (const outcome of [removed(), PREVENTED, removed(), FAILED, removed(), FAILED]) {
      tale.later(1).happens(done({ outcome }));
    }
    expect(activity(await tale.report())).toEqual([
      'chosen block',
      'block 7f3a: prevented',
      'block 7f3a: prevented',
      'block 7f3a: removed',
      'block 7f3a: failed',
    ]);
  });

  it('is counted anew from the next choice on, and not from a choice for a single value', async () => {
    const tale = blockedSite(story(), { outcome: removed() });
    const since = tale.later(5).now();
    tale
      .happens(choose(null))
      .later(1)
      .happens(done({ outcome: PREVENTED, decision: HELD }));
    const line = hvid(HVID_2);
    tale.happens(done({ outcome: removed(), line }));
    const { identifier } = (await tale.report()).control.taken[0] ?? { identifier: null };
    tale.happens(act({ type: 'chosen', identifier, choice: { mode: 'allow' } }));
    expect((await tale.report()).control.sums).toEqual({
      ...NOTHING,
      since,
      given: 2,
      prevented: 1,
      removed: 1,
      longestMs: 8,
    });
  });

  it('begins with the first number held where nothing was chosen', async () => {
    const tale = story().visits('https://shop.example/').later(1);
    const since = tale.now();
    const { control } = await tale
      .happens(done({ outcome: PREVENTED, decision: HELD }))
      .visits('https://shop.example/a')
      .report();
    expect(control.sums).toEqual({ ...NOTHING, since, pages: 1, given: 1, prevented: 1 });
  });

  it('told twice counts once', async () => {
    const tale = blockedSite(story(), { outcome: removed(8, 1) });
    const once = (await tale.report()).control;
    const before = tale.events().slice();
    for (const event of before) tale.happens(() => event);
    expect((await tale.report()).control).toEqual(once);
  });

  it('is shown newest first, as it was', async () => {
    const tale = blockedSite(story(), { outcome: PREVENTED }, { outcome: removed(), line: hvid(HVID_2) });
    tale
      .later(1)
      .happens(act({ type: 'paused', until: null, why: 'broken' }))
      .later(1)
      .happens(act({ type: 'resumed' }));
    const report = await tale
      .later(1)
      .happens(act({ type: 'loop' }))
      .report();
    expect(activity(report)).toEqual([
      'chosen block',
      'block 7f3a: prevented',
      'block 0c95: removed',
      'paused',
      'resumed',
      'loop',
    ]);
    expect(report.control.acts[0]?.at).toBe(tale.now());
  });
});
