import { describe, expect, it } from 'vitest';
import type { CookieIdentifier } from '#core/identifier.ts';
import { mayTry, type Visit } from '#core/tried.ts';
import { compareVisits } from '#identify/without-cookies.ts';

const URL = 'https://www.shop.example/hi-fi/';
const NOW = 1_795_550_000_000;
const [A, B, C] = ['8e6f2b7d90a1c4e3', '17c0d95be2486fa1', '5b3e90f7a1d2c846'];
const place: CookieIdentifier = {
  area: 'cookie',
  store: '0',
  partition: null,
  host: 'www.shop.example',
  hostOnly: true,
  path: '/',
  name: 'vid',
};

function visit(...lines: readonly string[]): Visit {
  return [{ url: URL, lines: lines.map((line) => `${line}; Path=/`) }];
}

function compare(first: Visit, second: Visit, stored: string | null = A, identifier = place): string {
  return compareVisits([first, second], { identifier, stored, now: NOW });
}

describe('two visits without cookies', () => {
  it.each([
    ['another each', visit(`vid=${B}`), visit(`vid=${C}`), 'another'],
    ['the very same that is stored', visit(`vid=${A}`), visit(`vid=${A}`), 'same'],
    ['the same that is not stored here', visit(`vid=${B}`), visit(`vid=${B}`), 'unclear'],
    ['one of several that are given out in turn', visit(`vid=${A}`), visit(`vid=${B}`), 'unclear'],
    ['one, and the other none', visit(`vid=${B}`), visit(), 'unclear'],
    ['none', visit(), visit('other=1'), 'unset'],
    ['only its removal', visit('vid=; Max-Age=0'), visit('vid=gone; Expires=Thu, 01 Jan 1970 00:00:00 GMT'), 'unset'],
    ['one that is removed at once', visit(`vid=${B}`, 'vid=; Max-Age=0'), visit(), 'unset'],
    ['several lines, the last of which counts', visit(`vid=${B}`, `vid=${A}`), visit(`vid=${A}`), 'same'],
    ['it in quotes', visit(`vid="${A}"`), visit(`vid="${A}"`), 'same'],
    ['the same number with another time beside it', visit(`vid=${A}.1795550000`), visit(`vid=${A}.1795550001`), 'same'],
    ['nothing but odd lines', visit('', '=', ';', 'vid'), visit('\u0000vid=1'), 'unset'],
  ])('are set %s', (_what, first, second, tried) => {
    expect(compare(first, second)).toBe(tried);
  });

  it('say nothing where nothing is stored any more', () => {
    expect(compare(visit(`vid=${B}`), visit(`vid=${C}`), null)).toBe('unclear');
  });

  it('count what a redirect of the host sets, and nothing of another place', () => {
    const on = (url: string, value: string): Visit => [
      { url, lines: [`vid=${value}; Path=/`] },
      { url: 'https://elsewhere.example/', lines: [] },
    ];
    expect(compare(on(URL, B), on(URL, C))).toBe('another');
    expect(compare(on('https://elsewhere.example/', B), on('https://elsewhere.example/', C))).toBe('unset');
    expect(compare(visit(`vid=${B}; Domain=shop.example`), visit(`vid=${C}; Domain=shop.example`))).toBe('unset');
    expect(compare(visit(`vid=${B}`), visit(`vid=${C}`), A, { ...place, path: '/hi-fi' })).toBe('unset');
  });
});

describe('what may be tried', () => {
  const chance = { says: 'randomBits', args: ['64'], basis: 'inferred' } as const;
  const number = { identifier: place, kind: 'random-id', vendor: null, reasons: [chance] } as const;

  it('is a cookie of ordinary windows that is judged by its chance', () => {
    expect(mayTry(number)).toBe(true);
    expect(mayTry({ ...number, kind: 'unknown' })).toBe(true);
  });

  it.each([
    ['a login', { kind: 'login' }],
    ['a cart', { kind: 'cart' }],
    ['of a known format', { vendor: 'PostHog' }],
    ['without any chance in it', { reasons: [] }],
    ['of a private window', { identifier: { ...place, store: '1' } }],
    ['of a container', { identifier: { ...place, store: 'firefox-container-2' } }],
    ['in web storage', { identifier: { ...place, area: 'local-storage', origin: 'https://shop.example', key: 'x' } }],
  ] as const)('is nothing that is %s', (_what, more) => {
    expect(mayTry({ ...number, ...more })).toBe(false);
  });
});
