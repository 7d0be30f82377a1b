import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { worthFollowing } from '#follow/worth.ts';

it.each([
  '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44',
  '1423778943.1795341600',
  'fb.1.1795341600123.1423778943',
  '5d1f0c7e9a3b4c288e6f2b7d90a1c4e3',
  '4f3c2b1a',
  'AB12CD34',
  '990142377',
  'kX9qLvTwZ',
  '20260801104411223344',
])('%s can be followed', (value) => {
  expect(worthFollowing(value)).toBe(true);
});

it.each([
  '',
  '4f3c2b1',
  '12345678',
  '2026-08-01',
  '20260801',
  '2026-08-01T10:00:00Z',
  '2026-08-01T10:00:00.123+02:00',
  '20260801100000',
  '2026-08-01 10',
  '01.08.2026',
  '1700000000',
  '1700000000123',
  '10.15.7.123',
  'v1.22.333',
  '192.168.100.200',
  'zh-Hant-TW',
  '1920x1080',
  '1920x1080x24',
  'accepted',
  'Accepted',
  'not_now_thanks',
  'ACCEPTED',
  '00000000',
  'abababab',
])('%s cannot', (value) => {
  expect(worthFollowing(value)).toBe(false);
});

it('every number of the visitor that Google Analytics makes can be followed, whatever it begins like', () => {
  const part = fc.integer({ min: 100_000_000, max: 2_147_483_647 });
  const begun = fc.constantFrom('1234051219', '2012051219', '2026112807').map(Number);
  const numbers = fc.tuple(fc.oneof(part, begun), part).map((parts) => parts.join('.'));
  const made = numbers.filter((number) => new Set(number).size >= 4);
  fc.assert(
    fc.property(made, (number) => {
      expect(worthFollowing(number)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('what stands in the page’s own address is no secret of what is stored', () => {
  expect(worthFollowing('4f3c2b1a', 'https://shop.example/item/4f3c2b1a')).toBe(false);
});
