import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePercent } from '#core/percent.ts';
import { plainText } from '#core/plain-text.ts';

describe('percent-decoding', () => {
  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodePercent(encodeURIComponent(text))).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });

  it('leaves a plus sign: only forms write it for a space', () => {
    expect(decodePercent('car+mp3%20player')).toBe('car+mp3 player');
  });

  it('decodes what it can beside escapes that are no UTF-8', () => {
    expect(decodePercent('%E4%2Fa%zz%')).toBe('%E4/a%zz%');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[%a-fA-F\d]{0,40}$/u), (text) => {
        expect(decodePercent(text).length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('plain text', () => {
  it('is one line without marks that reorder or hide', () => {
    expect(plainText(' one\n\ttwo\u0000\u202Ethree\u200B ', 40)).toBe('one two three');
  });

  it('is cut with a sign that it was', () => {
    expect(plainText('abcdefgh', 8)).toBe('abcdefgh');
    expect(plainText('abcdefghi', 8)).toBe('abcdefg…');
  });

  it('is cut between characters, not inside one', () => {
    expect(plainText('abc🎧🎧🎧', 5)).toBe('abc…');
  });

  it('of plain text is the same text, within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 2, max: 60 }), (text, length) => {
        const plain = plainText(text, length);
        expect(plain.length).toBeLessThanOrEqual(length);
        expect(plainText(plain, length)).toBe(plain);
      }),
      { numRuns: 10_000 },
    );
  });
});
