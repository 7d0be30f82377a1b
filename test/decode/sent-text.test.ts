import { deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sentText } from '#decode/sent-text.ts';

it.each<[string, Uint8Array | string | null, string]>([
  ['nothing', null, ''],
  ['text', 'a=1&b=2', 'a=1&b=2'],
  ['bytes', new TextEncoder().encode('{"id":"é"}'), '{"id":"é"}'],
  ['gzip', gzipSync('{"id":1}'), '{"id":1}'],
  ['zlib', deflateSync('{"id":1}'), '{"id":1}'],
  ['what is no text', new Uint8Array([0x61, 0xff, 0x62]), 'a\ufffdb'],
])('%s as text', (_, body, text) => {
  expect(sentText(body)).toBe(text);
});

it('is cut off where it is too long, compressed or not', () => {
  expect(sentText('a'.repeat(2_000_000)).length).toBe(1_048_576);
  expect(sentText(gzipSync('a'.repeat(3_000_000))).length).toBe(1_048_576);
});
