import { describe, expect, it } from 'vitest';
import { TABLES } from '#store/rows.ts';
import { type Story, story } from '../support/fakes/story.ts';
import {
  act,
  activity,
  BLOCKED,
  blockedSite,
  choose,
  done,
  FAILED,
  HELD,
  PREVENTED,
  removed,
  RESET,
} from './acting.ts';
import { HVID, HVID_2, hvid } from './names.ts';
import { told } from './reading.ts';

describe('the record of a number that is taken away', () => {
  it.each([
    ['blocked', BLOCKED],
    ['blocked', HELD],
    ['reset', RESET],
  ] as const)('ends as %s, whichever is told first: that it is gone, or that we did it', async (how, decision) => {
    const begun = () => story().visits('https://shop.example/').setCookie(hvid()).later(60);
    const doing = done({ outcome: removed(), decision, met: 'kept' });
    const goneFirst = await begun().loses('hvid', 'expired').happens(doing).report();
    const doneFirst = await begun().happens(doing).loses('hvid', 'expired').report();
    for (const report of [goneFirst, doneFirst]) {
      expect(report.numbers).toEqual([]);
      expect(report.past).toMatchObject([{ number: HVID, ended: { how }, total: { visits: 1 } }]);
      // What was done says so already.
      expect(told(report)).not.toContain('hvid gone: expired');
    }
    expect(doneFirst.past).toEqual(goneFirst.past);
  });

  it('goes on where it failed, for it is still stored', async () => {
    const report = await story()
      .setCookie(hvid())
      .later(60)
      .happens(done({ outcome: FAILED, met: 'kept' }))
      .report();
    expect(report.numbers).toMatchObject([{ number: HVID, ended: null }]);
    expect(report.control.taken).toEqual([]);
  });

  it('ends on every site that knows it', async () => {
    const tale = story().setCookie(hvid(), { on: 'shop.example' }).setCookie(hvid(), { on: 'news.example' });
    tale.later(60).happens(done({ outcome: removed(), met: 'kept' }));
    for (const domain of ['shop.example', 'news.example']) {
      expect((await tale.report(domain)).past).toMatchObject([{ number: HVID, ended: { how: 'blocked' } }]);
    }
  });

  it('that never was stored is not begun', async () => {
    const report = await blockedSite(story(), { outcome: PREVENTED }).report();
    expect([report.numbers, report.past, report.leftAlone]).toEqual([[], [], []]);
  });
});

describe('when a site’s numbers were reset last', () => {
  const RESET_HERE = { outcome: removed(), decision: RESET, met: 'kept' } as const;
  const lastReset = async (tale: Story) => {
    const rows = await (await tale.told()).tables.all('controls');
    return rows.map((row) => [row.domain, row.lastReset]);
  };

  it('is when the latest of its own was', async () => {
    const tale = blockedSite(story(), RESET_HERE, { ...RESET_HERE, line: hvid(HVID_2) });
    const at = tale.now();
    expect(await lastReset(tale.later(1).happens(done({ outcome: removed() })))).toEqual([['shop.example', at]]);
  });

  it('is not when another company’s was, on its pages', async () => {
    const tale = story().visits('https://news.example/').happens(done(RESET_HERE));
    expect(await lastReset(tale)).toEqual([['news.example', null]]);
  });
});

describe('a number that is there again', () => {
  const taken = (decision = BLOCKED) =>
    story()
      .setCookie(hvid())
      .later(60)
      .happens(choose({ mode: 'block' }))
      .happens(done({ outcome: removed(), decision, met: 'kept' }))
      .loses('hvid', 'expired')
      .later(60);
  const back = { identifier: null, restored: true };

  it.each([
    ['block', BLOCKED],
    ['reset', RESET],
  ] as const)('after a %s has come back, which is said once', async (_says, decision) => {
    const tale = taken(decision).setCookie(hvid()).later(1).setCookie(hvid()).later(1).setCookie(hvid());
    const report = await tale.report();
    expect(activity(report).filter((line) => line === '7f3a came back')).toHaveLength(1);
    expect(report.control.sums?.cameBack).toBe(1);
    expect(report.numbers).toMatchObject([{ number: HVID, ended: null }]);
  });

  it('has not come back where it is another one', async () => {
    const report = await taken(RESET).setCookie(hvid(HVID_2)).report();
    expect(report.control.sums?.cameBack).toBe(0);
  });

  it.each([
    ['blocked', BLOCKED],
    ['reset', RESET],
    ['held', HELD],
  ] as const)(
    'because the person brought it back, after it was %s, has not come back by itself',
    async (_says, decision) => {
      const tale = taken(decision);
      const { taken: undo, held } = (await tale.report()).control;
      const [one] = [...undo, ...held];
      const identifier = one?.identifier;
      if (identifier === undefined) throw new Error('nothing was taken');
      const bring = act({ ...back, type: 'brought-back', identifier, number: HVID });
      const report = await tale.happens(bring).setCookie(hvid()).report();
      expect(activity(report)).not.toContain('7f3a came back');
      expect(report.control.sums?.cameBack).toBe(0);
      expect(report.control.taken.map(({ backAt }) => backAt)).toEqual(undo.map(() => tale.now()));
      expect(report.control.held).toEqual([]);
    },
  );

  it('that the person tried to bring back in vain can still be brought back', async () => {
    const tale = taken();
    const [one] = (await tale.report()).control.taken;
    if (one === undefined) throw new Error('nothing was taken');
    const { control } = await tale
      .happens(act({ type: 'brought-back', identifier: one.identifier, number: HVID, restored: false }))
      .report();
    expect(control.taken).toEqual([one]);
  });
});

