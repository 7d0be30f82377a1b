import { TCString } from '@iabtechlabtcf/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord, VendorsCounted } from '#core/consent.ts';
import { readTcString } from '#consent/tcf.ts';
import { base64url, bits, type Choice, coreBits, encode, VENDORS } from './iab.ts';

/** The string of the specification's section on passing it in an address. */
const EXAMPLE =
  'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw';

function read(value: string): ConsentRecord {
  return readTcString({ area: 'cookie', name: 'euconsent-v2', value });
}

function numbersOf(vendors: VendorsCounted | null): readonly number[] {
  return (vendors?.numbers ?? []).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

/** The numbers of one kind that are in one of some states. */
function of(
  record: ConsentRecord,
  kind: 'purpose' | 'special-feature' | 'custom-purpose',
  ...states: readonly string[]
): readonly number[] {
  return record.purposes.flatMap(({ tcf, is }) => (tcf?.kind === kind && states.includes(is) ? [tcf.number] : []));
}

describe('a TC string', () => {
  it('of the specification says what the IAB’s own decoder says', () => {
    const record = read(EXAMPLE);
    const model = TCString.decode(EXAMPLE);
    expect(record.problem).toBeNull();
    expect(of(record, 'purpose', 'granted')).toEqual([1, 2, 3]);
    expect(of(record, 'purpose', 'refused')).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(record.vendors.granted).toEqual({
      count: 3,
      numbers: [
        [2, 2],
        [6, 6],
        [8, 8],
      ],
    });
    expect(numbersOf(record.vendors.legitimateInterest)).toEqual([2, 6, 8]);
    expect(numbersOf(record.vendors.disclosed)).toEqual(
      [...model.vendorsDisclosed].flatMap(([id, is]) => (is ? id : [])),
    );
    expect(record).toMatchObject({
      cmp: { id: model.cmpId, version: '0' },
      at: model.created?.getTime(),
      updated: model.lastUpdated?.getTime(),
      jurisdictions: [],
      by: 'unknown',
    });
  });

  it('keeps the text byte for byte, and where it stood', () => {
    expect(read(` ${EXAMPLE}`).texts).toEqual([{ area: 'cookie', name: 'euconsent-v2', value: ` ${EXAMPLE}` }]);
  });

  it('of version 1 is said to be old', () => {
    expect(read('BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA')).toMatchObject({ problem: 'old-version', purposes: [] });
  });

  it('of a CMP whose number the IAB’s decoder refuses is read all the same', () => {
    const text = base64url(coreBits({ cmpId: 1 }) + bits(0, 17) + bits(0, 17) + bits(0, 12));
    expect(() => TCString.decode(text)).toThrow('cmpId');
    expect(read(text)).toMatchObject({ problem: null, cmp: { id: 1 } });
  });

  it('that is not made for this publisher’s purpose 1 leaves it unasked', () => {
    const text = base64url(`${coreBits().slice(0, 200)}1${coreBits().slice(201)}${bits(0, 17 + 17 + 12)}`);
    expect(TCString.decode(text).purposeOneTreatment).toBe(true);
    expect(of(read(text), 'purpose', 'not-asked')).toEqual([1]);
  });
});

describe('a text that is nearly a TC string', () => {
  const range = (first: number, last: number): string =>
    bits(65_535, 16) + '1' + bits(1, 12) + '1' + bits(first, 16) + bits(last, 16);

  it.each([
    ['with a range that runs backwards', coreBits() + range(9, 3) + bits(0, 17 + 12)],
    ['with a vendor that has no number', coreBits() + range(0, 3) + bits(0, 17 + 12)],
    ['with more after its end', `${coreBits()}${bits(0, 17 + 17 + 12)}1`],
    ['of a day that is to come', coreBits({ updated: Date.UTC(2150, 0) }) + bits(0, 17 + 17 + 12)],
    ['of before there were any', coreBits({ at: 0, updated: 1_700_000_000_000 }) + bits(0, 17 + 17 + 12)],
    [
      'with a restriction of no known kind',
      coreBits() + bits(0, 17 + 17) + bits(1, 12) + bits(2, 6) + '11' + bits(0, 12),
    ],
  ])('%s is unreadable', (_, all) => {
    expect(read(base64url(all))).toMatchObject({ problem: 'unreadable', purposes: [] });
  });

  it('with more filling than it needs is one', () => {
    expect(read(`${base64url(coreBits() + bits(0, 17 + 17 + 12))}AAAAAAAA`).problem).toBeNull();
  });
});

const NUMBERS = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: most });
/** Vendors as banners have them: all, none, some, long rows of neighbours. */
const VENDOR_NUMBERS = fc.oneof(
  fc.constant([]),
  fc.constant(Array.from({ length: VENDORS }, (_, index) => index + 1)),
  NUMBERS(VENDORS),
  fc
    .tuple(fc.integer({ min: 1, max: VENDORS }), fc.integer({ min: 1, max: VENDORS }))
    .map(([a, b]) => Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index)),
);
const CHOICE: fc.Arbitrary<Choice> = fc.record({
  consents: NUMBERS(11),
  interests: fc.subarray([2, 7, 8, 9, 10, 11]),
  features: NUMBERS(2),
  vendors: VENDOR_NUMBERS,
  interested: VENDOR_NUMBERS,
  disclosed: VENDOR_NUMBERS,
  custom: NUMBERS(5),
  restricted: fc.array(fc.tuple(fc.constantFrom(2, 7, 9), fc.integer({ min: 1, max: VENDORS })), { maxLength: 4 }),
  created: fc.integer({ min: 17_000, max: 22_000 }).map((day) => day * 86_400_000),
  cmpId: fc.integer({ min: 2, max: 4095 }),
  country: fc.constantFrom('DE', 'FR', 'AA'),
});

