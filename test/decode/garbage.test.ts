import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Hit } from '#core/hit.ts';
import { parseBase64 } from '#decode/body/base64.ts';
import { openBody, openText } from '#decode/body/content.ts';
import { inflate } from '#decode/body/inflate.ts';
import { parseMultipart } from '#decode/body/multipart.ts';
import { looksLikeParameters, parseMatrix, parseParameters } from '#decode/body/parameters.ts';
import { READER } from '#decode/read-hit.ts';

const RUNS = 100_000;

/** Texts that come near to what is read: its signs and words, in any order. */
const NEAR = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '&',
        '=',
        '%',
        ';',
        '\n',
        '\r\n',
        '--b',
        '~',
        '|',
        '__proto__',
      ),
      fc.constantFrom('event', 'en', 'v=2', 'tid=G-ABCDE', 'batch', 'properties', 'https://a.example/', 'null', 'H4sI'),
      fc.constantFrom('Content-Disposition: form-data; name="', 'anonymousId', 'constructor', 'eyJhIjoi', '1e999'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
const TEXT = fc.oneof(NEAR, fc.string(), fc.string({ unit: 'binary' }), fc.json({ maxDepth: 3 }));
const BYTES = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  TEXT.map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 30 }).map((bytes) => new Uint8Array([0x1f, 0x8b, 8, ...bytes])),
  fc.uint8Array({ maxLength: 30 }).map((bytes) => new Uint8Array([0x78, 0x9c, ...bytes])),
);
/** Real compressed text, damaged in one place or cut off. */
const DAMAGED = fc
  .record({ text: TEXT, at: fc.nat(), sign: fc.nat({ max: 255 }), end: fc.nat() })
  .map(({ text, at, sign, end }) => {
    const bytes = new Uint8Array(gzipSync(text, { level: 1 }));
    bytes[at % bytes.length] = sign;
    return bytes.subarray(0, 1 + (end % bytes.length));
  });

describe('whatever is sent, nothing throws', () => {
  it.each<readonly [string, fc.Arbitrary<unknown>, (input: never) => unknown]>([
    ['bodies of bytes', BYTES, openBody],
    ['bodies of text', TEXT, openBody],
    ['texts inside', TEXT, openText],
    ['compressed bytes', BYTES, (bytes: Uint8Array) => inflate(bytes, 1000)],
    ['base64', TEXT, parseBase64],
    ['multipart', TEXT, parseMultipart],
    ['parameters', TEXT, (text: string) => [parseParameters(text), looksLikeParameters(text)]],
    ['matrix parameters', TEXT, parseMatrix],
  ])(
    'as %s',
    (_what, input, read) => {
      const each = fc.property(input, (one) => {
        read(one as never);
      });
      expect(() => fc.assert(each, { numRuns: RUNS })).not.toThrow();
    },
    120_000,
  );

  it('as damaged gzip', () => {
    fc.assert(
      fc.property(DAMAGED, (bytes) => {
        expect(openBody(bytes).size).toBe(bytes.length);
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('as a hit of anybody’s', () => {
    const url = fc.oneof(
      fc
        .tuple(fc.constantFrom('https://a.example/g/collect', 'https://www.facebook.com/tr/'), NEAR)
        .map((parts) => parts.join('?')),
      TEXT,
    );
    const body = fc.oneof(fc.constant(null), BYTES, TEXT);
    const hit = fc.record({ url, method: fc.constantFrom('GET', 'POST', ''), body });
    fc.assert(
      fc.property(hit, (one: Hit) => {
        const { type } = READER.read(one);
        expect(['hit', 'host', 'unknown', 'nothing']).toContain(type);
        READER.mayBeHit(one.url, one.body !== null);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
