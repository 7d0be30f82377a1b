import { describe, expect, it } from 'vitest';
import type { ReceiptOutcome } from '#core/receipt.ts';
import { measuresOf } from '#consent/receipt-rules.ts';

const GRANTED = { form: 'klaro', purpose: 'analytics', name: 'matomo', is: 'granted' } as const;
const INTEREST = { form: 'tcf', purpose: 'advertising', name: 'purpose 7', is: 'legitimate-interest' } as const;

function partsOf(outcome: ReceiptOutcome): readonly string[] {
  return measuresOf({ outcome }).map(({ part }) => part);
}

const CONSENT = 'Art. 4(11)';
const CHOSEN = 'Chapter II: a signal only of what a person chose';
const OBJECT = ['Art. 21(1) to (3)', 'Chapter II: the right to object'];
const WITHDRAW = ['Art. 7(3)', 'Art. 5(3)'];

describe('what the outcome of a receipt is measured by', () => {
  it.each<readonly [string, ReceiptOutcome, readonly string[]]>([
    ['a refusal: what consent is', { is: 'refused', unclear: [], takenBack: [] }, [CONSENT, CHOSEN]],
    [
      'a refusal stored as consent: the same',
      { is: 'refused-but-stored', stored: [GRANTED], vendors: [], takenBack: [] },
      [CONSENT, CHOSEN],
    ],
    [
      'what is left on without consent: the right to object too',
      { is: 'refused-but-stored', stored: [GRANTED, INTEREST], vendors: [], takenBack: [] },
      [CONSENT, CHOSEN, ...OBJECT],
    ],
    [
      'vendors that are left on: the same',
      {
        is: 'chosen-but-stored',
        more: [],
        missing: [],
        vendors: [{ form: 'tcf', granted: 0, legitimateInterest: 4 }],
        takenBack: [],
      },
      [CONSENT, CHOSEN, ...OBJECT],
    ],
    [
      'a withdrawal: that it is possible at any time',
      { is: 'answered', stored: [], refused: ['analytics'], takenBack: ['analytics'] },
      WITHDRAW,
    ],
    ['what nobody read: nothing', { is: 'not-read-back', why: 'unreadable' }, []],
    ['a banner that was left alone: nothing', { is: 'left' }, []],
  ])('%s', (_what, outcome, parts) => {
    expect(partsOf(outcome)).toEqual(parts);
  });

  it('of what is stored though nobody pressed says so', () => {
    expect(partsOf({ is: 'not-read-back', why: 'by-default' })).toEqual([
      'operative part 1: no consent by a box that is ticked beforehand',
      CONSENT,
    ]);
  });

  it('names each source once', () => {
    const outcome = { is: 'refused-but-stored', stored: [INTEREST], vendors: [], takenBack: ['sale'] } as const;
    const parts = partsOf(outcome);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts).toEqual([CONSENT, CHOSEN, ...OBJECT, ...WITHDRAW]);
  });
});
