// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetNumbers, forgetPlaces } from '#content/hold/forget.ts';
import { judgeWritten } from '#content/hold/judge.ts';

const UUID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
const HEX = '4f3c2b1a9d8e7f6055aa10cc23de98b1';

function kindOf(line: string) {
  // What the page’s world says of name and value counts for nothing.
  return judgeWritten({ area: 'cookie', name: 'lang', value: 'en', line }, 'first').kind;
}

describe('what a script is about to write', () => {
  it.each([
    [`visitor=${UUID}; Path=/; Max-Age=31536000`, 'random-id'],
    ['_ga=GA1.1.1234567890.1700000000; Max-Age=63072000', 'random-id'],
    [`session_token=${HEX}`, 'login'],
    [`csrf=${HEX}`, 'security'],
    [`cart=${HEX}; Max-Age=86400`, 'cart'],
    ['lang=en-GB; Max-Age=31536000', 'preference'],
    [`hsplit=a.${HEX}; Max-Age=31536000`, 'random-id'],
    [`hsplit=a.${HEX}`, 'unknown'],
    // It may last for years in a browser that reads the date otherwise.
    [`hsplit=a.${HEX}; Expires=01-Jan-65 00:00:00 GMT`, 'random-id'],
  ])('%s is judged by its line: %s', (line, kind) => {
    expect(kindOf(line)).toBe(kind);
  });
});

describe('forgetting', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('takes the numbers out of both areas, tells what they were, and leaves the rest', () => {
    localStorage.setItem('visitor', UUID);
    localStorage.setItem('lang', 'en');
    sessionStorage.setItem('device_id', HEX);
    sessionStorage.setItem('csrf', HEX);
    expect(forgetNumbers('first')).toMatchObject([
      { area: 'local-storage', key: 'visitor', value: UUID, verdict: { kind: 'random-id' }, still: false },
      { area: 'session-storage', key: 'device_id', value: HEX, verdict: { kind: 'random-id' }, still: false },
    ]);
    expect([Object.keys(localStorage), Object.keys(sessionStorage)]).toEqual([['lang'], ['csrf']]);
    expect(forgetNumbers('first')).toEqual([]);
  });

  it('takes what the background names, whatever it is', () => {
    localStorage.setItem('lang', 'en');
    const places = [
      { area: 'local-storage', key: 'lang' },
      { area: 'local-storage', key: 'gone' },
    ] as const;
    expect(forgetPlaces(places, 'first')).toMatchObject([{ key: 'lang', value: 'en', still: false }]);
    expect(localStorage.length).toBe(0);
  });

  it('says where a value is still there', () => {
    const stubborn = { length: 1, key: () => 'visitor', getItem: () => UUID, removeItem: () => undefined };
    const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: stubborn });
    expect(forgetNumbers('first')).toMatchObject([{ key: 'visitor', still: true }]);
    Object.defineProperty(globalThis, 'localStorage', real);
  });
});
