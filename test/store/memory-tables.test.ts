import { describe, expect, it } from 'vitest';
import { memoryTables } from '#store/memory-tables.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { SHOP, lineRow, pageRow, siteRow } from './row-of.ts';
import { keepsToTheTablesContract } from './tables.contract.ts';

describe('tables in memory, for private windows', () => {
  keepsToTheTablesContract(async () => await memoryTables(fakeStorage()));

  it('outlive the background: the same session storage gives the same rows', async () => {
    const session = fakeStorage();
    const before = await memoryTables(session);
    await before.write({
      sites: [siteRow(SHOP, 3)],
      pages: [pageRow('a/b', SHOP, 1)],
      events: [lineRow('e', SHOP, 1)],
    });
    await before.removeKeys('events', ['e']);
    const after = await memoryTables(session);
    expect(await after.get('sites', SHOP)).toEqual(siteRow(SHOP, 3));
    expect(await after.get('pages', 'a/b')).toEqual(pageRow('a/b', SHOP, 1));
    expect(await after.all('events')).toEqual([]);
  });

  it('leave what else is in session storage alone, and do not take it for rows', async () => {
    const session = fakeStorage();
    await session.set({ 'cross-site-cookies/0': true, 'private/unheard-of/x': { key: 'x' } });
    const tables = await memoryTables(session);
    await tables.write({ sites: [siteRow(SHOP)] });
    await tables.wipe(null);
    expect(await session.get('cross-site-cookies/0')).toBe(true);
    expect([...session.held.keys()].filter((key) => key.includes(SHOP))).toEqual([]);
  });

  it('leave nothing in session storage after a wipe', async () => {
    const session = fakeStorage();
    const tables = await memoryTables(session);
    await tables.write({ sites: [siteRow(SHOP)], events: [lineRow('e', SHOP, 1)] });
    expect(session.held.size).toBe(2);
    await tables.wipe(SHOP);
    expect(session.held.size).toBe(0);
  });

  it('write all of a batch or nothing: what session storage refuses is not in memory either', async () => {
    const session = fakeStorage();
    const full = { ...session, set: async () => await Promise.reject(new Error('QUOTA_BYTES quota exceeded')) };
    const tables = await memoryTables(full);
    await expect(tables.write({ sites: [siteRow(SHOP)], events: [lineRow('e', SHOP, 1)] })).rejects.toThrow('quota');
    expect(await tables.all('sites')).toEqual([]);
    expect(await tables.all('events')).toEqual([]);
  });
});
