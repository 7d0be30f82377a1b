import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');

/** A colour token's light and dark values. */
function colours(name: string): readonly [light: string, dark: string] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, 'u').exec(css) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`no colour token ${name}`);
  return [light, dark];
}

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunken'];
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'accent'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ['on-accent', 'accent'],
  ['ink', 'accent-soft'],
  ['ink', 'brass-soft'],
  ['on-mark', 'mark'],
];
const EDGES: readonly (readonly [string, string])[] = ['edge', 'focus'].flatMap((edge) =>
  GROUNDS.map((ground) => [edge, ground] as const),
);

describe('the colours', () => {
  test.each(TEXT)('%s on %s can be read in light and dark', (ink, ground) => {
    const [ofInk, ofGround] = [colours(ink), colours(ground)];
    expect(contrast(ofInk[0], ofGround[0])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ofInk[1], ofGround[1])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(EDGES)('%s stands out from %s in light and dark', (edge, ground) => {
    const [ofEdge, ofGround] = [colours(edge), colours(ground)];
    expect(contrast(ofEdge[0], ofGround[0])).toBeGreaterThanOrEqual(3);
    expect(contrast(ofEdge[1], ofGround[1])).toBeGreaterThanOrEqual(3);
  });
});
