import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { VALUE_LENGTH } from '#identify/value.ts';
import { preview } from '#identify/preview.ts';
import { stored } from './stored.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.webUrl({ withQueryParameters: true }),
  fc.base64String({ maxLength: 80 }),
  fc.uuid(),
);
const names = fc.oneof(
  text,
  fc.constantFrom(
    '_ga',
    '_sp_id.1',
    'ph_a_posthog',
    'AMP_a',
    'kndctr_a_identity',
    'utag_main',
    'sid',
    'lang',
    'consent',
  ),
);
const evidences: fc.Arbitrary<Evidence> = fc.record({
  area: fc.constantFrom('cookie', 'local-storage', 'session-storage', 'indexed-db'),
  name: names,
  value: text,
  host: fc.oneof(fc.domain(), text),
  lifetime: fc.oneof(fc.constant(null), fc.constant('never' as const), fc.double()),
  httpOnly: fc.boolean(),
  party: fc.constantFrom('first', 'third'),
});

function shown(name: string, value: string): string | null {
  return preview(stored(name, value), identify(stored(name, value)));
}

describe('any stored text', () => {
  it('gets a verdict: a confidence within bounds, and a token for a number only', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const verdict = identify(evidence);
        expect(verdict.confidence).toBeGreaterThanOrEqual(0);
        expect(verdict.confidence).toBeLessThanOrEqual(1);
        expect(verdict.reasons.length).toBeGreaterThan(0);
        expect(verdict.token !== null).toBe(verdict.kind === 'random-id');
        expect(structuredClone(verdict)).toEqual(verdict);
      }),
      { numRuns: 10_000 },
    );
  });

  it('has a preview of at most forty printable characters on one line, or none', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const line = preview(evidence, { ...identify(evidence), kind: 'preference' });
        expect(line ?? 'none').toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,40}$/u);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    'a',
    'a=',
    '=a',
    'a-',
    '%',
    '%25',
    '"',
    '1.',
    '{"a":{',
    'ey',
    'ey.',
    'https://',
    '\0',
    'MCMID|',
    'das!',
    'é',
  ])('is read at its beginning only, though it be megabytes of %j', (piece) => {
    const long = piece.repeat(1_000_000);
    const head = long.slice(0, VALUE_LENGTH);
    expect(identify(stored('xyz', long))).toEqual(identify(stored('xyz', head)));
    expect(identify(stored('xyz', `${head}7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44`))).toEqual(
      identify(stored('xyz', head)),
    );
  });
});

describe('a preview', () => {
  it('shows preferences and consent choices', () => {
    expect(shown('lang', 'en-us')).toBe('en-us');
    expect(shown('theme', '%22dark%22')).toBe('dark');
    expect(shown('cookies_accepted', 'yes')).toBe('yes');
  });

  it('shows nothing of logins, security, carts and what is unknown', () => {
    expect(shown('sid', 'en-us')).toBeNull();
    expect(shown('csrf', 'en-us')).toBeNull();
    expect(shown('cart', 'en-us')).toBeNull();
    expect(shown('xyz', 'en-us')).toBeNull();
  });

  it('is cut where it is long, and absent where it is empty', () => {
    expect(shown('cookie_settings', 'allowed: '.repeat(20))).toMatch(/^allowed: .{30}…$/u);
    expect(shown('lang', ' ')).toBeNull();
  });

  it('holds no markup of direction or control', () => {
    expect(shown('lang', 'en\u202E\u0000us')).toBe('en us');
  });
});
