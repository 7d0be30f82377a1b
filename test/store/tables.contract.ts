import { describe, expect, it } from 'vitest';
import { identifierKey } from '#core/identifier.ts';
import { story } from '../support/fakes/story.ts';
import { uid } from './names.ts';
import type { Tables } from '#store/tables.ts';
import { noSums } from '#store/fold/acted.ts';
import { type MonthRow, NO_TALLY, TABLES } from '#store/rows.ts';
import {
  NEWS,
  SHOP,
  actRow,
  takenRow,
  visitRow,
  dayRow,
  inLocalStorage,
  lineRow,
  pageRow,
  siteRow,
  storedRow,
} from './row-of.ts';

function keys(rows: readonly { readonly key: string }[]): readonly string[] {
  return rows.map((row) => row.key);
}

function monthRow(month: string): MonthRow {
  return { key: `n|${month}`, domain: SHOP, number: 'n', month, tally: NO_TALLY, sections: {} };
}

/** Rows of every kind that is wiped by its site, of two sites. */
async function fill(tables: Tables): Promise<Tables> {
  for (const domain of [SHOP, NEWS]) {
    await tables.write({
      sites: [siteRow(domain)],
      stored: [storedRow(domain, inLocalStorage('id'))],
      pages: [pageRow(`${domain}/page`, domain, 1)],
      events: [lineRow(`${domain}/line`, domain, 1), lineRow(`${domain}/time`, domain, 1, { rank: 0, type: 'time' })],
      days: [dayRow(domain, domain, '2026-03-15')],
      acts: [actRow(`${domain}/act`, domain, 1)],
      taken: [takenRow(`${domain}/taken`, domain, 1)],
      controls: [{ key: domain, domain, sums: noSums(1), lately: [], lastReset: null }],
    });
  }
  return tables;
}

