import { describe, expect, it } from 'vitest';
import type { ExportCursor } from '#core/export-cursor.ts';
import { exportSlice } from '#store/export.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { diaryOf } from '#store/report/lines.ts';
import { overviewReport } from '#store/report/overview.ts';
import { siteSummaries } from '#store/report/sites.ts';
import { TABLES } from '#store/rows.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { FOUND, type Story, story } from '../support/fakes/story.ts';
import { isSaid, LOGIN, policyAfter } from '../core/deciding.ts';
import { HVID, HVID_2, UID, hvid, uid } from './names.ts';
import { SHOP, lineRow } from './row-of.ts';

const HOME = 'https://shop.example/';
const NEWS = 'https://news.example/';
const PIXEL = 'https://metrics.example/pixel.gif';

/** Everything a diary tells, page after page. */
async function wholeDiary(tale: Story): Promise<readonly { date: string; ids: readonly string[] }[]> {
  const ledger = await tale.told();
  const days: { date: string; ids: readonly string[] }[] = [];
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const page: Awaited<ReturnType<typeof diaryOf>> = await diaryOf(ledger, { domain: SHOP, before });
    days.push(...page.days.map(({ date, events }) => ({ date, ids: events.map(({ id }) => id) })));
    before = page.next;
  }
  return days;
}

describe('a diary', () => {
  it('tells day by day, newest first, with each day’s visits and time', async () => {
    const tale = story().at('2026-11-20 10:00').setCookie(hvid()).visits(HOME).stays(60);
    const ledger = await tale.at('2026-11-22 09:00').visits(HOME).at('2026-11-22 18:00').visits(HOME).stays(5).told();
    const { days, next } = await diaryOf(ledger, { domain: SHOP, before: Number.MAX_SAFE_INTEGER });
    expect(days.map(({ date, visits, milliseconds, events }) => [date, visits, milliseconds, events.length])).toEqual([
      ['2026-11-22', 2, 5000, 2],
      ['2026-11-20', 1, 60_000, 2],
    ]);
    expect(next).toBeNull();
  });

  it('dates by the person’s own time zone', async () => {
    const tale = story({ zone: () => 9 * 60 })
      .at('2026-11-20 16:00')
      .visits(HOME);
    const { days } = await diaryOf(await tale.told(), { domain: SHOP, before: Number.MAX_SAFE_INTEGER });
    expect(days.map(({ date, visits }) => [date, visits])).toEqual([['2026-11-21', 1]]);
  });

  it('tells whole days, and each line once, also where two lines are of one moment', async () => {
    const tale = story().at('2026-10-01 10:00');
    for (let day = 0; day < 30; day += 1) {
      for (let page = 0; page < 9; page += 1) tale.later(1).visits(`${HOME}search?q=amp${page}`);
      tale.later(24 * 60 - 9);
    }
    const days = await wholeDiary(tale);
    expect(days).toHaveLength(30);
    expect(new Set(days.map(({ date }) => date)).size).toBe(30);
    expect(new Set(days.flatMap(({ ids }) => ids)).size).toBe(30 * 18);
  });

  it('of one long day goes on within it', async () => {
    // One line alone, so that a page of the diary ends between two lines of one moment.
    const tale = story().at('2026-10-01 23:00').visits(HOME).at('2026-10-01 10:00');
    for (let page = 0; page < 301; page += 1) tale.later(1).visits(`${HOME}search?q=amp${page}`);
    const days = await wholeDiary(tale);
    expect(new Set(days.map(({ date }) => date))).toEqual(new Set(['2026-10-01']));
    expect(days.flatMap(({ ids }) => ids)).toHaveLength(603);
  });
});

async function summaries(tale: Story): ReturnType<typeof siteSummaries> {
  return await siteSummaries(await tale.told(), tale.now());
}

describe('the list of sites', () => {
  it('tells the latest visited first, each with its number and visits', async () => {
    const tale = story().at('2026-10-30 10:00').visits(HOME).setCookie(hvid());
    tale.at('2026-11-09 10:00').visits(HOME).at('2026-11-21 10:00').visits(NEWS).at('2026-11-22 10:00').visits(HOME);
    const [shop, news, ...others] = await summaries(tale);
    expect(others).toEqual([]);
    expect(news).toMatchObject({ domain: 'news.example', number: null, numbers: 0, visitsThisMonth: 1 });
    expect(shop).toMatchObject({
      domain: 'shop.example',
      number: HVID,
      since: Date.parse('2026-10-30T10:00:00Z'),
      found: false,
      lastVisit: tale.now(),
      visitsThisMonth: 2,
      recentDays: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      numbers: 1,
      companies: 0,
    });
  });

  it('counts as companies those that number you there or got a number, the site itself left out', async () => {
    const tale = story().visits(HOME).setCookie(hvid(), { setBy: FOUND }).setCookie(uid(), { from: PIXEL });
    tale.asksInAddress('https://ads.example/?v=x', 'hvid', 'v').asks('https://cdn.example/');
    expect(await summaries(tale)).toMatchObject([{ found: true, numbers: 2, companies: 2 }]);
  });
});

