import { expect, it } from 'vitest';
import { createVisitorLog, recordOf, recordOrder, recordPage, recordStay, type VisitorRecord } from './visitor-log.ts';

const NOON = new Date(2026, 10, 22, 12).getTime();
const MINUTE = 60_000;

function visitor(): VisitorRecord {
  return recordOf(createVisitorLog('shop.example', 'hvid'), '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44', NOON);
}

it('counts pages half an hour apart as one visit, and a minute more as two', () => {
  const record = visitor();
  recordPage(record, '/', NOON);
  recordPage(record, '/hi-fi', NOON + 30 * MINUTE);
  expect(record.months['2026-11']?.visits).toBe(1);
  recordPage(record, '/hi-fi', NOON + 61 * MINUTE);
  expect(record.months['2026-11']).toMatchObject({ visits: 2, pages: 3, sections: { Home: 1, 'Hi-fi': 2 } });
});

it('counts a visit over midnight in the month it starts, and its pages where they happen', () => {
  const record = visitor();
  const lastMinute = new Date(2026, 10, 30, 23, 59).getTime();
  recordPage(record, '/', lastMinute);
  recordPage(record, '/', lastMinute + 2 * MINUTE);
  expect(record.months['2026-11']).toMatchObject({ visits: 1, pages: 1 });
  expect(record.months['2026-12']).toMatchObject({ visits: 0, pages: 1 });
});

it('adds every report of a stay to its section and to the latest page of that path', () => {
  const record = visitor();
  recordPage(record, '/support', NOON);
  recordPage(record, '/support', NOON);
  recordStay(record, { path: '/support', milliseconds: 700 }, NOON);
  recordStay(record, { path: '/support', milliseconds: 300 }, NOON);
  expect(record.months['2026-11']).toMatchObject({ milliseconds: 1000, sectionMilliseconds: { Support: 1000 } });
  expect(record.pages.map(({ milliseconds }) => milliseconds)).toEqual([0, 1000]);
});

it('keeps orders by reference', () => {
  const record = visitor();
  recordOrder(record, 'H-1042', NOON);
  expect(record.orders).toEqual([{ reference: 'H-1042', at: NOON }]);
  expect(record.months['2026-11']?.orders).toBe(1);
});

it('finds the record of a number again', () => {
  const log = createVisitorLog('shop.example', 'hvid');
  expect(recordOf(log, 'a', NOON)).toBe(recordOf(log, 'a', NOON + MINUTE));
  expect(log.visitors).toHaveLength(1);
});
