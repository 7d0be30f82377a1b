import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '#core/consent.ts';
import { readAdditionalConsent, readConsentMode } from '#consent/google.ts';

function states(record: ConsentRecord | null): readonly string[] {
  return (record?.purposes ?? []).map(({ name, is }) => `${name} ${is}`);
}

describe('a hit in Google Consent Mode', () => {
  it.each([
    ['13l3l3l3l1', 'not-asked', 'default'],
    ['13p3p3p3p5', 'refused', 'default'],
    ['11t1t1t1t5', 'granted', 'default'],
    ['11q1q1q1q5', 'refused', 'unknown'],
    ['11r1r1r1r5', 'granted', 'unknown'],
    ['11m1m1m1m5', 'refused', 'unknown'],
    ['11n1n1n1n5', 'granted', 'unknown'],
    ['11u1u1u1u5', 'refused', 'unknown'],
    ['11v1v1v1v5', 'granted', 'unknown'],
  ])('with gcd=%s: %s, by %s', (gcd, is, by) => {
    const record = readConsentMode({ gcd });
    expect(record).toMatchObject({ form: 'google-consent-mode', problem: null, by });
    expect(states(record)).toEqual(
      ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'].map((name) => `${name} ${is}`),
    );
  });

  it('tells the four apart by their places', () => {
    expect(states(readConsentMode({ gcd: '11p1r1q1t5' }))).toEqual([
      'ad_storage refused',
      'analytics_storage granted',
      'ad_user_data refused',
      'ad_personalization granted',
    ]);
  });

  it.each([
    ['G100', ['ad_storage refused', 'analytics_storage refused']],
    ['G101', ['ad_storage refused', 'analytics_storage granted']],
    ['G1-1', ['ad_storage not-asked', 'analytics_storage granted']],
  ])('with gcs=%s alone', (gcs, expected) => {
    expect(states(readConsentMode({ gcs }))).toEqual(expected);
  });

  it('with all its parameters keeps each as it stood', () => {
    const record = readConsentMode({ gcs: 'G101', gcd: '11q1r1q1q5', npa: '1', dma: '1', dma_cps: '-' });
    expect(states(record).slice(4)).toEqual(['npa refused', 'dma_cps refused']);
    expect(record?.jurisdictions).toEqual(['EEA']);
    expect(record?.texts).toEqual([
      { area: 'request', name: 'gcs', value: 'G101' },
      { area: 'request', name: 'gcd', value: '11q1r1q1q5' },
      { area: 'request', name: 'npa', value: '1' },
      { area: 'request', name: 'dma', value: '1' },
      { area: 'request', name: 'dma_cps', value: '-' },
    ]);
  });

  it('that has none of them says nothing', () => {
    expect(readConsentMode({ gcs: '', npa: null })).toBeNull();
  });

  it('with a letter nobody knows, or something else altogether, says so', () => {
    expect(readConsentMode({ gcd: '11p1z1p1p5' })).toMatchObject({ problem: 'incomplete' });
    expect(states(readConsentMode({ gcd: '11p1z1p1p5' }))[1]).toBe('analytics_storage unknown');
    expect(readConsentMode({ gcd: 'yes' })).toMatchObject({ problem: 'unreadable', purposes: [] });
    expect(readConsentMode({ gcd: 'yes', gcs: 'G111' })).toMatchObject({ problem: 'incomplete' });
  });
});

describe('Google’s Additional Consent', () => {
  function read(value: string): ConsentRecord {
    return readAdditionalConsent({ area: 'cookie', name: 'addtl_consent', value });
  }

  it.each([
    ['1~1.35.41.101', 4, null],
    ['2~1.35.41.101~dv.9.21.81', 4, 3],
    ['2~1.2~dv.3', 2, 1],
    ['2~~dv.9.21', 0, 2],
    ['1~', 0, null],
  ])('%s', (value, granted, disclosed) => {
    const { problem, vendors } = read(value);
    expect(problem).toBeNull();
    expect([vendors.granted?.count, vendors.disclosed?.count ?? null]).toEqual([granted, disclosed]);
  });

  it('counts whatever numbers are given, each once', () => {
    const NUMBERS = fc.array(fc.integer({ min: 1, max: 99_999 }), { maxLength: 200 });
    fc.assert(
      fc.property(NUMBERS, NUMBERS, (granted, disclosed) => {
        const { vendors } = read(`2~${granted.join('.')}~dv.${disclosed.join('.')}`);
        expect(vendors.granted?.count).toBe(new Set(granted).size);
        expect(vendors.disclosed?.count).toBe(new Set(disclosed).size);
      }),
    );
  });

  it.each([['3~1.2'], ['1.2.3'], ['1~1..2'], ['1~1.x'], ['2~1~dv.9~1'], ['']])('%s is unreadable', (value) => {
    expect(read(value)).toMatchObject({ problem: 'unreadable', vendors: { granted: null } });
  });

  it('of 5 MB is too long', () => {
    expect(read(`1~${'1.'.repeat(2_621_440)}1`)).toMatchObject({ problem: 'too-long' });
  });
});
