import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, datesUntil, daysOfMonth, monthOf } from '#core/calendar.ts';

const UTC = { offset: () => 0 };

describe('the calendar of a person', () => {
  it('dates a moment by where the person is', () => {
    const at = Date.parse('2026-11-30T22:30:00Z');
    expect(dateOf(at, UTC)).toBe('2026-11-30');
    expect(dateOf(at, { offset: () => 120 })).toBe('2026-12-01');
    expect(monthOf(at, { offset: () => 120 })).toBe('2026-12');
    expect(dateOf(Date.parse('2026-12-01T01:00:00Z'), { offset: () => -480 })).toBe('2026-11-30');
  });

  it('asks for the offset at that very moment: summer time ends within a day', () => {
    const turn = Date.parse('2026-10-25T01:00:00Z');
    const berlin = { offset: (at: number) => (at < turn ? 120 : 60) };
    expect(dateOf(Date.parse('2026-10-24T22:30:00Z'), berlin)).toBe('2026-10-25');
    expect(dateOf(Date.parse('2026-10-25T22:30:00Z'), berlin)).toBe('2026-10-25');
    expect(dateOf(Date.parse('2026-10-25T23:30:00Z'), berlin)).toBe('2026-10-26');
  });

  it('knows how long months are', () => {
    expect(daysOfMonth('2026-11')).toHaveLength(30);
    expect(daysOfMonth('2027-02').at(-1)).toBe('2027-02-28');
    expect(daysOfMonth('2028-02').at(-1)).toBe('2028-02-29');
    expect(daysOfMonth('2026-12').slice(0, 2)).toEqual(['2026-12-01', '2026-12-02']);
  });

  it('counts back over months, years and leap days', () => {
    expect(datesUntil('2027-01-02', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(datesUntil('2028-03-01', 2)).toEqual(['2028-02-29', '2028-03-01']);
    expect(datesUntil('2026-11-22', 0)).toEqual([]);
  });

  it('has every date once, in order, and every date in its month', () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (date, length) => {
        const dates = datesUntil(date, length);
        expect(new Set(dates).size).toBe(length);
        expect(dates).toEqual(dates.toSorted((a, b) => a.localeCompare(b)));
        expect(dates.at(-1)).toBe(date);
        expect(daysOfMonth(date.slice(0, 7))).toContain(date);
      }),
    );
  });
});
