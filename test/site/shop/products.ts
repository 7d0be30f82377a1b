/** One thing the shop sells. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Euros. */
  readonly price: number;
  readonly line: string;
  readonly story: string;
  /** Words the search finds it by, besides those of its name, kind and line. */
  readonly words: string;
}

export const PRODUCTS: readonly Product[] = [
  {
    id: 'model-1',
    name: 'Model 1',
    kind: 'Turntable',
    price: 890,
    line: 'A heavy platter, a light arm, and nothing that blinks.',
    story: 'The motor was built to turn lathes. It has never noticed the difference.',
    words: 'record player vinyl lp deck',
  },
  {
    id: 'model-2',
    name: 'Model 2',
    kind: 'Amplifier',
    price: 1240,
    line: 'Forty honest watts and one large knob.',
    story: 'We weighed the knob until everybody in the workshop agreed. It took a winter.',
    words: 'amp stereo integrated watt',
  },
  {
    id: 'model-3',
    name: 'Model 3',
    kind: 'Loudspeakers',
    price: 1680,
    line: 'A pair in oiled ash, made for rooms with books in them.',
    story: 'Put them where you would put a good chair, and sit in the other one.',
    words: 'speakers boxes pair wood',
  },
  {
    id: 'model-4',
    name: 'Model 4',
    kind: 'Headphones',
    price: 320,
    line: 'Open at the back, closed to gossip.',
    story: 'Every part can be replaced with the screwdriver in the box, which can also be replaced.',
    words: 'headset ears wired open',
  },
  {
    id: 'model-5',
    name: 'Model 5',
    kind: 'Car mp3 player',
    price: 149,
    line: 'For the drive home. Plays what you own.',
    story: 'Knows every file you give it and asks nobody else about them.',
    words: 'car stereo radio usb drive',
  },
];

export function productOf(id: string): Product | undefined {
  return PRODUCTS.find((product) => product.id === id);
}

/** The search box takes this many characters, and the log keeps as many. */
export const LONGEST_TERM = 200;

/** The words of a search as the shop keeps them: white space is one space, and none at the ends. */
export function searchTerm(typed: string): string {
  return typed.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_TERM).trim();
}

/** Products that hold any word of a search, best first. */
export function findProducts(term: string): readonly Product[] {
  const wanted = term
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word.length > 1);
  const hits = PRODUCTS.map((product) => {
    const text = `${product.name} ${product.kind} ${product.line} ${product.words}`.toLowerCase();
    return { product, found: wanted.filter((word) => text.includes(word)).length };
  });
  return hits
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .map(({ product }) => product);
}

/** A price as the shop writes it: `€ 1,240`. */
export function euros(price: number): string {
  return `€ ${price.toLocaleString('en-GB')}`;
}
