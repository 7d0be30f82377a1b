import * as fc from 'fast-check';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'search',
    'order',
    'thank-you',
    'checkout',
    'q=',
    'order=',
    '?',
    '#',
    '/',
    '&',
    ';',
    '%',
    '%E4',
    '+',
    '=',
    'de',
  ),
  fc.stringMatching(/^[\w%.@+-]{0,30}$/u),
);

/** Addresses as pages give them: real ones, odd ones, and texts that are none. */
export const anyAddress: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.array(piece, { maxLength: 12 }).map((pieces) => `https://shop.example/${pieces.join('')}`),
  fc.array(piece, { maxLength: 8 }).map((pieces) => `https://shop.example/search?q=${pieces.join('')}`),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    'about:blank',
    'data:text/html,<b>',
    'javascript:void(0)',
    'blob:https://shop.example/1',
    'https://',
  ),
);
