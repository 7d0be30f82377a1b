import { describe, expect, it } from 'vitest';
import type { Policy } from '#core/policy.ts';
import { modeOf } from '#store/report/control.ts';
import { siteReport } from '#store/report/site.ts';
import { siteSummaries } from '#store/report/sites.ts';
import {
  ALLOW,
  BLOCK,
  DAILY,
  forSite,
  forThis,
  loops,
  NOW,
  paused,
  policyAfter,
  said,
  type Step,
  stored,
  undecided,
} from '../core/deciding.ts';
import { type Story, story } from '../support/fakes/story.ts';
import { done, HELD, PREVENTED } from './acting.ts';
import { HVID, hvid, uid } from './names.ts';
import { SHOP } from './row-of.ts';

const HOUR = 3_600_000;

async function reportUnder(tale: Story, policy: Policy) {
  return await siteReport(await tale.told(), { domain: SHOP, now: tale.now(), private: false, policy });
}

describe('the mode of a site', () => {
  it.each<[string, readonly Step[], string]>([
    ['nothing chosen', [], 'notify'],
    ['asked first', [undecided({ first: 'ask' })], 'ask'],
    ['other companies blocked', [undecided({ third: 'block' })], 'notify'],
    ['allowed', [undecided({ first: 'ask' }), forSite('shop.example', ALLOW)], 'allow'],
    ['blocked', [forSite('shop.example', BLOCK)], 'block'],
    ['blocked, but its pages loop', [forSite('shop.example', BLOCK), loops('shop.example')], 'reset'],
    ['reset', [forSite('shop.example', DAILY)], 'reset'],
    ['another site blocked', [forSite('news.example', BLOCK)], 'notify'],
  ])('%s', async (_says, steps, mode) => {
    const policy = policyAfter(...steps);
    expect(modeOf(policy, SHOP)).toBe(mode);
    const tale = story().visits('https://shop.example/').setCookie(hvid());
    const { control } = await reportUnder(tale, policy);
    expect(control.mode).toBe(mode);
    expect(control.chosen).toEqual(policy.sites[SHOP] ?? null);
    const [summary] = await siteSummaries(await tale.told(), tale.now(), policy);
    expect(summary).toMatchObject({ mode, chosen: control.chosen !== null });
  });
});

describe('a pause', () => {
  it.each<[string, readonly Step[], unknown]>([
    ['nowhere', [], null],
    ['here', [paused('shop.example', NOW + 1)], { everywhere: false, until: NOW + 1, why: 'paused' }],
    [
      'here, because the site looks broken',
      [paused('shop.example', null, 'broken')],
      { everywhere: false, until: null, why: 'broken' },
    ],
    [
      'everywhere comes first',
      [paused(null), paused('shop.example', null, 'broken')],
      { everywhere: true, why: 'paused' },
    ],
    ['over', [paused(null, NOW), paused('shop.example', NOW - 1)], null],
    ['on another site', [paused('news.example')], null],
  ])('%s', async (_says, steps, pause) => {
    const { control } = await reportUnder(story().at('2026-11-22 10:00'), policyAfter(...steps));
    expect(control).toMatchObject({ pause });
  });
});

describe('when a site’s numbers are replaced next', () => {
  const daily = (at: string) => ({
    ...policyAfter(),
    sites: { [SHOP]: { choice: DAILY, at: Date.parse(at), loopAt: null } },
  });

  it('is so many hours after the oldest of them', async () => {
    const tale = story()
      .at('2026-11-22 10:00')
      .setCookie(hvid())
      .later(60)
      .setCookie('vid=5d1f0c7e9a3b4c288e6f2b7d90a1c4e3; Path=/; Max-Age=99999999');
    const { control } = await reportUnder(tale, daily('2026-11-01T00:00:00Z'));
    expect(control.nextReset).toBe(Date.parse('2026-11-23T10:00:00Z'));
  });

  it('is so many hours after the choice, where the numbers are older', async () => {
    const { control } = await reportUnder(story().setCookie(hvid()).later(60), daily('2026-11-22T10:30:00Z'));
    expect(control.nextReset).toBe(Date.parse('2026-11-22T10:30:00Z') + 24 * HOUR);
  });

  it('is not known where there is none, nor by the clock for visits and sessions', async () => {
    expect((await reportUnder(story(), daily('2026-11-22T10:30:00Z'))).control.nextReset).toBeNull();
    for (const every of ['visit', 'session'] as const) {
      const policy = policyAfter(forSite('shop.example', { mode: 'reset', rhythm: { every } }));
      expect((await reportUnder(story().setCookie(hvid()), policy)).control.nextReset).toBeNull();
    }
  });
});

describe('what is decided about each value', () => {
  it('is said with it, and what was chosen for that very one', async () => {
    const tale = story().visits('https://shop.example/').setCookie(hvid());
    tale.setCookie(uid(), { from: 'https://metrics.example/p.gif' }).setCookie('theme=dark; Path=/; Max-Age=31536000');
    const theme = stored('theme=dark; Path=/', 'shop.example');
    const policy = policyAfter(forSite('shop.example', BLOCK), forThis(theme, DAILY));
    const report = await reportUnder(tale, policy);
    expect(report.numbers.map(({ control }) => control && said(control.decision))).toEqual([
      'block, chosenForSite shop.example',
      'block, chosenForSite shop.example',
    ]);
    expect(report.leftAlone.map(({ control }) => [control.chosen?.choice, said(control.decision)])).toEqual([
      [DAILY, 'reset every 24 hours, chosenForThis'],
    ]);
  });

  it('counts every site it is at work on', async () => {
    const tale = story().visits('https://shop.example/').setCookie(uid(), { from: 'https://metrics.example/p.gif' });
    tale.setCookie(uid(), { from: 'https://metrics.example/p.gif', on: 'news.example' });
    const report = await reportUnder(tale, policyAfter(forSite('news.example', BLOCK)));
    expect(report.numbers.map(({ control }) => control && said(control.decision))).toEqual([
      'block, chosenForSite news.example',
    ]);
  });
});

describe('a number that is held', () => {
  const held = () => story().happens(done({ outcome: PREVENTED, decision: HELD }));
  const one = [{ number: HVID, why: 'hold', backAt: null }];

  it('waits for the decision', async () => {
    const { control } = await reportUnder(held(), policyAfter(undecided({ first: 'ask' })));
    expect(control).toMatchObject({ held: one, taken: [] });
  });

  it('waits no longer once it was decided, and can be brought back where it was not yet', async () => {
    const { control } = await reportUnder(held(), policyAfter(forSite('shop.example', ALLOW)));
    expect(control).toMatchObject({ held: [], taken: one });
  });
});
