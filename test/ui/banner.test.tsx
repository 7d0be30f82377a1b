// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { ReceiptOutcome } from '#core/receipt.ts';
import { BannerEvidence, BannerSays, LastBanner } from '#ui/banner.tsx';
import { receipt, STORED_OTHERWISE } from './banner.ts';
import { show } from './page.ts';

test.each<[ReceiptOutcome, string]>([
  [
    { is: 'refused', unclear: [], takenBack: [] },
    'The banner was answered: refused, and stored as refused.looked up in what the site stored',
  ],
  [
    STORED_OTHERWISE,
    'The banner was answered: refused, but the site stored that statistics may go on.looked up in what the site stored',
  ],
  [
    { ...STORED_OTHERWISE, stored: [], vendors: [{ form: 'tcf', granted: 0, legitimateInterest: 12 }] },
    'The banner was answered: refused, but the site stored that vendors on legitimate interest may go on.looked up in what the site stored',
  ],
  [
    { is: 'not-read-back', why: 'unreadable' },
    'The banner was answered: refused. What the site stored cannot be read.',
  ],
  [{ is: 'hidden' }, 'The banner was hidden only: nothing was refused.'],
  [{ is: 'could-not', why: 'press-failed' }, 'The banner could not be answered. It is left to you.'],
  [{ is: 'could-not', why: 'stood-again' }, 'The banner was answered and stands there again. It is left to you.'],
  [{ is: 'left' }, 'The site asks for consent. It is left to you.'],
  [{ is: 'pay-or-accept' }, 'The site asks to pay or to accept. It is left to you.'],
])('%o is said as it is', (outcome, text) => {
  expect(show(<BannerSays of={receipt(outcome)} />).textContent).toBe(text);
});

test('the receipt shows what the site stored, byte for byte, and what it means', () => {
  const { textContent } = show(<BannerEvidence of={receipt(STORED_OTHERWISE)} />);
  expect(textContent).toContain('Asked byKlaro');
  expect(textContent).toContain('2 presses');
  expect(textContent).toContain('matomogranted statistics');
  expect(textContent).toContain('adsenserefused advertising');
  expect(textContent).toContain('{"matomo":true,"adsense":false}');
  expect(textContent).toContain('Nothing that can be read.');
});

test('what cannot be read is said to be', () => {
  expect(
    show(<BannerEvidence of={receipt({ is: 'not-read-back', why: 'unreadable' }, '{"mat')} />).textContent,
  ).toContain('This cannot be read.');
});

test('what became of a site’s banner last is told with its day', () => {
  expect(show(<LastBanner of={receipt({ is: 'refused', unclear: [], takenBack: [] })} />).textContent).toMatch(
    /refused.+21 November/u,
  );
});

test('what the person pressed themselves is told with what stood on it', () => {
  const own = {
    ...receipt({ is: 'refused', unclear: [], takenBack: [] }),
    by: 'person',
    pressed: 'Reject all',
  } as const;
  expect(show(<BannerSays of={own} />).textContent).toMatch(/^You pressed “Reject all”\. The banner was answered/u);
});
