import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailIn, phoneIn } from '#content/fields/contact.ts';

describe('an e-mail address', () => {
  it.each([
    ['ada@mail.example', 'ada@mail.example'],
    [' Ada.Lovelace+shop@mail.example ', 'Ada.Lovelace+shop@mail.example'],
    ['ada@post.uni.example', 'ada@post.uni.example'],
    ['ада@почта.example', 'ада@почта.example'],
  ])('is seen in %j', (typed, email) => {
    expect(emailIn(typed)).toBe(email);
  });

  it.each(['', 'ada', 'ada@', '@mail.example', 'ada@localhost', 'ada@mail.', 'ada@mail..', 'a b@mail.example'])(
    'is not seen in %j',
    (typed) => {
      expect(emailIn(typed)).toBeNull();
    },
  );

  it('is not seen in several, nor in one that is too long to be written to', () => {
    expect(emailIn('ada@mail.example, bob@mail.example')).toBeNull();
    expect(emailIn('<ada@mail.example>')).toBeNull();
    expect(emailIn(`${'a'.repeat(250)}@mail.example`)).toBeNull();
  });
});

describe('a phone number', () => {
  it.each(['+49 170 1234567', '(0)30/123 45-67', '555-0100', '+1 (212) 555-0100', '0612345678', '1234567'])(
    'is seen in %j',
    (typed) => {
      expect(phoneIn(` ${typed} `)).toBe(typed);
    },
  );

  it.each(['', '123456', '+49', '1234567890123456', 'call 5550100', '555 0100 x', '4111 1111 1111 1111', '-------'])(
    'is not seen in %j',
    (typed) => {
      expect(phoneIn(typed)).toBeNull();
    },
  );
});

describe('any text', () => {
  it('is looked at in no time', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', '@', '.', 'a@', '@a.', '1', ' ', '+', '1 '), (piece) => {
        const began = performance.now();
        const long = piece.repeat(200_000);
        expect([emailIn(long), phoneIn(long)]).toEqual([null, null]);
        expect(performance.now() - began).toBeLessThan(100);
      }),
    );
  });
});
