import { describe, expect, it } from 'vitest';
import { recordOf } from '#consent/record.ts';
import type { Receipt } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { latestReceipts, receiptsFile, receiptsOf } from '#store/report/receipts.ts';
import type { Tables } from '#store/tables.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

const SHOP = 'shop.example' as Domain;

function receipt(id: string, at: number): Receipt {
  return {
    id,
    at,
    store: '0',
    by: 'known-as',
    wanted: { is: 'refuse' },
    cmp: 'Klaro',
    clicks: 1,
    cosmetic: false,
    before: [],
    after: [],
    outcome: { is: 'refused', unclear: [], takenBack: [] },
  };
}

async function holding(count: number): Promise<Tables> {
  const tables = await memoryTables(fakeStorage());
  const rows = Array.from({ length: count }, (_, at) => {
    const domain = at % 2 === 0 ? SHOP : (`news${at}.example` as Domain);
    const key = `r${String(at).padStart(3, '0')}`;
    return { key, domain, at, receipt: receipt(key, at) };
  });
  await tables.write({ receipts: rows });
  return tables;
}

async function fileOf(tables: Tables, domain: Domain | null): Promise<{ ids: readonly string[]; parts: number }> {
  const texts: string[] = [];
  let after: string | null = null;
  do {
    const { text, next } = await receiptsFile(tables, { domain, after, savedAt: 1 });
    texts.push(text);
    after = next;
  } while (after !== null);
  const read = JSON.parse(texts.join('')) as { readonly receipts: readonly { readonly receipt: Receipt }[] };
  return { ids: read.receipts.map(({ receipt: { id } }) => id), parts: texts.length };
}

describe('the receipts of banners', () => {
  it('of a site are told newest first, each with what it is measured by', async () => {
    const of = await receiptsOf(await holding(5), SHOP);
    expect(of.map(({ domain, receipt: { id } }) => [domain, id])).toEqual([
      [SHOP, 'r004'],
      [SHOP, 'r002'],
      [SHOP, 'r000'],
    ]);
    expect(of[0]?.measuredBy.map(({ part }) => part)).toContain('Art. 4(11)');
  });

  it.each([
    [0, 1],
    [49, 1],
    [50, 2],
    [51, 2],
    [120, 3],
  ])('of all sites are one file: %i of them in parts', async (count, parts) => {
    const file = await fileOf(await holding(count), null);
    expect(file.ids).toHaveLength(count);
    expect(new Set(file.ids).size).toBe(count);
    expect(file.parts).toBe(parts);
  });

  it('of all sites are told newest first, as many as a page holds, and how many more there are', async () => {
    const few = await latestReceipts(await holding(60));
    expect(few.receipts.map(({ receipt: { at } }) => at)).toEqual(Array.from({ length: 60 }, (_, at) => 59 - at));
    expect(few.left).toBe(0);
    const many = await latestReceipts(await holding(450));
    expect(many.receipts[0]?.receipt.at).toBe(449);
    expect(many.receipts.length).toBeLessThan(450);
    expect(many.left).toBe(450 - many.receipts.length);
  });

  it('that are long are fewer, and one at least', async () => {
    const tables = await holding(3);
    const text = { area: 'cookie', name: 'klaro', value: 'x'.repeat(5_000_000) } as const;
    const rows = await tables.ofDomain('receipts', SHOP);
    const after = [recordOf('klaro', [text, text], {})];
    await tables.write({ receipts: rows.map((row) => ({ ...row, receipt: { ...row.receipt, after } })) });
    expect(await latestReceipts(tables)).toMatchObject({ receipts: [{ receipt: { id: 'r002' } }], left: 2 });
  });

  it('of one site are a file of its own', async () => {
    expect((await fileOf(await holding(5), SHOP)).ids).toEqual(['r004', 'r002', 'r000']);
  });
});
