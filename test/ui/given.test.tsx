// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { EventLine } from '#core/report.ts';
import { GivenEvidence, GivenSays, YouTold } from '#ui/given.tsx';
import { NOW, domain } from './actors.ts';
import { show } from './page.ts';
import { number, site } from './reports.ts';

type GivenLine = Extract<EventLine, { type: 'given' }>;

const LINE: GivenLine = {
  id: 'given',
  at: NOW,
  numbers: [],
  type: 'given',
  how: 'submitted',
  kinds: ['name', 'email', 'card'],
  target: null,
};

test.each<[Partial<GivenLine>, string]>([
  [{}, 'You gave this site your name, e-mail address and card.'],
  [{ kinds: ['email'], target: domain('letters.example') }, 'You gave letters.example your e-mail address.'],
  [
    { kinds: ['phone'], how: 'left' },
    'You filled in your phone number and went on: the page can send it before you submit.',
  ],
  [{ kinds: ['sign-in', 'sign-up'] }, 'You gave this site your password and new password.'],
])('%o is told by its kinds', (more, text) => {
  expect(show(<GivenSays of={{ ...LINE, ...more }} />).textContent).toBe(
    `${text}inferred from the names of the fields`,
  );
});

test('a sign-in by way of another site says which', () => {
  const line = { ...LINE, how: 'came-back', kinds: ['other-account'], target: domain('accounts.example') } as const;
  expect(show(<GivenSays of={line} />).textContent).toBe(
    'You signed in with your account at accounts.example.inferred from the way back here',
  );
});

test('what stands behind it is where the form went', () => {
  const line = { ...LINE, target: domain('letters.example') };
  expect(show(<GivenEvidence of={line} />).textContent).toContain('Sent toletters.example');
});

test('all that was told says since when the number has a name', () => {
  const { textContent } = show(<YouTold of={site().given} number={number({})} />);
  expect(textContent).toMatch(/On .+ you gave this site your name, e-mail address and card\./u);
  expect(textContent).toContain('From then on this number is you.');
  expect(textContent).toContain('Filled in and not submitted: your phone number, on');
});
