import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPayOrAccept, saysPay } from '#consent/pay-or-accept.ts';
import { WALLS } from './walls.ts';

describe.each(Object.entries(WALLS))('in %s', (_language, { walls, refusable, newsletter, checkout }) => {
  it.each(walls.map((wall) => [wall.buttons.join(' · '), wall] as const))('is a wall: %s', (_buttons, wall) => {
    expect(isPayOrAccept(wall)).toBe(true);
    expect(wall.buttons.some((button) => saysPay(button))).toBe(true);
  });

  it.each([
    ['can be refused for nothing', refusable],
    ['is a newsletter', newsletter],
    ['is a checkout', checkout],
  ])('is no wall: what %s', (_what, banner) => {
    // It offers something like one, so that it is not by that that it is none.
    expect(banner.buttons.some((button) => saysPay(button))).toBe(true);
    expect(isPayOrAccept(banner)).toBe(false);
  });

  it('is no wall where nothing is paid for, or where it is about something else', () => {
    for (const { buttons } of walls) {
      expect(isPayOrAccept({ buttons: buttons.filter((button) => !saysPay(button)), text: 'Cookies' })).toBe(false);
      expect(isPayOrAccept({ buttons, text: '' })).toBe(false);
    }
  });
});

it('a button that pays is no refusal, and one that refuses for nothing is', () => {
  const text = 'Noi e i nostri partner usiamo i cookie';
  expect(isPayOrAccept({ buttons: ['Accetta', 'Rifiuta e abbonati'], text })).toBe(true);
  expect(isPayOrAccept({ buttons: ['Accetta', 'Rifiuta', 'Rifiuta e abbonati'], text })).toBe(false);
});

it('what takes back what was granted is no refusal, and stands beside many an answer', () => {
  const text = 'Datenschutz';
  expect(isPayOrAccept({ buttons: ['Zustimmen', 'Pur-Abo', 'Widerrufsrecht', 'Opt-out'], text })).toBe(true);
  expect(isPayOrAccept({ buttons: ['Zustimmen', 'Pur-Abo', 'Ablehnen'], text })).toBe(false);
});

it.each([
  'Payment options',
  'Purpose',
  'About us',
  'Tilastot',
  'Kuponki',
  'Accept',
  'Vendor list',
  'Reset',
  'Alle akzeptieren',
  'Tillad alle',
])('does not say that it is paid for: %s', (label) => {
  expect(saysPay(label)).toBe(false);
});

it('may be anything', () => {
  const label = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 8 }), label, (buttons, text) => {
      expect([true, false]).toContain(isPayOrAccept({ buttons, text }));
    }),
  );
});
