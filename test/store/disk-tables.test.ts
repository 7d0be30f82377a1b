import { describe, expect, it } from 'vitest';
import { diskTables } from '#store/disk-tables.ts';
import { openDatabase } from '#store/schema.ts';
import { emptyDisk } from './on-disk.ts';
import { SHOP, lineRow, pageRow, siteRow } from './row-of.ts';
import { keepsToTheTablesContract } from './tables.contract.ts';

describe('tables on disk', () => {
  keepsToTheTablesContract(async () => diskTables(openDatabase(emptyDisk())));

  it('are there when the database is opened again', async () => {
    const disk = emptyDisk();
    const first = openDatabase(disk);
    await diskTables(first).write({ pages: [pageRow('one', SHOP, 1)] });
    first.close();
    expect(await diskTables(openDatabase(disk)).get('pages', 'one')).toEqual(pageRow('one', SHOP, 1));
  });

  it('write all of a batch or nothing: one row the disk refuses, and no other is there', async () => {
    const tables = diskTables(openDatabase(emptyDisk()));
    const unstorable = { ...lineRow('bad', SHOP, 2), line: (() => undefined) as never };
    const batch = {
      sites: [siteRow(SHOP)],
      pages: [pageRow('p', SHOP, 1)],
      events: [lineRow('e', SHOP, 1), unstorable],
    };
    await expect(tables.write(batch)).rejects.toThrow(/clone/iu);
    expect(await tables.all('sites')).toEqual([]);
    expect(await tables.all('pages')).toEqual([]);
    expect(await tables.all('events')).toEqual([]);
    await tables.write({ sites: [siteRow(SHOP)] });
    expect(await tables.all('sites')).toHaveLength(1);
  });
});
