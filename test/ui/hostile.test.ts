import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakable, cut, legible, visible } from '#ui/hostile.ts';

const text = fc.string({ unit: 'binary' });

describe('text that a page gave us', () => {
  test.each([
    ['a\u0000b', 'a\ufffdb'],
    ['a\nb', 'a\ufffdb'],
    ['uid\u202edi', 'uid\ufffddi'],
    ['a\u200bb', 'a\ufffdb'],
    ['\u007f', '\ufffd'],
    ['\ud800', '\ufffd'],
    ['Größe 日本 😀', 'Größe 日本 😀'],
  ])('%j is shown as %j', (given, shown) => {
    expect(visible(given)).toBe(shown);
  });

  test('shows nothing unseen, and nothing that turns the reading direction', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(visible(given)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
      }),
    );
  });

  test('keeps joiners in words, where they belong', () => {
    expect(legible('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(legible('a\u202eb')).toBe('a\ufffdb');
  });

  test('a cut keeps both ends and whole characters', () => {
    expect(cut('7f3a9c21-5b0e-4d1c', 12)).toEqual({ head: '7f3a9c21', tail: '4d1c' });
    expect(cut('short', 12)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 20 }), (given) => {
        const ends = cut(given, 16);
        expect(given.startsWith(ends?.head ?? '?')).toBe(true);
        expect(given.endsWith(ends?.tail ?? '?')).toBe(true);
        expect(Array.from((ends?.head ?? '') + (ends?.tail ?? ''))).toHaveLength(16);
      }),
    );
  });

  test('a value keeps every character where its line may break', () => {
    expect(breakable('GA1.1.18-x')).toEqual(['GA1.', '1.', '18-', 'x']);
    fc.assert(
      fc.property(text, (given) => {
        expect(breakable(given).join('')).toBe(given);
      }),
    );
  });
});
