import { describe, expect, it } from 'vitest';
import type { Receipt } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import { readConsent } from '#consent/read-consent.ts';
import { outcomeOf } from '#consent/receipt.ts';
import { receiptAsJson, receiptsPart } from '#consent/receipt-as-json.ts';
import { tcf } from './choices.ts';

const after = readConsent([tcf({ interests: [7] })]);
const receipt: Receipt = {
  id: 'r1',
  at: Date.UTC(2026, 10, 27, 14, 3),
  store: '0',
  by: 'known-as',
  wanted: { is: 'refuse' },
  cmp: 'Sourcepoint',
  clicks: 2,
  cosmetic: false,
  before: [],
  after,
  outcome: outcomeOf({ wanted: { is: 'refuse' }, answered: { type: 'clicked' }, before: [], after }),
};

describe('a receipt as JSON', () => {
  it('says its form, version and time, and holds all of it, strings as they stood', () => {
    const read = JSON.parse(receiptAsJson(receipt)) as Record<string, unknown>;
    expect(read).toEqual({
      format: 'known-as/consent-receipt',
      version: 1,
      time: '2026-11-27T14:03:00.000Z',
      receipt,
    });
    expect(receiptAsJson(receipt)).toContain(after[0]?.texts[0]?.value);
  });

  it('is the same text for the same receipt, however it was put together', () => {
    const turned = Object.fromEntries(Object.entries(receipt).toReversed()) as unknown as Receipt;
    expect(Object.keys(turned)[0]).not.toBe(Object.keys(receipt)[0]);
    expect(receiptAsJson(turned)).toBe(receiptAsJson(receipt));
  });

  it('of a time that is none has none', () => {
    expect(JSON.parse(receiptAsJson({ ...receipt, at: Number.MAX_VALUE }))).toMatchObject({ time: null });
  });
});

describe('a file of receipts', () => {
  const one = { domain: 'shop.example' as Domain, receipt, measuredBy: [{ name: 'GDPR', part: 'Art. 7', url: 'u' }] };
  const other = { ...one, domain: 'news.example' as Domain };
  const savedAt = Date.UTC(2026, 10, 28);

  it.each([
    ['none', [[]]],
    ['all at once', [[one, other]]],
    ['several parts', [[one], [other, one], []]],
  ])('of %s is one JSON document', (_what, parts) => {
    const texts = parts.map((of, at) => receiptsPart({ of, first: at === 0, last: at === parts.length - 1, savedAt }));
    expect(JSON.parse(texts.join(''))).toEqual({
      format: 'known-as/consent-receipts',
      version: 1,
      savedAt: '2026-11-28T00:00:00.000Z',
      receipts: parts
        .flat()
        .map(({ domain, measuredBy }) => ({ site: domain, time: '2026-11-27T14:03:00.000Z', measuredBy, receipt })),
    });
  });
});
