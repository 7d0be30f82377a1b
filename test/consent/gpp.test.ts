import { GppModel } from '@iabgpp/cmpapi';
import { TCString } from '@iabtechlabtcf/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '#core/consent.ts';
import { readGppString } from '#consent/gpp.ts';
import { US_SECTIONS } from '#consent/gpp-sections.ts';
import { readUsPrivacy } from '#consent/us-privacy.ts';
import { base64url, bits } from './iab.ts';

function read(value: string): ConsentRecord {
  return readGppString({ area: 'local-storage', name: 'IABGPP_HDR_GppString', value });
}

function states(record: ConsentRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(record.purposes.map(({ name, is }) => [name, is]));
}

const TCF = 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA';

describe('the specification’s examples', () => {
  it.each([
    ['European framework alone', `DBABMA~${TCF}`, ['refused', undefined]],
    ['header as its bits are told', `DBABM~${TCF}`, ['refused', undefined]],
    ['European framework and US Privacy', `DBACNYA~${TCF}~1YNN`, ['refused', 'not-objected']],
  ])('%s', (_, text, [first, sale]) => {
    const record = read(text);
    expect(record).toMatchObject({
      problem: null,
      cmp: { id: TCString.decode(TCF).cmpId },
      at: TCString.decode(TCF).created?.getTime(),
    });
    expect(states(record)).toMatchObject({ 'purpose 1': first });
    expect(states(record)['opt-out of sale']).toBe(sale);
  });

  it('of Canada, which has the European framework’s string in the place of Canada’s, is read as far as it goes', () => {
    const record = read(`DBABjw~${TCF}~1YNN`);
    expect(record).toMatchObject({ problem: 'incomplete', signals: { saleOptOut: false } });
    expect(states(record)).toEqual({ 'opt-out of sale': 'not-objected' });
  });
});

/** A field of the IAB's own model, by how it says the same. */
const OPT_OUT = { 0: 'not-asked', 1: 'objected', 2: 'not-objected' } as const;
const ANSWER = fc.constantFrom<0 | 1 | 2>(0, 1, 2);

