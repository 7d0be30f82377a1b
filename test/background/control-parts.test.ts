import { describe, expect, it, vi } from 'vitest';
import { watchForLoops } from '#background/control/loops.ts';
import { pageScriptPlan } from '#background/control/page-script-plan.ts';
import { keepPolicyOn } from '#background/control/policy-keeper.ts';
import { rememberSent } from '#background/control/sent-lately.ts';
import { keepDueForgetting } from '#background/control/due-forgetting.ts';
import type { Identifier } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import type { Policy } from '#core/policy.ts';
import {
  ALLOW,
  BLOCK,
  DAILY,
  DEVICE,
  domain,
  forSite,
  forThis,
  HVID,
  isSaid,
  loops,
  NOW,
  paused,
  policyAfter,
  type Step,
  UID,
  undecided,
} from '../core/deciding.ts';
import { storedRow } from '../store/row-of.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const SHOP = domain('shop.example');

describe('the policy kept in mind', () => {
  it('takes changes one after the other, and has them on disk', async () => {
    const storage = fakeStorage();
    const keeper = keepPolicyOn(storage, fakeStorage());
    await Promise.all(
      [forSite('shop.example', BLOCK), forSite('news.example', DAILY), forThis(HVID, ALLOW)].map(
        async (step) => await keeper.change(false, step),
      ),
    );
    const all = policyAfter(forSite('shop.example', BLOCK), forSite('news.example', DAILY), forThis(HVID, ALLOW));
    expect(await keeper.read(false)).toEqual(all);
    expect(await keepPolicyOn(storage, fakeStorage()).read(false)).toEqual(all);
  });

  it('is not changed by what could not be kept, and takes the next change', async () => {
    const storage = fakeStorage();
    let refuse = true;
    const refusing = {
      ...storage,
      set: async (values: Readonly<Record<string, unknown>>) =>
        refuse ? await Promise.reject(new Error('disk full')) : await storage.set(values),
    };
    const keeper = keepPolicyOn(refusing, fakeStorage());
    await expect(keeper.change(false, forSite('shop.example', BLOCK))).rejects.toThrow('disk full');
    refuse = false;
    expect(await keeper.change(false, forSite('news.example', BLOCK))).toEqual(
      policyAfter(forSite('news.example', BLOCK)),
    );
  });
});

describe('the policy of private windows', () => {
  it('is the ordinary one with what they decided over it, also for a background that starts again', async () => {
    const [disk, memory] = [fakeStorage(), fakeStorage()];
    const keeper = keepPolicyOn(disk, memory);
    await keeper.change(false, forSite('shop.example', BLOCK));
    await keeper.change(true, forSite('news.example', DAILY));
    await keeper.change(true, forThis(HVID, ALLOW));
    await keeper.change(false, forSite('books.example', BLOCK));
    const ordinary = policyAfter(forSite('shop.example', BLOCK), forSite('books.example', BLOCK));
    for (const again of [keeper, keepPolicyOn(disk, memory)]) {
      expect(await again.read(false)).toEqual(ordinary);
      expect(await again.read(true)).toEqual(
        policyAfter(
          forSite('shop.example', BLOCK),
          forSite('books.example', BLOCK),
          forSite('news.example', DAILY),
          forThis(HVID, ALLOW),
        ),
      );
    }
  });

  it('may undo there what was decided otherwise, and ends', async () => {
    const keeper = keepPolicyOn(fakeStorage(), fakeStorage());
    await keeper.change(false, forSite('shop.example', BLOCK));
    await keeper.change(true, forSite('shop.example', null));
    expect((await keeper.read(true)).sites).toEqual({});
    expect((await keeper.read(false)).sites).not.toEqual({});
    expect(await keeper.endPrivate()).toBe(true);
    expect(await keeper.endPrivate()).toBe(false);
    expect(await keeper.read(true)).toEqual(await keeper.read(false));
  });
});

describe('navigations', () => {
  const notices = (
    urls: readonly string[],
    { every = 1000, tab = 1, byPage = true, ids = [] as readonly string[] } = {},
  ): readonly boolean[] => {
    const { notice } = watchForLoops();
    return urls.map((url, index) => {
      const id = ids[index] ?? String(index);
      return notice({ id, byPage, domain: SHOP, store: '0', url, tab, at: NOW + index * every });
    });
  };
  const page = 'https://shop.example/';
  const rounds = (count: number): readonly string[] => Array.from({ length: count }, () => page);

  it('make a loop with the sixth to one address within ten seconds; then counting begins anew', () => {
    expect(notices(rounds(12)).flatMap((is, index) => (is ? [index + 1] : []))).toEqual([6, 12]);
  });

  it('make one too where each is a redirect of what the person opened', () => {
    const ids = Array.from({ length: 6 }, () => 'the same');
    expect(notices(rounds(6), { byPage: false, ids }).at(-1)).toBe(true);
  });

  it.each<[string, readonly string[], { readonly every?: number; readonly tab?: number; readonly byPage?: boolean }]>([
    ['that the person makes, again and again', rounds(20), { byPage: false }],
    ['that are too slow', rounds(20), { every: 2000 }],
    ['to ever other pages', Array.from({ length: 20 }, (_, index) => `${page}${index}`), {}],
    ['of no tab', rounds(20), { tab: -1 }],
  ])('%s make none', (_says, urls, how) => {
    expect(notices(urls, how)).not.toContain(true);
  });

  it('to fragments of a page, and by way of another, make one', () => {
    expect(notices(Array.from({ length: 6 }, (_, index) => `${page}#${index}`)).at(-1)).toBe(true);
    expect(
      notices(
        Array.from({ length: 11 }, (_, index) => (index % 2 === 0 ? page : `${page}check`)),
        { every: 500 },
      ).at(-1),
    ).toBe(true);
  });

  it('in two tabs are counted apart', () => {
    const { notice } = watchForLoops();
    const shared = { byPage: true, domain: SHOP, store: '0', url: page } as const;
    const at = (index: number) => ({ ...shared, id: String(index), tab: index % 2, at: NOW + index });
    expect(Array.from({ length: 10 }, (_, index) => notice(at(index)))).not.toContain(true);
  });
});