describe('what can be brought back', () => {
  it('is each number taken, newest first, with why and until when it would have lasted', async () => {
    const tale = blockedSite(
      story(),
      { outcome: removed() },
      { outcome: removed(), line: hvid(HVID_2, 3600), decision: RESET },
    );
    expect((await tale.report()).control.taken).toMatchObject([
      { number: HVID_2, why: 'reset', expires: tale.now() + 3_600_000, at: tale.now(), backAt: null },
      { number: HVID, why: 'block', at: tale.now() - 60_000 },
    ]);
  });

  it('is nothing that was only prevented, but for what is held', async () => {
    const tale = blockedSite(story(), { outcome: PREVENTED }, { outcome: PREVENTED, decision: RESET });
    const { control } = await tale.happens(done({ outcome: PREVENTED, decision: HELD })).report();
    expect([control.taken, control.held.map(({ number }) => number)]).toEqual([[], [HVID]]);
  });

  it('of what is held is the latest of a value alone, however many the site made up', async () => {
    const tale = story();
    for (const line of [hvid(), hvid(HVID_2), hvid(HVID.replace('7f', '8a'))]) {
      tale.later(1).happens(done({ outcome: PREVENTED, decision: HELD, line }));
    }
    tale.happens(done({ outcome: PREVENTED, decision: HELD, line: hvid().replace('hvid', 'vid') }));
    const { held } = (await tale.report()).control;
    expect(held.map(({ number }) => number).toSorted()).toEqual([HVID, HVID.replace('7f', '8a')]);
  });

  it('is all that is needed to store it as it was', async () => {
    const tale = blockedSite(story(), { outcome: removed() });
    const [row] = await (await tale.told()).tables.all('taken');
    expect(row?.taken).toMatchObject({
      value: HVID,
      cookie: { httpOnly: true, secure: false, sameSite: 'lax' },
      why: 'block',
    });
  });

  it('goes after thirty days, and acts with the other lines', async () => {
    const tale = blockedSite(story().visits('https://shop.example/'), { outcome: removed() });
    const ledger = await tale.later(31 * 24 * 60).told();
    await ledger.prune({ eventDays: 90, sumDays: 730 }, tale.now());
    expect((await tale.report()).control).toMatchObject({ taken: [], acts: [{}, {}], sums: { removed: 1 } });
    await ledger.prune({ eventDays: 30, sumDays: 730 }, tale.now());
    expect((await tale.report()).control).toMatchObject({ acts: [], sums: { removed: 1 } });
  });
});

describe('what was withheld', () => {
  it('is remembered by name, so that the browser can be told of it, and without its value', async () => {
    const tale = blockedSite(story(), { outcome: PREVENTED });
    const stored = await (await tale.told()).tables.all('stored');
    expect(stored).toMatchObject([
      { identifier: { name: 'hvid' }, verdict: { kind: 'random-id' }, gone: true, preview: null },
    ]);
    expect((await tale.report()).leftAlone).toEqual([]);
  });

  it('leaves no trace after a wipe of its site', async () => {
    const tale = blockedSite(story().visits('https://shop.example/').setCookie(hvid()), { outcome: removed() });
    tale.visits('https://news.example/').happens(done({ outcome: removed(), line: hvid(HVID_2) }));
    const { tables } = await tale.told();
    await tables.wipe('shop.example' as never);
    const left = JSON.stringify(await Promise.all(TABLES.map(async (table) => await tables.all(table))));
    expect(left).not.toMatch(new RegExp(HVID, 'u'));
    expect(left).toContain(HVID_2);
  });
});
