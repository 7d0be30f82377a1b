// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isPersons } from '../../src/card/press.ts';
import { personal } from './page.ts';

function pressAt(timeStamp: number): Event {
  const event = new Event('click');
  Object.defineProperties(event, { timeStamp: { value: timeStamp }, isTrusted: { value: false, configurable: true } });
  return event;
}

describe('a press on the card', () => {
  it('is a person’s where the browser says so', () => {
    expect(isPersons(personal(pressAt(2000)), { shownAt: 1000, covered: false })).toBe(true);
  });

  it('is none where a script of the page made it', () => {
    expect(isPersons(pressAt(2000), { shownAt: 1000, covered: false })).toBe(false);
  });

  it('is none in the moment the card appears under the finger', () => {
    expect(isPersons(personal(pressAt(1499)), { shownAt: 1000, covered: false })).toBe(false);
    expect(isPersons(personal(pressAt(1500)), { shownAt: 1000, covered: false })).toBe(true);
  });

  it('is none where something lies over the card', () => {
    expect(isPersons(personal(pressAt(2000)), { shownAt: 1000, covered: true })).toBe(false);
  });
});