describe('all sites together', () => {
  it('counts sites and numbers, and those still at work', async () => {
    const tale = story().visits(HOME).setCookie(hvid()).visits(NEWS).setCookie(uid(), { from: PIXEL });
    tale.visits(HOME).later(1).setCookie(hvid(HVID_2));
    expect(await overviewReport(await tale.told(), tale.now())).toMatchObject({
      sites: 2,
      numbers: 3,
      numbersAtWork: 2,
    });
  });

  it('tells of each day how many sites recognised you by a number, and nothing of days before watching', async () => {
    const tale = story().at('2026-11-20 10:00');
    await (await tale.told()).begin(tale.now());
    tale.setCookie(hvid()).visits(HOME).visits(HOME).visits(NEWS).at('2026-11-22 10:00').visits(HOME);
    const { days } = await overviewReport(await tale.visits(NEWS).setCookie(uid(), { from: PIXEL }).told(), tale.now());
    expect(days).toHaveLength(371);
    expect(days.slice(-4)).toEqual([
      { date: '2026-11-19', sites: null },
      { date: '2026-11-20', sites: 1 },
      { date: '2026-11-21', sites: 0 },
      { date: '2026-11-22', sites: 2 },
    ]);
  });

  it('names who numbers you on several sites, whether by one number or by one each', async () => {
    const tale = story().visits(HOME).setCookie(uid(), { from: PIXEL }).visits(NEWS).setCookie(uid(), { from: PIXEL });
    expect(await overviewReport(await tale.told(), tale.now())).toMatchObject({
      onSeveral: 1,
      severalSites: [
        {
          domain: 'metrics.example',
          as: UID,
          sites: ['news.example', 'shop.example'],
          joined: 'all',
        },
      ],
    });
  });

  it('counts all who do, and names six of them, those on most sites first', async () => {
    const tale = story();
    for (const site of [HOME, NEWS]) {
      tale.visits(site).setCookie(hvid());
      for (let each = 0; each < 8; each += 1) tale.asksInAddress(`https://ads-${each}.example/p`, 'hvid', 'v');
    }
    tale.visits('https://third.example/').setCookie(hvid()).asksInAddress('https://ads-7.example/p', 'hvid', 'v');
    const { onSeveral, severalSites } = await overviewReport(await tale.told(), tale.now());
    expect(onSeveral).toBe(8);
    expect(severalSites.map(({ domain }) => domain)).toEqual(
      ['ads-7', 'ads-0', 'ads-1', 'ads-2', 'ads-3', 'ads-4'].map((name) => `${name}.example`),
    );
  });

  it('names the numbers that last longest', async () => {
    const tale = story()
      .visits(HOME)
      .setCookie(hvid(HVID, 86_400 * 400))
      .visits(NEWS);
    tale.setCookie(uid(), { from: PIXEL }).setCookie(`sid=${HVID_2}; Path=/`);
    const { longest } = await overviewReport(await tale.told(), tale.now());
    expect(longest.map(({ number, givenBy, on, own }) => [number, givenBy, on, own])).toEqual([
      [HVID, 'shop.example', 'shop.example', true],
      [UID, 'metrics.example', 'news.example', false],
    ]);
  });
});

describe('an export', () => {
  it('holds every row of every table once, a slice at a time', async () => {
    const tables = await memoryTables(fakeStorage());
    const tale = story({ tables }).visits(HOME).setCookie(hvid()).stays(5);
    await tale.setCookie(uid(), { from: PIXEL }).asks(PIXEL, 'uid').told();
    // As many rows as one slice holds, and one more than two.
    await tables.write({ events: Array.from({ length: 2001 }, (_, at) => lineRow(`line ${at}`, SHOP, at)) });
    const policy = policyAfter(isSaid(LOGIN, 'number'));
    const [correction] = Object.values(policy.corrections);
    const exported = new Map<string, unknown[]>();
    let cursor: ExportCursor | null = null;
    let slices = 0;
    do {
      const slice: Awaited<ReturnType<typeof exportSlice>> = await exportSlice(tables, policy, cursor);
      exported.set(slice.table, [...(exported.get(slice.table) ?? []), ...slice.rows]);
      cursor = slice.cursor;
      slices += 1;
    } while (cursor !== null);
    expect(exported.get('corrections')).toEqual([correction]);
    for (const table of TABLES) expect(exported.get(table)).toEqual(await tables.slice(table, null, 1e6));
    expect(slices).toBe(TABLES.length + 3);
  });
});
