/**
 * The picture of a number: the same value always gives the same picture, on every page and every machine. A 4 × 4
 * mosaic, mirrored as faces are, so that people remember it. It is no fingerprint: the full value stands beside it.
 */
export interface Mosaic {
  /** Two different hues of the palette, from 1 to 8. */
  readonly hues: readonly [number, number];
  /** SVG path data drawn in the first and in the second hue, in a box from (0, 0) to (4, 4). */
  readonly paths: readonly [string, string];
}

type Tile = (x: number, y: number) => string;

const SIDE = 4;
const HUES = 8;

/** Quarter discs, by the corner they round off from. */
const FROM_TOP_LEFT: Tile = (x, y) => `M${x} ${y}h1a1 1 0 0 1-1 1z`;
const FROM_TOP_RIGHT: Tile = (x, y) => `M${x + 1} ${y}v1a1 1 0 0 1-1-1z`;
const FROM_BOTTOM_RIGHT: Tile = (x, y) => `M${x + 1} ${y + 1}h-1a1 1 0 0 1 1-1z`;
const FROM_BOTTOM_LEFT: Tile = (x, y) => `M${x} ${y + 1}v-1a1 1 0 0 1 1 1z`;
const SQUARE: Tile = (x, y) => `M${x} ${y}h1v1h-1z`;
const DISC: Tile = (x, y) => `M${x} ${y + 0.5}a.5.5 0 0 1 1 0a.5.5 0 0 1-1 0z`;
const BLANK: Tile = () => '';

/** Each tile with what it is in the mirror; the square twice, so that pictures are more full than empty. */
const TILES: readonly (readonly [tile: Tile, mirrored: Tile])[] = [
  [FROM_TOP_LEFT, FROM_TOP_RIGHT],
  [FROM_TOP_RIGHT, FROM_TOP_LEFT],
  [FROM_BOTTOM_RIGHT, FROM_BOTTOM_LEFT],
  [FROM_BOTTOM_LEFT, FROM_BOTTOM_RIGHT],
  [SQUARE, SQUARE],
  [SQUARE, SQUARE],
  [DISC, DISC],
  [BLANK, BLANK],
];

/** 32-bit FNV-1a over UTF-16 code units. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(value: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1) state = Math.imul(state ^ value.charCodeAt(at), 0x01000193);
  return state;
}

/** Draws whole numbers below `n`, always the same ones for the same value. */
function drawer(value: string): (n: number) => number {
  let state = hash(value);
  return (n) => {
    state = Math.trunc(state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % n;
  };
}

/** The picture of a value. */
export function mosaic(value: string): Mosaic {
  const draw = drawer(value);
  const first = draw(HUES);
  const second = (first + 1 + draw(HUES - 1)) % HUES;
  const paths: [string, string] = ['', ''];
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE / 2; x += 1) {
      const [tile, mirrored] = TILES[draw(TILES.length)] ?? [BLANK, BLANK];
      paths[draw(3) === 0 ? 1 : 0] += tile(x, y) + mirrored(SIDE - 1 - x, y);
    }
  }
  return { hues: [first + 1, second + 1], paths };
}