/** What the ledger's tables keep to, on disk and in memory. `open` gives empty ones. */
export function keepsToTheTablesContract(open: () => Promise<Tables>): void {
  describe('rows', () => {
    it('are found by key, several at once in the order asked for, with gaps where there are none', async () => {
      const tables = await open();
      await tables.write({ pages: [pageRow('one', SHOP, 1), pageRow('two', SHOP, 2)] });
      expect(await tables.get('pages', 'one')).toEqual(pageRow('one', SHOP, 1));
      expect(await tables.get('pages', 'three')).toBeUndefined();
      expect((await tables.getMany('pages', ['two', 'three', 'one', 'two'])).map((row) => row?.key)).toEqual([
        'two',
        undefined,
        'one',
        'two',
      ]);
    });

    it('are replaced by later ones of the same key', async () => {
      const tables = await open();
      await tables.write({ sites: [siteRow(SHOP, 1)] });
      await tables.write({ sites: [siteRow(SHOP, 2)] });
      expect((await tables.all('sites')).map((row) => row.visits)).toEqual([2]);
    });

    it('belong to one site each', async () => {
      const tables = await open();
      const [theme, shared] = [inLocalStorage('theme'), inLocalStorage('id')];
      await tables.write({
        sites: [siteRow(SHOP), siteRow(NEWS)],
        stored: [storedRow(SHOP, theme), storedRow(SHOP, shared), storedRow(NEWS, shared)],
        events: [lineRow('e1', SHOP, 1), lineRow('e2', SHOP, 2, { rank: 0, type: 'time' }), lineRow('e3', NEWS, 3)],
      });
      expect(keys(await tables.ofDomain('sites', SHOP))).toEqual([SHOP]);
      expect(keys(await tables.ofDomain('events', SHOP)).toSorted()).toEqual(['e1', 'e2']);
      expect((await tables.ofDomain('stored', NEWS)).map((row) => row.identifier)).toEqual([shared]);
      expect((await tables.ofIdentifier(identifierKey(shared))).map((row) => row.domain).toSorted()).toEqual([
        NEWS,
        SHOP,
      ]);
    });

    it('of one number are found on every site', async () => {
      const tables = await open();
      const { told } = story().setCookie(uid(), { from: 'https://metrics.example/p' }).visits('https://shop.example/');
      const [row] = await (await told()).tables.all('numbers');
      if (row === undefined) throw new Error('There is a number');
      await tables.write({
        numbers: [row, { ...row, key: 'news.example#1', domain: NEWS }, { ...row, key: 'other', number: 'another' }],
      });
      expect((await tables.ofNumber(row.number)).map(({ domain }) => domain).toSorted()).toEqual([NEWS, SHOP]);
      expect(await tables.ofNumber('')).toEqual([]);
    });

    it('may have keys of any characters', async () => {
      const tables = await open();
      const odd = ['/', 'a/b', '["cookie","0",[],"shop.example",true,"/","\u0000😀"]', '__proto__', ''];
      await tables.write({ pages: odd.map((key) => pageRow(key, SHOP, 1)) });
      for (const key of odd) expect((await tables.get('pages', key))?.key).toBe(key);
    });
  });

  describe('lines', () => {
    it('come newest first, shown ones only, of one site', async () => {
      const tables = await open();
      await tables.write({
        events: [
          lineRow('b', SHOP, 20),
          lineRow('a', SHOP, 10),
          lineRow('hidden', SHOP, 25, { rank: 0, type: 'time' }),
          lineRow('c', SHOP, 30),
          lineRow('elsewhere', NEWS, 40),
        ],
      });
      const lines = await tables.lines({ domain: SHOP, before: Infinity, limit: 10 });
      expect(keys(lines)).toEqual(['c', 'b', 'a']);
    });

    it('of one moment come in the same order everywhere: a page’s search above the page', async () => {
      const tables = await open();
      await tables.write({
        events: [
          lineRow('page', SHOP, 10),
          lineRow('page/search', SHOP, 10, { type: 'search' }),
          lineRow('x', SHOP, 9),
        ],
      });
      expect(keys(await tables.lines({ domain: SHOP, before: Infinity, limit: 10 }))).toEqual([
        'page/search',
        'page',
        'x',
      ]);
    });

    it('come a page at a time, each line once', async () => {
      const tables = await open();
      await tables.write({ events: Array.from({ length: 25 }, (_, at) => lineRow(`line ${at}`, SHOP, at)) });
      const shown: number[] = [];
      let before = Infinity;
      for (;;) {
        const lines = await tables.lines({ domain: SHOP, before, limit: 10 });
        if (lines.length === 0) break;
        shown.push(...lines.map((line) => line.at));
        before = lines.at(-1)?.at ?? 0;
      }
      expect(shown).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
    });

    it('of one type can be asked for alone', async () => {
      const tables = await open();
      await tables.write({
        events: [
          lineRow('visit', SHOP, 1),
          lineRow('early', SHOP, 2, { type: 'search' }),
          lineRow('late', SHOP, 3, { type: 'search' }),
          lineRow('other', NEWS, 3, { type: 'search' }),
        ],
      });
      expect(keys(await tables.lines({ domain: SHOP, type: 'search', before: 3, limit: 5 }))).toEqual(['early']);
      expect(keys(await tables.lines({ domain: SHOP, type: 'search', before: 4, limit: 1 }))).toEqual(['late']);
    });

    it('can be asked for from a moment on, that moment’s among them', async () => {
      const tables = await open();
      const [a, b, c] = [lineRow('a', SHOP, 1), lineRow('b', SHOP, 2), lineRow('c', SHOP, 3, { type: 'search' })];
      await tables.write({ events: [a, b, c] });
      expect(keys(await tables.lines({ domain: SHOP, since: 2, before: Infinity, limit: 5 }))).toEqual(['c', 'b']);
      expect(keys(await tables.lines({ domain: SHOP, since: 2, before: 3, limit: 5 }))).toEqual(['b']);
      const searches = { domain: SHOP, type: 'search', before: Infinity, limit: 5 } as const;
      expect(keys(await tables.lines({ ...searches, since: 3 }))).toEqual(['c']);
      expect(await tables.lines({ ...searches, since: 4 })).toEqual([]);
    });
  });

  describe('acts', () => {
    it('come newest first, of one site or of all; of one moment the greater key first', async () => {
      const tables = await open();
      await tables.write({
        acts: [actRow('b', SHOP, 20), actRow('a', SHOP, 10), actRow('c', SHOP, 20), actRow('n', NEWS, 15)],
      });
      const of = { before: Infinity, limit: 10 };
      expect(keys(await tables.acts({ ...of, domain: SHOP }))).toEqual(['c', 'b', 'a']);
      expect(keys(await tables.acts({ ...of, domain: null }))).toEqual(['c', 'b', 'n', 'a']);
    });

    it('come as many as asked for, from before a moment', async () => {
      const tables = await open();
      const shop = Array.from({ length: 9 }, (_, at) => actRow(`act ${at}`, SHOP, at));
      await tables.write({ acts: [...shop, actRow('n', NEWS, 5)] });
      const ats = async (domain: typeof SHOP | null, limit: number) =>
        (await tables.acts({ domain, before: 6, limit })).map((row) => row.at);
      expect(await ats(SHOP, 3)).toEqual([5, 4, 3]);
      expect(await ats(null, 3)).toEqual([5, 5, 4]);
      expect(await ats(SHOP, 99)).toHaveLength(6);
    });
  });

  it('gives a table slice by slice in order of keys, until nothing is left', async () => {
    const tables = await open();
    const written = ['b', 'a', 'ä', 'Z', '😀', '~', 'a/1', '10', '9'];
    await tables.write({ pages: written.map((key) => pageRow(key, SHOP, 1)) });
    const read: string[] = [];
    for (;;) {
      const rows = await tables.slice('pages', read.at(-1) ?? null, 2);
      if (rows.length === 0) break;
      expect(rows.length).toBeLessThanOrEqual(2);
      read.push(...keys(rows));
    }
    expect(read).toEqual(written.toSorted());
  });

  it('trims a site’s oldest events, shown or not, down to as many as are kept, and no other site’s', async () => {
    const tables = await open();
    const shop = Array.from({ length: 30 }, (_, at) =>
      lineRow(`s${at}`, SHOP, at, at % 3 === 0 ? { rank: 0, type: 'time' } : {}),
    );
    await tables.write({ events: [...shop, lineRow('n', NEWS, 0)] });
    expect(await tables.trim(SHOP, 10)).toEqual({ removed: 20, left: 10 });
    const left = (await tables.ofDomain('events', SHOP)).map((row) => row.at).toSorted((a, b) => a - b);
    expect(left).toEqual(Array.from({ length: 10 }, (_, index) => 20 + index));
    expect(keys(await tables.ofDomain('events', NEWS))).toEqual(['n']);
    expect(await tables.trim(SHOP, 10)).toEqual({ removed: 0, left: 10 });
  });

  it('writes and removes in one go', async () => {
    const tables = await open();
    await tables.write({ pages: ['a', 'b'].map((key) => pageRow(key, SHOP, 1)), sites: [siteRow(SHOP)] });
    await tables.write({ pages: [pageRow('c', SHOP, 1)] }, { pages: ['a'], sites: [SHOP] });
    expect(keys(await tables.all('pages')).toSorted((a, b) => a.localeCompare(b))).toEqual(['b', 'c']);
    expect(await tables.all('sites')).toEqual([]);
  });

  it('removes rows by key', async () => {
    const tables = await open();
    await tables.write({ pages: ['a', 'b', 'c'].map((key) => pageRow(key, SHOP, 1)) });
    await tables.removeKeys('pages', ['a', 'c', 'never']);
    expect(keys(await tables.all('pages'))).toEqual(['b']);
  });

  it('prunes events, pages and visits by time, and sums by date', async () => {
    const tables = await open();
    await tables.write({
      visits: [visitRow('old', SHOP, 99), visitRow('kept', SHOP, 100)],
      sites: [siteRow(SHOP)],
      events: [lineRow('old', SHOP, 99), lineRow('kept', SHOP, 100)],
      pages: [pageRow('old', SHOP, 99), pageRow('kept', SHOP, 100)],
      days: [dayRow(SHOP, SHOP, '2026-03-14'), dayRow(SHOP, SHOP, '2026-03-15')],
      months: [monthRow('2026-02'), monthRow('2026-03')],
    });
    await tables.prune({ events: 100, taken: 0, date: '2026-03-15' });
    expect(keys(await tables.all('events'))).toEqual(['kept']);
    expect(keys(await tables.all('pages'))).toEqual(['kept']);
    expect(keys(await tables.all('visits'))).toEqual(['kept']);
    expect((await tables.all('days')).map((row) => row.date)).toEqual(['2026-03-15']);
    expect((await tables.all('months')).map((row) => row.month)).toEqual(['2026-03']);
    expect(await tables.all('sites')).toHaveLength(1);
  });

  it('prunes acts as it does events, and what was taken by a time of its own', async () => {
    const tables = await open();
    await tables.write({
      acts: [actRow('old', SHOP, 99), actRow('kept', SHOP, 100)],
      taken: [takenRow('older', SHOP, 49), takenRow('kept', SHOP, 50)],
      controls: [{ key: SHOP, domain: SHOP, sums: noSums(1), lately: [], lastReset: 2 }],
    });
    await tables.prune({ events: 100, taken: 50, date: '2026-03-15' });
    expect(keys(await tables.all('acts'))).toEqual(['kept']);
    expect(keys(await tables.all('taken'))).toEqual(['kept']);
    expect(await tables.all('controls')).toHaveLength(1);
  });

  describe('wiping', () => {
    it('removes every row of one site and none of another', async () => {
      const tables = await fill(await open());
      const before = await tables.ofDomain('events', NEWS);
      await tables.wipe(SHOP);
      for (const table of TABLES) expect(await tables.ofDomain(table, SHOP)).toEqual([]);
      expect(await tables.lines({ domain: SHOP, before: Infinity, limit: 5 })).toEqual([]);
      expect(await tables.ofDomain('events', NEWS)).toEqual(before);
      expect(await tables.get('sites', NEWS)).toBeDefined();
    });

    it('of everything leaves no row', async () => {
      const tables = await fill(await open());
      await tables.wipe(null);
      for (const table of TABLES) expect(await tables.all(table)).toEqual([]);
    });
  });
}