describe('cookie headers sent lately', () => {
  it('are counted by name and value, whole, for ten seconds', () => {
    const sent = rememberSent();
    sent.note('hvid=12; a=1', NOW);
    sent.note('a=1; hvid=1', NOW + 1);
    sent.note('xhvid=1; hvid=1', NOW + 2);
    expect([sent.count({ name: 'hvid', value: '1' }), sent.count({ name: 'a', value: '1' })]).toEqual([2, 2]);
    sent.note('b=2', NOW + 10_001);
    expect(sent.count({ name: 'hvid', value: '1' })).toBe(1);
  });
});

describe('what is due to be forgotten', () => {
  it('is kept until the site’s page opens, once each, and the page scripts know', async () => {
    const storage = fakeStorage();
    const refresh = vi.fn<() => Promise<void>>(async () => undefined);
    const due = keepDueForgetting(storage, refresh);
    const [shop, news] = [SHOP, domain('news.example')];
    for (const site of [shop, news, shop]) await due.add(site);
    expect(await keepDueForgetting(storage, refresh).all()).toEqual([shop, news]);
    expect(refresh).toHaveBeenCalledTimes(3);
    await due.opened(domain('weather.example'));
    expect(refresh).toHaveBeenCalledTimes(3);
    await due.opened(shop);
    expect([await due.all(), refresh.mock.calls.length]).toEqual([[news], 4]);
    await due.drop(null);
    expect([await due.all(), storage.held.size]).toEqual([[], 0]);
  });

  it('is nothing where what was kept is damaged', async () => {
    const storage = fakeStorage();
    await storage.set({ 'forget-when-opened': { 0: 'shop.example' } });
    expect(await keepDueForgetting(storage, async () => undefined).all()).toEqual([]);
  });
});

describe('where page scripts hold or forget', () => {
  const plan = (steps: readonly Step[], withheld: readonly Identifier[] = [], due: readonly Domain[] = []) => {
    const policy: Policy = policyAfter(...steps);
    return pageScriptPlan({ policy, withheld: withheld.map((of) => storedRow(SHOP, of)), due, now: NOW });
  };
  const nothing = { hold: [], holdNew: [], forget: [], everywhere: null };

  it.each<[string, readonly Step[], Partial<ReturnType<typeof plan>>]>([
    ['nothing chosen', [], {}],
    ['blocked', [forSite('shop.example', BLOCK)], { hold: ['shop.example'] }],
    ['blocked and paused', [forSite('shop.example', BLOCK), paused('shop.example')], {}],
    ['blocked and paused everywhere', [forSite('shop.example', BLOCK), paused(null)], {}],
    ['blocked, the pause is over', [forSite('shop.example', BLOCK), paused(null, NOW)], { hold: ['shop.example'] }],
    ['blocked but its pages loop', [forSite('shop.example', BLOCK), loops('shop.example')], {}],
    [
      'blocked, one value allowed',
      [forSite('shop.example', BLOCK), forThis(DEVICE, ALLOW)],
      { holdNew: ['shop.example'] },
    ],
    [
      'blocked, one value said to be no number',
      [forSite('shop.example', BLOCK), isSaid(DEVICE, 'no-number')],
      { holdNew: ['shop.example'] },
    ],
    ['reset', [forSite('shop.example', DAILY)], {}],
    [
      'asked first',
      [undecided({ first: 'ask' }), forSite('shop.example', ALLOW), paused('news.example')],
      { everywhere: { except: ['shop.example', 'news.example'] } },
    ],
    [
      'asked first, blocked here',
      [undecided({ first: 'ask' }), forSite('shop.example', BLOCK)],
      { hold: ['shop.example'], everywhere: { except: [] } },
    ],
    ['asked first, paused everywhere', [undecided({ first: 'ask' }), paused(null)], {}],
  ])('%s', (_says, steps, than) => {
    expect(plan(steps)).toEqual({ ...nothing, ...than });
  });

  it('are the hosts of what is withheld too, of ordinary windows', () => {
    expect(plan([], [UID])).toEqual({ ...nothing, holdNew: ['metrics.example'] });
    expect(plan([], [{ ...UID, store: '1' }])).toEqual(nothing);
    expect(plan([], [], [SHOP])).toEqual({ ...nothing, forget: ['shop.example'] });
  });
});
