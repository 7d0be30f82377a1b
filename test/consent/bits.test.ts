import { describe, expect, it } from 'vitest';
import { Bits, readRanges } from '#consent/bits.ts';
import { base64url, bits } from './iab.ts';

describe('bits in base64url', () => {
  it.each([
    [1, '11'],
    [2, '011'],
    [3, '0011'],
    [4, '1011'],
    [5, '00011'],
    [6, '10011'],
    [7, '01011'],
  ])('have %s in Fibonacci coding as the platform’s specification has it: %s', (number, code) => {
    const read = new Bits(base64url(`${code}101`));
    expect([read.fibonacci(), read.number(3), read.over]).toEqual([number, 5, false]);
  });

  it('have numbers, letters and moments one after the other', () => {
    const read = new Bits(base64url(bits(42, 12) + bits(3, 6) + bits(4, 6) + bits(17_000_000_000, 36) + '1'));
    expect([read.number(12), read.letters(2), read.moment(), read.bit(), read.over]).toEqual([
      42,
      'DE',
      1_700_000_000_000,
      true,
      false,
    ]);
  });

  it('end, and say so', () => {
    const read = new Bits('A');
    expect([read.number(6), read.over, read.number(1), read.over]).toEqual([0, false, 0, true]);
    expect(new Bits('A=').over).toBe(true);
    expect(new Bits('Ä').over).toBe(true);
  });

  it('have no number in Fibonacci coding that never ends', () => {
    const read = new Bits('A'.repeat(100));
    expect([read.fibonacci(), read.over]).toEqual([0, true]);
  });

  it('have no range beyond the numbers that there can be, in whatever steps it gets there', () => {
    // The 22nd of Fibonacci's numbers here is 28,657: three steps of it are more than 65,535.
    const step = `0${'0'.repeat(21)}11`;
    const read = (steps: number) => {
      const text = new Bits(base64url(bits(steps, 12) + step.repeat(steps)));
      return [readRanges(text, 'fibonacci').map(([first]) => first), text.over];
    };
    expect(read(2)).toEqual([[28_657, 57_314], false]);
    expect(read(3)).toEqual([[], true]);
  });
});
