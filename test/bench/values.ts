import type { Evidence } from '#core/verdict.ts';

const HEX = '0123456789abcdef';
const LETTERS = `${HEX}ghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** Chance that is the same every time. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Makes up a value, as sites store them. */
type Make = (of: {
  readonly among: (signs: string, length: number) => string;
  readonly below: (end: number) => number;
}) => string;

/** Names and values in the shapes that are met: numbers, logins, consent, preferences, carts, times, and what is long. */
const SHAPES: readonly (readonly [name: string, make: Make])[] = [
  ['visitor', ({ among }) => `${among(HEX, 8)}-${among(HEX, 4)}-4${among(HEX, 3)}-a${among(HEX, 3)}-${among(HEX, 12)}`],
  ['_ga', ({ below }) => `GA1.1.${below(2e9)}.${1_700_000_000 + below(6e7)}`],
  ['_fbp', ({ below }) => `fb.1.${1_700_000_000_000 + below(6e10)}.${below(2e9)}`],
  ['uid', ({ among }) => among(HEX, 32)],
  ['track_id', ({ among }) => among(LETTERS, 22)],
  ['_state', ({ among, below }) => `v=2&id=${among(HEX, 16)}&t=${1_700_000_000 + below(6e7)}&n=${below(9)}`],
  [
    'profile',
    ({ among, below }) => encodeURIComponent(JSON.stringify({ id: among(LETTERS, 20), seen: below(99), lang: 'en' })),
  ],
  ['session', ({ among }) => `s%3A${among(LETTERS, 32)}.${among(LETTERS, 43)}`],
  ['auth', ({ among }) => `eyJ${among(LETTERS, 60)}.${among(LETTERS, 180)}.${among(LETTERS, 43)}`],
  ['csrf_token', ({ among }) => among(LETTERS, 64)],
  ['consent', ({ below }) => `{stamp:'${below(1e9)}',necessary:true,preferences:${below(2) === 1},ver:1}`],
  ['euconsent-v2', ({ among }) => `CP${among(LETTERS, 240)}`],
  ['lang', ({ below }) => ['en-US', 'fr', 'sv-SE', 'de_CH'][below(4)] ?? 'en'],
  ['theme', ({ below }) => ['dark', 'light', 'auto'][below(3)] ?? 'dark'],
  ['screen', ({ below }) => `${below(3000)}x${below(2000)}`],
  ['last_visit', ({ below }) => String(1_700_000_000_000 + below(6e10))],
  ['cart', ({ among, below }) => `${below(9)}|${among(HEX, 8)}:${below(4)}|${among(HEX, 8)}:${below(4)}`],
  ['seen_banner', ({ below }) => String(below(2))],
  ['ab_test', ({ below }) => `group-${below(8)}`],
  ['blob', ({ among, below }) => among(LETTERS, 500 + below(3000))],
];

const LIFETIMES = [null, 1800, 86_400, 30 * 86_400, 365 * 86_400] as const;

/** Made-up stored values of every shape, so many of each; the same for the same seed. */
export function madeUp(each: number, seed = 7): readonly Evidence[] {
  const chance = chanceFrom(seed);
  const below = (end: number): number => Math.floor(chance() * end);
  const among = (signs: string, length: number): string =>
    Array.from({ length }, () => signs[below(signs.length)]).join('');
  return Array.from({ length: each }, () => SHAPES)
    .flat()
    .map(([name, make], place) => ({
      area: 'cookie',
      name,
      value: make({ among, below }),
      host: place % 3 === 0 ? 'metrics.example' : 'shop.example',
      lifetime: LIFETIMES[below(LIFETIMES.length)] ?? null,
      httpOnly: below(4) === 0,
      party: place % 3 === 0 ? 'third' : 'first',
    }));
}
