// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { BannerReceipt } from '#core/banner.ts';
import { readConsent } from '#consent/read-consent.ts';
import { BannerEvidence, BannerSays, LastBanner } from '#ui/banner.tsx';
import { NOW } from './actors.ts';
import { show } from './page.ts';

function receipt(outcome: BannerReceipt['outcome'], value = '{"matomo":true,"adsense":false}'): BannerReceipt {
  const after = readConsent([{ area: 'cookie', name: 'klaro', value }]);
  return { mode: 'refuse', cmp: 'Klaro', clicks: 2, before: [], after, outcome };
}

test.each<[BannerReceipt['outcome'], string]>([
  ['refused', 'The banner was answered: refused, and stored as refused.looked up in what the site stored'],
  [
    'stored-otherwise',
    'The banner was answered: refused, but the site stored that statistics may go on.looked up in what the site stored',
  ],
  ['unread', 'The banner was answered: refused. What the site stored cannot be read.'],
  ['hidden', 'The banner was hidden only: nothing was refused.'],
  ['failed', 'The banner could not be answered. It is left to you.'],
  ['again', 'The banner was answered and stands there again. It is left to you.'],
  ['seen', 'The site asks for consent. It is left to you.'],
])('%s is said as it is', (outcome, text) => {
  expect(show(<BannerSays of={receipt(outcome)} />).textContent).toBe(text);
});

test('the receipt shows what the site stored, byte for byte, and what it means', () => {
  const { textContent } = show(<BannerEvidence of={receipt('stored-otherwise')} />);
  expect(textContent).toContain('Asked byKlaro');
  expect(textContent).toContain('2 presses');
  expect(textContent).toContain('matomogranted statistics');
  expect(textContent).toContain('adsenserefused advertising');
  expect(textContent).toContain('{"matomo":true,"adsense":false}');
  expect(textContent).toContain('Nothing that can be read.');
});

test('what cannot be read is said to be', () => {
  expect(show(<BannerEvidence of={receipt('unread', '{"mat')} />).textContent).toContain('This cannot be read.');
});

test('what became of a site’s banner last is told with its day', () => {
  expect(show(<LastBanner of={{ at: NOW, receipt: receipt('refused') }} />).textContent).toMatch(
    /refused.+(?:today|22 November)/u,
  );
});
