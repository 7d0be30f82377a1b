import { expect, it } from 'vitest';
import type { Domain } from '#core/site.ts';
import { openLedger } from '#store/ledger.ts';
import { memoryTables } from '#store/memory-tables.ts';
import { siteReport } from '#store/report/site.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';
import { eventsOf, NUMBER } from './life.ts';

const END = Date.parse('2026-11-22T10:00:00Z');
const domain = 'shop.example' as Domain;

it.each([100, 301, 302, 303, 304, 305, 306])(
  'a life of %i lines gives as many to the record, under one number',
  async (lines) => {
    const ledger = openLedger(await memoryTables(fakeStorage()), { offset: () => 0 });
    await ledger.append([...eventsOf({ domain, store: '0', lines, end: END })]);
    expect(await ledger.tables.all('events')).toHaveLength(lines);
    const report = await siteReport(ledger, { domain, now: END, private: false });
    expect(report.numbers[0]?.number).toBe(NUMBER);
    expect(report.numbers[0]?.total.visits).toBeGreaterThan(10);
    expect(report.numbers[0]?.total.searches).toBeGreaterThan(3);
    expect(report.numbers).toHaveLength(3);
    expect(report.numbers.flatMap(({ recipients }) => recipients).length).toBeGreaterThanOrEqual(3);
  },
);

it('no two events of a life share an id, and they come in order of their sites’ pages', () => {
  const ids = [...eventsOf({ domain, store: '0', lines: 500, end: END })].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
