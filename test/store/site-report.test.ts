import { describe, expect, it } from 'vitest';
import type { KeyedStorage } from '#browser/storage.ts';
import { openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { siteReport } from '#store/report/site.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { FOUND, INFERRED, story } from '../support/fakes/story.ts';
import { counting } from './counting.ts';
import { HVID, hvid, uid } from './names.ts';
import { SHOP, lineRow } from './row-of.ts';

const HOME = 'https://shop.example/';
const HEX = ['8e6f2b7d90a1c4e3', '1b9d04c7e2f5a836', '6c3a8e10d97b52f4', '0f4e7d2a9c61b835', 'a7150c9e3d8f62b4'];

/** Session storage whose copy nobody reads. */
const FORGETFUL: KeyedStorage = { ...fakeStorage(), set: async () => undefined };

/** What one report reads of a site with so many older lines, each fifth of them a search. */
async function costWith(older: number): Promise<{ readonly reads: number; readonly rows: number }> {
  const tables = await memoryTables(FORGETFUL);
  const line = (at: number) => lineRow(`line ${at}`, SHOP, at, { type: at % 5 === 0 ? 'search' : 'visit' });
  await tables.write({ events: Array.from({ length: older }, (_, at) => line(at)) });
  const tale = story({ tables }).visits(`${HOME}search?q=amp`).setCookie(hvid()).stays(5);
  await tale.setCookie(uid(), { from: 'https://metrics.example/' }).asks('https://metrics.example/', 'uid').told();
  const { tables: watched, cost } = counting(tables);
  await siteReport(openLedger(watched, { offset: () => 0 }), { domain: SHOP, now: tale.now(), private: false });
  return cost;
}

describe('a site’s report', () => {
  it('reads as much with a hundred thousand lines behind it as with a thousand', async () => {
    const few = await costWith(1000);
    expect(few.rows).toBeGreaterThan(50);
    expect(await costWith(100_000)).toEqual(few);
  });

  it('of a site never seen is empty', async () => {
    const report = await story().report('unknown.example');
    expect(report).toMatchObject({ visits: 0, numbers: [], past: [], month: null, events: [], moreEvents: false });
  });

  it('shows fifty lines, newest first, more on asking, and says whether older ones follow', async () => {
    const tale = story();
    for (let page = 1; page <= 60; page += 1) tale.later(1).visits(`${HOME}page-${page}`);
    const ledger = await tale.told();
    const ask = { domain: SHOP, now: tale.now(), private: false };
    const some = await siteReport(ledger, ask);
    expect(some.events).toHaveLength(50);
    expect(some.events[0]).toMatchObject({ type: 'visit', address: { path: '/page-60' } });
    expect(some.moreEvents).toBe(true);
    const all = await siteReport(ledger, { ...ask, events: 60 });
    expect(all.events.at(-1)).toMatchObject({ address: { path: '/page-1' } });
    expect(all.moreEvents).toBe(false);
  });

  it('puts first the number the site knows you by: its own, no product’s, a cookie, set by its server, the oldest', async () => {
    const [late, early, script, third] = HEX;
    const year = 'Path=/; Max-Age=31536000';
    const tale = story()
      .visits(HOME)
      .setCookie(`track=${third}; ${year}`, { from: 'https://metrics.example/', setBy: FOUND });
    tale.later(1).setCookie('_ga=GA1.1.1386410283.1700000000; Path=/; Max-Age=63072000');
    tale.later(1).setCookie(`mark=${script}; ${year}`, { setBy: { how: 'script', script: null, basis: 'verified' } });
    tale.later(1).setCookie(`visitor=${early}; ${year}`, { setBy: INFERRED });
    const report = await tale.later(1).setCookie(`device=${late}; ${year}`).report();
    expect(report.numbers.map(({ number }) => number)).toEqual([early, late, script, '1386410283.1700000000', third]);
  });

  it('lists ended numbers by when they ended, the latest first', async () => {
    const year = 'Path=/; Max-Age=31536000';
    const tale = story().setCookie(`visitor=${HEX[0]}; ${year}`).setCookie(`device=${HEX[1]}; ${year}`);
    const report = await tale.later(1).loses('device').later(60).loses('visitor').report();
    expect(report.past.map(({ number }) => number)).toEqual([HEX[0], HEX[1]]);
  });
});

describe('a month', () => {
  it('knows nothing of days before watching began, nor of days to come', async () => {
    const tale = story().at('2026-11-10 09:00').setCookie(hvid());
    await (await tale.told()).begin(tale.now());
    tale.visits(HOME).at('2026-11-12 09:00').visits(HOME).at('2026-11-13 20:00');
    const days = (await tale.report()).month?.days;
    expect(days).toEqual([...Array<null>(9).fill(null), 1, 0, 1, 0, ...Array<null>(17).fill(null)]);
  });

  it('has as many days as the calendar says', async () => {
    const tale = story().at('2028-02-29 09:00').setCookie(hvid()).visits(HOME);
    expect((await tale.report()).month?.days).toHaveLength(29);
    expect((await tale.report('shop.example', '2027-02')).month?.days).toHaveLength(28);
  });

  it('names the months there is something to show for, and itself', async () => {
    const tale = story().at('2026-09-01 09:00').setCookie(hvid()).visits(HOME).at('2026-11-01 09:00').visits(HOME);
    expect((await tale.report('shop.example', '2026-10')).month).toMatchObject({
      months: ['2026-09', '2026-10', '2026-11'],
      tally: { visits: 0 },
    });
  });

  it('is the first number’s alone', async () => {
    const tale = story().setCookie(hvid()).visits(HOME).setCookie(uid(), { from: 'https://metrics.example/' });
    const report = await tale.asks('https://metrics.example/', 'uid').report();
    expect(report.numbers[0]?.number).toBe(HVID);
    expect(report.month?.tally).toEqual(report.numbers[0]?.total);
  });
});
