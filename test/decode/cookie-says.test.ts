import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookieSays } from '#decode/cookie-says.ts';

const FIRST = Date.UTC(2026, 2, 3, 9);
const BEFORE = Date.UTC(2026, 10, 20, 18);
const LAST = Date.UTC(2026, 10, 27, 12);
const [first, before, last] = [FIRST, BEFORE, LAST].map((at) => at / 1000);
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

describe('a cookie says itself', () => {
  it.each([
    ['_ga', `GA1.1.1423778943.${first}`, { firstVisit: FIRST }],
    ['_ga_ABC123', `GS1.1.${before}.12.1.${last}.60.0.0`, { visits: 12, lastVisit: LAST }],
    ['_ga_ABC123', `GS2.1.s${before}$o12$g1$t${last}$j60$l0$h0`, { visits: 12, lastVisit: LAST }],
    ['_gcl_au', `1.1.1234567890.${first}`, { firstVisit: FIRST }],
    [
      '__utma',
      `1.2.${first}.${before}.${last}.12`,
      { firstVisit: FIRST, previousVisit: BEFORE, lastVisit: LAST, visits: 12 },
    ],
    ['_fbp', `fb.1.${FIRST}.1234567890`, { firstVisit: FIRST }],
    [
      '__hstc',
      `77.ab12.${FIRST}.${BEFORE}.${LAST}.12`,
      { firstVisit: FIRST, previousVisit: BEFORE, lastVisit: LAST, visits: 12 },
    ],
    ['_pk_id.1.1fff', `0123456789abcdef.${first}.`, { firstVisit: FIRST }],
    [
      '_pk_id.1.1fff',
      `0123456789abcdef.${first}.12.${last}.${before}.`,
      { firstVisit: FIRST, previousVisit: BEFORE, lastVisit: LAST, visits: 12 },
    ],
    [
      '_sp_id.2dc3',
      `0e8f2b7d-90a1.${first}.12.${last}.${before}.77`,
      { firstVisit: FIRST, previousVisit: BEFORE, lastVisit: LAST, visits: 12 },
    ],
    ['_rdt_uuid', `${FIRST}.0e8f2b7d-90a1-4c4e-b30c-95d7e418b24a`, { firstVisit: FIRST }],
    ['__qca', `P0-123456789-${FIRST}`, { firstVisit: FIRST }],
    ['_ym_d', String(first), { firstVisit: FIRST }],
    ['_hjSessionUser_7', base64({ id: 'x', created: FIRST, existing: true }), { firstVisit: FIRST }],
    [
      '_parsely_visitor',
      encodeURIComponent(JSON.stringify({ id: 'pid=1', session_count: 12, last_session_ts: LAST })),
      { visits: 12, lastVisit: LAST },
    ],
    ['_vis_opt_s', '3|', { visits: 3 }],
    ['utag_main', `v_id:01$_sn:12$_se:1`, { visits: 12 }],
  ])('%s %s', (name, value, said) => expect(cookieSays(name, value)).toEqual(said));

  it.each([
    ['_ga', 'GA1.1.1423778943.17'],
    ['_ga_ABC123', 'GS3.1.1.1'],
    ['_fbp', 'fb.1.9999999999999999.1'],
    ['__hstc', 'a.b.c.d.e.f'],
    ['_hjSessionUser_7', 'nothing'],
    ['session', `1.2.${first}.${before}.${last}.12`],
  ])('nothing in %s %s', (name, value) => expect(cookieSays(name, value)).toBeNull());

  it('nothing that throws, whatever it holds', () => {
    const names = fc.constantFrom(
      '_ga',
      '_ga_A1',
      '__hstc',
      '_pk_id.1',
      '_hjSessionUser_1',
      'utag_main',
      '_dd_s',
      'AMP_0123456789',
    );
    fc.assert(
      fc.property(names, fc.oneof(fc.string(), fc.json()), (name, value) => {
        expect(() => cookieSays(name, value)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