function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}

describe('what the IAB’s own encoder wrote', () => {
  it('is read as it was chosen, purposes, vendors and legitimate interest', () => {
    fc.assert(
      fc.property(CHOICE, (choice) => {
        const record = read(encode(choice));
        expect(record.problem).toBeNull();
        expect(of(record, 'purpose', 'granted')).toEqual(inOrder(choice.consents));
        expect(of(record, 'purpose', 'legitimate-interest')).toEqual(
          inOrder(choice.interests.filter((purpose) => !choice.consents.includes(purpose))),
        );
        expect(
          record.purposes.flatMap(({ tcf, legitimateInterest }) =>
            tcf?.kind === 'purpose' && legitimateInterest === true ? [tcf.number] : [],
          ),
        ).toEqual(inOrder(choice.interests));
        expect(of(record, 'special-feature', 'granted')).toEqual(inOrder(choice.features));
        expect(of(record, 'custom-purpose', 'granted')).toEqual(inOrder(choice.custom));
        expect(numbersOf(record.vendors.granted)).toEqual(inOrder(choice.vendors));
        expect(record.vendors.granted?.count).toBe(choice.vendors.length);
        expect(numbersOf(record.vendors.legitimateInterest)).toEqual(inOrder(choice.interested));
        const { disclosed } = record.vendors;
        expect(disclosed === null ? [] : numbersOf(disclosed)).toEqual(inOrder(choice.disclosed));
        expect(
          new Set(
            record.restrictions.flatMap(({ purpose, vendors }) => numbersOf(vendors).map((id) => `${purpose} ${id}`)),
          ),
        ).toEqual(new Set(choice.restricted.map(([purpose, vendor]) => `${purpose} ${vendor}`)));
        expect(record).toMatchObject({
          at: choice.created,
          updated: choice.created,
          cmp: { id: choice.cmpId, version: '7' },
          jurisdictions: choice.country === 'AA' ? [] : [choice.country],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('and was cut off is said to be unreadable or incomplete, unless only filling was lost', () => {
    fc.assert(
      fc.property(CHOICE, fc.nat(), (choice, cut) => {
        const text = encode(choice);
        const part = text.slice(0, cut % text.length);
        // Without the `A`s that fill it, a segment says the same; without all that follows it, a string is whole, too.
        const segments = part.replace(/\.$/u, '').split('.');
        const isWhole = segments.every((segment, index) => {
          const before = text.split('.')[index] ?? '';
          return segment === before.slice(0, segment.length) && /^A*$/u.test(before.slice(segment.length));
        });
        const { problem } = read(part);
        expect(isWhole || problem === 'unreadable' || problem === 'incomplete').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a TC string that is made to cost', () => {
  /** So many ranges of all vendors there can be, in a few signs each. */
  function everyVendor(times: number): string {
    return bits(65_535, 16) + '1' + bits(times, 12) + ('1' + bits(1, 16) + bits(65_535, 16)).repeat(times);
  }

  it('by naming 268 million vendors in a cookie’s length is counted without counting them out', () => {
    const text = base64url(coreBits() + everyVendor(700) + bits(0, 17) + bits(0, 12));
    expect(text.length).toBeLessThan(4096);
    expect(read(text)).toMatchObject({
      problem: null,
      vendors: { granted: { count: 65_535, numbers: [[1, 65_535]] } },
    });
  });

  it('by restricting every vendor at each of a thousand places is read in as many steps as it has places', () => {
    const places = 1000;
    const restriction = bits(2, 6) + '01' + bits(1, 12) + '1' + bits(1, 16) + bits(65_535, 16);
    const text = base64url(coreBits() + bits(0, 17 + 17) + bits(places, 12) + restriction.repeat(places));
    const { problem, restrictions } = read(text);
    expect(problem).toBeNull();
    expect(restrictions).toHaveLength(places);
    expect(restrictions[0]).toEqual({
      purpose: 2,
      is: 'consent-only',
      vendors: { count: 65_535, numbers: [[1, 65_535]] },
    });
  });

  it('by promising more entries than there are is unreadable', () => {
    expect(read(base64url(coreBits() + bits(65_535, 16) + '1' + bits(4095, 12)))).toMatchObject({
      problem: 'unreadable',
    });
    expect(read(base64url(coreBits() + bits(65_535, 16) + '0' + bits(1, 12)))).toMatchObject({ problem: 'unreadable' });
  });

  it.each([
    ['64 KB', 65_536],
    ['5 MB', 5_242_880],
  ])('by %s is said to be too long, and kept as it stood', (_, length) => {
    const value = encodeLong(length);
    const record = read(value);
    expect(record).toMatchObject({ problem: 'too-long', purposes: [] });
    expect(record.texts[0]?.value).toBe(value);
  });

  function encodeLong(length: number): string {
    return `${EXAMPLE.slice(0, 47)}.${'A'.repeat(length)}`.slice(0, length);
  }

  it('by 32 KB of segments is read to its end', () => {
    const value = `${EXAMPLE.slice(0, 47)}${'.IAAA'.repeat(6000)}`;
    expect(read(value)).toMatchObject({ problem: null, vendors: { disclosed: { count: 0 } } });
  });
});
