import { describe, expect, it } from 'vitest';
import { diskTables } from '#store/disk-tables.ts';
import { openLedger } from '#store/ledger.ts';
import { siteReport } from '#store/report/site.ts';
import { TABLES, type TableName } from '#store/rows.ts';
import { VERSIONS, openDatabase } from '#store/schema.ts';
import { story } from '../support/fakes/story.ts';
import { HVID, hvid } from './names.ts';
import { emptyDisk } from './on-disk.ts';
import { first } from './reading.ts';
import { SHOP, pageRow } from './row-of.ts';

const [FIRST] = VERSIONS;
const TODAY = VERSIONS.at(-1);

describe('the schema', () => {
  it('has versions that only ever grow', () => {
    const versions = VERSIONS.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
    expect(FIRST?.version).toBe(1);
  });

  it('names every table in its last version', () => {
    expect(Object.keys(TODAY?.schema ?? {}).toSorted()).toEqual([...TABLES].toSorted());
  });

  it.each(VERSIONS.map((version, index) => [version.version, VERSIONS.slice(0, index + 1)] as const))(
    'of version %i opens with today’s code, and its record is still there',
    async (_version, versions) => {
      const today = diskTables(openDatabase(emptyDisk()));
      await story({ tables: today }).visits('https://shop.example/').setCookie(hvid()).stays(5).told();
      const disk = emptyDisk();
      const old = openDatabase(disk, versions);
      for (const { name } of old.tables) await old.table(name).bulkPut([...(await today.all(name as TableName))]);
      old.close();
      const ledger = openLedger(diskTables(openDatabase(disk)), { offset: () => 0 });
      const report = await siteReport(ledger, { domain: SHOP, now: Date.parse('2026-11-22'), private: false });
      expect(first(report)).toMatchObject({ number: HVID, total: { pages: 1, milliseconds: 5000 } });
    },
  );

  it('of a later version, with a table and an index more, takes up the rows of the one before', async () => {
    const disk = emptyDisk();
    const old = openDatabase(disk);
    await diskTables(old).write({ pages: [pageRow('one', SHOP, 5)] });
    old.close();
    if (TODAY === undefined) throw new Error('no version');
    const later = {
      version: TODAY.version + 1,
      schema: { ...TODAY.schema, pages: `${TODAY.schema.pages}, tab`, more: 'key' },
    };
    const opened = openDatabase(disk, [...VERSIONS, later]);
    expect(await opened.table('pages').where('tab').equals(1).primaryKeys()).toEqual(['one']);
    await opened.table('more').put({ key: 'x' });
    expect(await diskTables(opened).get('pages', 'one')).toEqual(pageRow('one', SHOP, 5));
    expect(opened.verno).toBe(TODAY.version + 1);
  });
});