describe('what the IAB’s own encoder wrote', () => {
  it.each([...US_SECTIONS.values()].map(({ name }) => name))('in the section %s is read as it was chosen', (name) => {
    const section = [...US_SECTIONS.values()].find((one) => one.name === name);
    fc.assert(
      fc.property(ANSWER, ANSWER, ANSWER, fc.boolean(), ANSWER, (sale, sharing, targeted, gpc, filler) => {
        const model = new GppModel();
        // The others are set, too, so that a place that is wrong by one is seen.
        model.setFieldValue(name, 'SaleOptOutNotice', filler);
        model.setFieldValue(name, 'SaleOptOut', sale);
        if (section?.sharing !== null) model.setFieldValue(name, 'SharingOptOut', sharing);
        if (section?.targetedAdvertising !== null) model.setFieldValue(name, 'TargetedAdvertisingOptOut', targeted);
        if (section?.gpc === true) {
          model.setFieldValue(name, 'GpcSegmentIncluded', true);
          model.setFieldValue(name, 'Gpc', gpc);
        }
        const record = read(model.encode());
        expect(record.problem).toBeNull();
        expect(states(record)).toEqual({
          [`${name}.SaleOptOut`]: OPT_OUT[sale],
          ...(section?.sharing === null ? {} : { [`${name}.SharingOptOut`]: OPT_OUT[sharing] }),
          ...(section?.targetedAdvertising === null
            ? {}
            : { [`${name}.TargetedAdvertisingOptOut`]: OPT_OUT[targeted] }),
        });
        expect(record.signals.gpc).toBe(section?.gpc === true ? gpc : null);
        expect(record.signals.saleOptOut).toBe(sale === 0 ? null : sale === 1);
      }),
      { numRuns: 60 },
    );
  });

  it('in any sections together is read section for section', () => {
    const names = [...US_SECTIONS.values()].map(({ name }) => name);
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), fc.boolean(), ANSWER, (some, withUsp, sale) => {
        const model = new GppModel();
        if (withUsp) model.setFieldValue('uspv1', 'OptOutSale', 'Y');
        for (const name of some) model.setFieldValue(name, 'SaleOptOut', sale);
        const record = read(model.encode());
        expect(record.problem).toBeNull();
        for (const name of some) expect(states(record)[`${name}.SaleOptOut`]).toBe(OPT_OUT[sale]);
        expect(record.signals.saleOptOut).toBe(withUsp || sale === 1 ? true : sale === 0 ? null : false);
        expect(record.jurisdictions).toHaveLength(some.length + (withUsp ? 1 : 0));
      }),
    );
  });

  it('in the Canadian section is read by express and implied consent', () => {
    const NUMBERS = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const VENDORS = fc.oneof(
      fc.subarray([1, 2, 12, 24, 48, 300]),
      fc.integer({ min: 1, max: 400 }).map((length) => Array.from({ length }, (_, index) => index + 1)),
    );
    fc.assert(
      fc.property(
        NUMBERS,
        NUMBERS,
        VENDORS,
        VENDORS,
        fc.boolean(),
        (express, implied, vendors, impliedVendors, withRestriction) => {
          const model = new GppModel();
          const flags = (numbers: readonly number[]) =>
            Array.from({ length: 24 }, (_, index) => numbers.includes(index + 1));
          model.setFieldValue('tcfcav1', 'CmpId', 31);
          model.setFieldValue('tcfcav1', 'PurposesExpressConsent', flags(express));
          model.setFieldValue('tcfcav1', 'PurposesImpliedConsent', flags(implied));
          model.setFieldValue('tcfcav1', 'VendorExpressConsent', vendors);
          model.setFieldValue('tcfcav1', 'VendorImpliedConsent', impliedVendors);
          if (withRestriction) {
            const restriction = { getKey: () => 2, getType: () => 1, getIds: () => [1, 2, 30] };
            model.setFieldValue('tcfcav1', 'PubRestrictions', [restriction]);
          }
          const record = read(model.encode());
          expect(record).toMatchObject({ problem: null, cmp: { id: 31 }, jurisdictions: ['CA'] });
          expect(record.vendors.granted?.count).toBe(vendors.length);
          for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
            const is = express.includes(number) ? 'granted' : implied.includes(number) ? 'not-objected' : 'refused';
            expect(states(record)[`purpose ${number}`]).toBe(is);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a GPP string', () => {
  it('of Canada as older encoders wrote it, with vendors as the European framework has them, is read', () => {
    const time = bits(17_000_000_000, 36);
    const about = bits(1, 6) + time + time + bits(31, 12) + bits(1, 12) + bits(0, 6 + 12 + 12 + 6 + 1);
    const vendors = bits(300, 16) + '1' + bits(2, 12) + '1' + bits(7, 16) + bits(9, 16) + '0' + bits(300, 16);
    const section = base64url(`${about}${bits(0, 12 + 24 + 24)}${vendors}${bits(0, 17 + 12)}`);
    const header = base64url(`${bits(3, 6) + bits(1, 6) + bits(1, 12)}000011`);
    expect(read(`${header}~${section}`)).toMatchObject({
      problem: null,
      vendors: {
        granted: {
          count: 4,
          numbers: [
            [7, 9],
            [300, 300],
          ],
        },
      },
    });
  });

  it('without any section says nothing, and is whole', () => {
    expect(read(new GppModel().encode())).toMatchObject({ problem: null, purposes: [], jurisdictions: [] });
  });

  it('of the national section’s first version, which was shorter, is read', () => {
    const text = 'DBABLA~BVQVAAAAAgA.QA';
    const model = new GppModel(text);
    expect(model.getFieldValue('usnat', 'Version')).toBe(1);
    const answer = (field: string): string => OPT_OUT[model.getFieldValue('usnat', field) as 0 | 1 | 2];
    expect(states(read(text))).toEqual({
      'usnat.SaleOptOut': answer('SaleOptOut'),
      'usnat.SharingOptOut': answer('SharingOptOut'),
      'usnat.TargetedAdvertisingOptOut': answer('TargetedAdvertisingOptOut'),
    });
    expect(read(text).signals).toMatchObject({ saleOptOut: true, gpc: model.getFieldValue('usnat', 'Gpc') as boolean });
  });

  it.each([
    ['has fewer sections than its header names', `DBACNYA~${TCF}`],
    ['has more', `DBABMA~${TCF}~1YNN`],
    ['has a section that is cut off', 'DBABLA~BVQV'],
    ['has an answer that is none', `DBABLA~${base64url(bits(1, 6) + '11'.repeat(40))}`],
    ['has no header', TCF],
    ['is nothing', ''],
  ])('that %s is unreadable', (_, text) => {
    expect(read(text)).toMatchObject({ problem: 'unreadable', purposes: [] });
  });

  it('with a section that nobody knows is read as far as it is known', () => {
    const header = base64url(`${bits(3, 6) + bits(1, 6) + bits(2, 12)}0100110100011`);
    expect(read(`${header}~1YYN~whatever`)).toMatchObject({ problem: 'incomplete', signals: { saleOptOut: true } });
  });

  it('whose header names a hundred thousand sections in a few signs is unreadable', () => {
    // 1, and the 23rd number of Fibonacci's further on.
    const header = base64url(`${bits(3, 6) + bits(1, 6) + bits(1, 12)}111${'0'.repeat(21)}11`);
    expect(header.length).toBeLessThan(12);
    expect(read(`${header}~1YNN`)).toMatchObject({ problem: 'unreadable' });
  });

  it.each([
    ['64 KB', 65_536],
    ['5 MB', 5_242_880],
  ])('of %s is said to be too long', (_, length) => {
    expect(read(`DBABMA~${'C'.repeat(length)}`)).toMatchObject({ problem: 'too-long', purposes: [] });
  });
});

describe('a US Privacy string', () => {
  it.each([
    ['1YNN', 'not-objected', false],
    ['1YYN', 'objected', true],
    ['1ynn', 'not-objected', false],
    ['1---', 'not-asked', null],
  ])('%s', (value, is, saleOptOut) => {
    const record = readUsPrivacy({ area: 'cookie', name: 'usprivacy', value });
    expect(record).toMatchObject({ problem: null, signals: { saleOptOut }, jurisdictions: ['US'] });
    expect(record.purposes).toMatchObject([{ purpose: 'sale', is }]);
  });

  it.each([
    ['1YN', 'unreadable'],
    ['1YNNN', 'unreadable'],
    ['1YXN', 'unreadable'],
    ['2YNN', 'old-version'],
  ])('%s is said to be no such thing: %s', (value, problem) => {
    expect(readUsPrivacy({ area: 'cookie', name: 'usprivacy', value })).toMatchObject({ problem, purposes: [] });
  });
});
