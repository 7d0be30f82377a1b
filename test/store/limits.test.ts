import { describe, expect, it } from 'vitest';
import type { KeyedStorage } from '#browser/storage.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Domain } from '#core/site.ts';
import { diskTables } from '#store/disk-tables.ts';
import { MAX_EVENTS, MAX_NUMBERS, MAX_STORED } from '#store/fold/limits.ts';
import { openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { siteReport } from '#store/report/site.ts';
import { TABLES } from '#store/rows.ts';
import { openDatabase } from '#store/schema.ts';
import type { Tables } from '#store/tables.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { story } from '../support/fakes/story.ts';
import { HVID, hvid, uid } from './names.ts';
import { emptyDisk } from './on-disk.ts';
import { first, told } from './reading.ts';

const SHOP = 'shop.example' as Domain;
const UTC = { offset: () => 0 };

/** For floods: session storage whose copy nobody reads. */
const FORGETFUL: KeyedStorage = { ...fakeStorage(), set: async () => undefined };

/** The `index`th of many random-looking numbers. */
function number(index: number): string {
  const hex = (BigInt(index + 7) * 0x9e3779b97f4a7c15f39cc0605cedc835n).toString(16).padStart(32, '0').slice(-32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Lines that say only that a page was visited. */
function pages(count: number, from = 0): readonly LedgerEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'page-visited',
    id: `p${from + index}`,
    page: `p${from + index}`,
    at: (from + index) * 1000,
    domain: SHOP,
    store: '0',
    tab: 1,
    how: 'history',
    address: { origin: 'https://shop.example', path: `/${index}`, parameters: [] },
    section: 'Home',
    search: null,
    order: null,
  }));
}

async function report(tables: Tables): Promise<Awaited<ReturnType<typeof siteReport>>> {
  return await siteReport(openLedger(tables, UTC), { domain: SHOP, now: 0, private: false });
}

describe('a site that floods', () => {
  it('with cookies is recorded up to a limit, and is said to have done more', async () => {
    const tale = story().visits('https://shop.example/').setCookie(hvid());
    for (let index = 0; index < MAX_STORED * 4; index += 1) tale.setCookie(`c${index}=${index}; Path=/; Max-Age=86400`);
    const shown = await tale.report();
    expect(shown.overflowed).toBe(true);
    expect(shown.leftAlone).toHaveLength(MAX_STORED - 1);
    expect(first(shown).number).toBe(HVID);
  });

  it('with new names that go again has room for what comes next', async () => {
    const tale = story();
    for (let index = 0; index < MAX_STORED * 2; index += 1) {
      tale.later(1).setCookie(`t${index}=x; Path=/; Max-Age=86400`).loses(`t${index}`);
    }
    const shown = await tale.setCookie(hvid()).report();
    expect(first(shown).number).toBe(HVID);
    expect(shown.overflowed).toBe(false);
    expect(await (await tale.told()).tables.all('stored')).toHaveLength(MAX_STORED);
  });

  it('with ever new numbers keeps the latest of those that ended, and those at work', async () => {
    const tale = story().setCookie('fixed=0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86; Path=/; Max-Age=31536000');
    for (let index = 0; index < MAX_NUMBERS * 2; index += 1) {
      tale
        .later(1)
        .visits('https://shop.example/')
        .setCookie(hvid(number(index)));
      if (index % 100 === 0) await tale.told();
    }
    const { tables } = await tale.told();
    const shown = await tale.report();
    const kept = new Set((await tables.all('numbers')).map((row) => row.key));
    expect(kept.size).toBeLessThanOrEqual(MAX_NUMBERS * 1.05);
    expect(shown.overflowed).toBe(true);
    expect(shown.numbers.map(({ number: value }) => value)).toEqual([
      '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86',
      number(MAX_NUMBERS * 2 - 1),
    ]);
    expect(shown.past[0]?.number).toBe(number(MAX_NUMBERS * 2 - 2));
    expect((await tables.all('months')).filter((row) => !kept.has(row.number))).toEqual([]);
    const orphans = (await tables.all('days')).filter((row) => row.subject.includes('#') && !kept.has(row.subject));
    expect(orphans).toEqual([]);
  });

  it('with pages keeps the newest lines, and every one of them counted', async () => {
    const tables = await memoryTables(FORGETFUL);
    const ledger = openLedger(tables, UTC);
    await ledger.append(pages(MAX_EVENTS));
    expect((await report(tables)).overflowed).toBe(false);
    await ledger.append(pages(MAX_EVENTS / 10, MAX_EVENTS));
    const shown = await report(tables);
    expect(await tables.all('events')).toHaveLength(MAX_EVENTS);
    expect(shown.overflowed).toBe(true);
    expect(shown.events[0]?.id).toBe(`p${MAX_EVENTS * 1.1 - 1}`);
  });

  it('is not said to have done more than is kept where settings let its old lines go', async () => {
    const tables = await memoryTables(FORGETFUL);
    const ledger = openLedger(tables, UTC);
    await ledger.append(pages(MAX_EVENTS));
    await tables.prune({ events: MAX_EVENTS * 900, taken: 0, date: '1970-01-01' });
    await ledger.append(pages(MAX_EVENTS / 10, MAX_EVENTS));
    expect((await report(tables)).overflowed).toBe(false);
    expect((await tables.get('sites', SHOP))?.events).toBe((await tables.all('events')).length);
  });
});

