import { describe, expect, it } from 'vitest';
import type { Receipt, ReceiptOutcome } from '#core/receipt.ts';
import { refusedPurposes } from '#consent/refused-purposes.ts';

const REFUSED = { is: 'refused', unclear: [], takenBack: [] } as const;
const BOTH = ['analytics', 'advertising'];

function receipt(wanted: Receipt['wanted'], outcome: ReceiptOutcome, more: Partial<Receipt> = {}): Receipt {
  const shared = { id: 'a', at: 1, store: '0', by: 'person', cmp: null, clicks: 1, cosmetic: false } as const;
  return { ...shared, before: [], after: [], wanted, outcome, ...more };
}

describe('what was refused', () => {
  it.each<[string, Receipt, readonly string[]]>([
    ['all of it', receipt({ is: 'refuse' }, REFUSED), BOTH],
    [
      'all of it, whatever the site stored',
      receipt({ is: 'refuse' }, { is: 'refused-but-stored', stored: [], vendors: [], takenBack: [] }),
      BOTH,
    ],
    ['nothing, where it was accepted', receipt({ is: 'accept' }, { is: 'accepted' }), []],
    [
      'all but what was chosen, also without a press',
      receipt({ is: 'some', purposes: ['analytics'] }, { is: 'as-chosen', unclear: [], takenBack: [] }, { clicks: 0 }),
      ['advertising'],
    ],
    [
      'what is stored as refused, where it is not known what was wanted',
      receipt(null, { is: 'answered', stored: [], refused: ['advertising'], takenBack: [] }),
      ['advertising'],
    ],
    [
      'not what is stored as refused in one place and granted in another',
      receipt(null, {
        is: 'answered',
        stored: [{ form: 'klaro', purpose: 'advertising', name: 'x', is: 'granted' }],
        refused: ['advertising', 'analytics'],
        takenBack: [],
      }),
      ['analytics'],
    ],
    ['nothing by what was only noted', receipt({ is: 'tell' }, { is: 'left' }), []],
    ['nothing by what was only hidden', receipt({ is: 'refuse' }, { is: 'hidden' }), []],
    ['nothing by what could not be answered', receipt({ is: 'refuse' }, { is: 'could-not', why: 'error' }), []],
    ['nothing any longer, where the answer was taken back', receipt({ is: 'refuse' }, REFUSED, { undone: 2 }), []],
  ])('is %s', (_, of, purposes) => {
    expect(refusedPurposes(of)).toEqual(purposes);
  });
});
