import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGpcSupport } from '#consent/gpc-support.ts';

const UNREADABLE = { is: 'unreadable' };

describe('what a site states of Global Privacy Control', () => {
  it.each([
    ['{"gpc": true, "lastUpdate": "2026-03-01"}', true, '2026-03-01'],
    ['{"gpc": false, "lastUpdate": "2021-05-27T10:00:00Z", "version": 1}', false, '2021-05-27'],
    ['{"gpc": true}', true, null],
    ['\u{FEFF}{"gpc": true}', true, null],
    ['{"gpc": true, "lastUpdate": "yesterday"}', true, null],
    ['{"gpc": true, "lastUpdate": "2026-02-30"}', true, null],
    ['{"gpc": true, "lastUpdate": "2026-3-1"}', true, null],
    ['{"gpc": true, "lastUpdate": "2026-03-01x"}', true, null],
    ['{"gpc": true, "lastUpdate": 20260301}', true, null],
  ])('%s', (text, gpc, lastUpdate) => {
    expect(readGpcSupport(text)).toEqual({ is: 'stated', gpc, lastUpdate });
  });

  it.each([
    '',
    '<!doctype html>',
    'true',
    'null',
    '[]',
    '{}',
    '{"gpc": "true"}',
    '{"gpc": 1}',
    '{"GPC": true}',
    '{"gpc"',
  ])('is nothing in %s', (text) => {
    expect(readGpcSupport(text)).toEqual(UNREADABLE);
  });

  it('of any JSON is stated where `gpc` is true or false, and its day is a day', () => {
    const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((at) => at.toISOString());
    const fields = fc.record({
      gpc: fc.oneof(fc.boolean(), fc.jsonValue()),
      lastUpdate: fc.oneof(date, fc.jsonValue()),
    });
    fc.assert(
      fc.property(fields, (of) => {
        const read = readGpcSupport(JSON.stringify(of));
        expect(read.is).toBe(typeof of.gpc === 'boolean' ? 'stated' : 'unreadable');
        const day = read.is === 'stated' ? read.lastUpdate : null;
        expect(day === null || new Date(day).toISOString().startsWith(day)).toBe(true);
      }),
    );
  });
});