describe('forgetting', () => {
  it('a site leaves no trace of it in any table', async () => {
    const tables = diskTables(openDatabase(emptyDisk()));
    const tale = story({ tables }).visits('https://shop.example/search?q=valves').setCookie(hvid()).stays(5);
    tale.setCookie(uid(), { from: 'https://metrics.example/p.gif' }).asks('https://metrics.example/p.gif', 'uid');
    await tale
      .visits('https://news.example/')
      .setCookie('nid=5d1f0c7e9a3b4c288e6f2b7d90a1c4e3; Max-Age=9999999')
      .told();
    await tables.wipe(SHOP);
    const left = JSON.stringify(await Promise.all(TABLES.map(async (table) => await tables.all(table))));
    expect(left).not.toMatch(new RegExp(`shop|${HVID}|metrics|valves`, 'u'));
    expect(left).toContain('news.example');
  });

  it('a site that is visited again begins anew', async () => {
    const tale = story().visits('https://shop.example/').setCookie(hvid()).stays(60);
    await (await tale.told()).tables.wipe(SHOP);
    const shown = await tale.stays(60).later(60).visits('https://shop.example/').setCookie(hvid()).report();
    expect(first(shown)).toMatchObject({ since: tale.now(), total: { visits: 1, pages: 1, milliseconds: 0 } });
    expect(told(shown)).toHaveLength(2);
  });

  it('by the settings takes single events first and sums later', async () => {
    const tale = story().at('2024-01-01 10:00').visits('https://shop.example/').setCookie(hvid(HVID, 94_608_000));
    tale.at('2026-07-01 10:00').visits('https://shop.example/').at('2026-11-22 10:00').visits('https://shop.example/');
    const ledger = await tale.told();
    await ledger.prune({ eventDays: 90, sumDays: 730 }, tale.now());
    const shown = await tale.report();
    expect(told(shown)).toEqual(['visit Home']);
    expect(first(shown)).toMatchObject({ since: Date.parse('2024-01-01T10:00:00Z'), total: { visits: 3 } });
    expect(shown.month?.months).toEqual(['2026-07', '2026-11']);
    expect((await tale.report('shop.example', '2026-07')).month?.tally.visits).toBe(1);
  });

  it('tabs, which mean nothing in a new browser session, keeps a number from the page of an old one', async () => {
    const tale = story().visits('https://shop.example/');
    await (await tale.told()).closeTabs();
    expect(first(await tale.setCookie(hvid()).report()).total.pages).toBe(0);
  });
});

describe('watching', () => {
  it('began once', async () => {
    const ledger = openLedger(await memoryTables(fakeStorage()), UTC);
    expect(await ledger.begin(1000)).toBe(true);
    expect(await ledger.begin(2000)).toBe(false);
    expect((await report(ledger.tables)).watchedSince).toBe(1000);
  });
});
