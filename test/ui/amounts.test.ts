import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ago, bytes, day, duration, durationExactly, durationIso, monthName, noonOf, shortDay } from '#ui/amounts.ts';
import { speakEnglish } from './english.ts';

const NOW = new Date(2026, 10, 22, 14, 3).getTime();
beforeAll(speakEnglish);

describe('amounts', () => {
  test.each([
    [0, '0 s'],
    [14_400, '14 s'],
    [59_700, '1 min'],
    [130_000, '2 min 10 s'],
    [3_599_000, '59 min 59 s'],
    [3_600_000, '1 h 0 min'],
    [4_320_000, '1 h 12 min'],
  ])('%i ms of visible time is %s', (milliseconds, says) => {
    expect(duration(milliseconds)).toBe(says);
  });

  test('a long time is exact for who asks and for machines', () => {
    expect(durationExactly(4_325_000)).toBe('1 h 12 min 5 s');
    expect(durationIso(4_325_400)).toBe('PT4325S');
  });

  test('below an hour what is said is within half a second of what was measured', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_000 }), (milliseconds) => {
        const [, minutes = '0', seconds = '0'] = /^(?:(\d+) min ?)?(?:(\d+) s)?$/u.exec(duration(milliseconds)) ?? [];
        expect(Math.abs((Number(minutes) * 60 + Number(seconds)) * 1000 - milliseconds)).toBeLessThanOrEqual(500);
      }),
    );
  });

  test('dates are written as people say them: the year only where it is another one', () => {
    expect(day(NOW - 60_000, NOW)).toBe('today, 14:02');
    expect(day(new Date(2026, 2, 3).getTime(), NOW)).toBe('3 March');
    expect(day(new Date(2025, 2, 3).getTime(), NOW)).toBe('3 March 2025');
    expect(shortDay(new Date(2026, 2, 3).getTime(), NOW)).toBe('3 Mar');
    expect(monthName('2026-11', NOW)).toBe('November');
    expect(monthName('2025-11', NOW)).toBe('November 2025');
  });

  test('noon of a date is on that date in whatever time zone the person is', () => {
    expect(new Date(noonOf('2026-03-29')).getDate()).toBe(29);
    expect(new Date(noonOf('2026-10-25')).getHours()).toBe(12);
  });

  test('other amounts carry their units', () => {
    expect(ago(NOW - 20_000, NOW)).toBe('20 seconds ago');
    expect(bytes(38_400_000)).toBe('38 MB');
    expect(bytes(640)).toBe('640 byte');
  });
});
