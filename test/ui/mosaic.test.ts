import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mosaic } from '#ui/mosaic.ts';

/** Where each tile of a path begins. */
function begins(path: string): readonly (readonly [x: number, y: number])[] {
  return [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)] as const);
}

/** The squares a path covers, as `x,y` of their corner nearest to the origin. */
function squares(path: string): readonly string[] {
  return [...path.matchAll(/M(\d) (\d)h1v1h-1z/gu)].map(([, x, y]) => `${x},${y}`).sort();
}

describe('the picture of a number', () => {
  test('is the same for the same value, for ever', () => {
    expect(mosaic('7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44')).toMatchObject({ hues: [3, 7] });
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(mosaic(value)).toEqual(mosaic(value));
      }),
    );
  });

  test('has two different hues of the eight', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const [first, second] = mosaic(value).hues;
        expect(first).not.toBe(second);
        for (const hue of [first, second]) expect(hue >= 1 && hue <= 8 && Number.isInteger(hue)).toBe(true);
      }),
    );
  });

  test('stays in its box of four by four', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const all = mosaic(value).paths.flatMap(begins);
        expect(all.every(([x, y]) => x >= 0 && x <= 4 && y >= 0 && y <= 4)).toBe(true);
      }),
    );
  });

  test('is the same in the mirror', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        for (const path of mosaic(value).paths) {
          const turned = squares(path).map((at) => `${3 - Number(at[0])},${at[2]}`);
          expect([...turned].sort()).toEqual(squares(path));
        }
      }),
    );
  });

  test('tells values apart: of 500 that differ in one character, hardly two look alike', () => {
    const pictures = Array.from({ length: 500 }, (_, index) => JSON.stringify(mosaic(`visitor-${index}`)));
    expect(new Set(pictures).size).toBeGreaterThan(495);
  });
});
