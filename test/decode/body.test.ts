import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MOST_READ, openBody } from '#decode/body/content.ts';
import { inflate } from '#decode/body/inflate.ts';

const SAID = { event: 'page_view', page: 'https://shop.example/über' };
const JSON_TEXT = JSON.stringify(SAID);
const FIELDS = 'event=page_view&page=https%3A%2F%2Fshop.example%2F%C3%BCber';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64');
}

const MULTIPART = ['event', 'page']
  .map((name) => `--b0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${SAID[name as keyof typeof SAID]}\r\n`)
  .join('')
  .concat('--b0--\r\n');

describe('a body holds the same', () => {
  it.each([
    ['JSON', bytes(JSON_TEXT)],
    ['JSON with space around it', bytes(`\n ${JSON_TEXT}\r\n`)],
    ['text that the browser has decoded', JSON_TEXT],
    ['fields', bytes(FIELDS)],
    ['fields with bare signs', 'event=page_view&page=https://shop.example/über'],
    ['multipart', bytes(MULTIPART)],
    ['gzip', new Uint8Array(gzipSync(JSON_TEXT))],
    ['zlib', new Uint8Array(deflateSync(JSON_TEXT))],
    ['gzip of fields', new Uint8Array(gzipSync(FIELDS))],
    ['base64', base64(JSON_TEXT)],
    ['base64url without padding', base64(JSON_TEXT).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')],
    ['base64 of gzip', base64(gzipSync(JSON_TEXT))],
    ['gzip of base64', new Uint8Array(gzipSync(base64(JSON_TEXT)))],
    ['percent-encoded JSON', encodeURIComponent(JSON_TEXT)],
  ])('as %s', (_form, body) => {
    const { content, limits } = openBody(body);
    expect(limits).toEqual([]);
    expect(content.form).toBe('value');
    expect({ ...(content as { readonly value: object }).value }).toEqual(SAID);
  });

  it('as lines, each with its own', () => {
    expect(openBody(`${JSON_TEXT}\n${JSON_TEXT}\n`).content).toEqual({ form: 'rows', rows: [SAID, SAID] });
    const { content } = openBody('en=page_view&_et=1\r\nen=scroll&_et=2');
    expect(content.form === 'rows' && content.rows.map((row) => ({ ...(row as object) }))).toEqual([
      { en: 'page_view', _et: '1' },
      { en: 'scroll', _et: '2' },
    ]);
  });
});

it('of fields may hold JSON as it is', () => {
  const { content } = openBody(`data={"event": "page view"}`);
  expect({ ...(content as { readonly value: object }).value }).toEqual({ data: '{"event": "page view"}' });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', null, 'none', []],
    ['nothing at all', new Uint8Array(), 'none', []],
    ['mere text', 'hello there, nothing here', 'text', []],
    ['half JSON', JSON_TEXT.slice(0, 20), 'text', ['not-json']],
    ['cut gzip', new Uint8Array(gzipSync(JSON_TEXT)).subarray(0, 30), 'text', ['damaged']],
    ['a gzip’s beginning', new Uint8Array([0x1f, 0x8b, 8, 0, 0]), 'binary', ['damaged']],
    [
      'protocol buffers',
      new Uint8Array([10, 3, 0, 1, 2, 255, 254, 8, 150, 1, 16, 200, 3, 0, 0, 0, 1, 2]),
      'binary',
      ['binary'],
    ],
    [
      'a character cut in two',
      new Uint8Array([...bytes(`{"a":"${'b'.repeat(100)}"}`), 0xc3]),
      'text',
      ['not-utf8', 'not-json'],
    ],
  ])('%s is said to be', (_what, body, form, limits) => {
    const opened = openBody(body);
    expect(opened.content.form).toBe(form);
    expect(opened.limits).toEqual(limits);
  });

  it('JSON of a hundred thousand levels is read, or said not to be', () => {
    for (const body of ['['.repeat(100_000), '['.repeat(100_000) + ']'.repeat(100_000), '{"a":'.repeat(100_000)]) {
      expect(['value', 'text']).toContain(openBody(body).content.form);
    }
  });

  it('50 MB are read up to a limit, and said to be', () => {
    const body = bytes(`{"event":"${'x'.repeat(50_000_000)}"}`);
    expect(openBody(body)).toMatchObject({ limits: ['too-large'], size: body.length });
  });

  it('a zip bomb is read up to a limit, and said to be', () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(300_000_000, 0x61)));
    expect(bomb.length).toBeLessThan(400_000);
    expect(inflate(bomb, MOST_READ)).toMatchObject({ limit: 'too-large' });
    expect(inflate(bomb, MOST_READ)?.bytes.length).toBe(MOST_READ);
    expect(openBody(bomb).limits).toEqual(['too-large']);
    const twice = new Uint8Array(gzipSync(bomb));
    expect(openBody(twice).limits).toContain('too-large');
  });
});
