import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST, LONGEST_BODY, parseNews } from '#content/line.ts';

const WROTE = { saw: 'cookie-written', name: 'hvid', script: 'https://shop.example/app.js' };

const SAW = ['moved', 'cookie-written', 'storage-written', 'asked-with-cookies', 'sent'] as const;

describe('news over the line', () => {
  it.each([
    WROTE,
    { ...WROTE, saw: 'storage-written', script: null },
    { saw: 'moved' },
    { saw: 'asked-with-cookies', url: 'https://api.example/', method: 'POST' },
    { saw: 'sent', url: 'https://api.example/', method: 'POST', body: '\u001f\u008b\0x' },
    { saw: 'sent', url: 'https://api.example/', method: 'POST', body: '\0'.repeat(LONGEST_BODY) },
  ])('are what the guard told: %o', (news) => expect(parseNews(JSON.stringify(news))).toEqual(news));

  it('hold nothing that the guard would not tell', () => {
    expect(parseNews(JSON.stringify({ ...WROTE, value: 'secret', __proto__: { x: 1 } }))).toEqual(WROTE);
    expect(parseNews(JSON.stringify({ ...WROTE, script: { toString: 1 } }))).toEqual({ ...WROTE, script: null });
  });

  it.each([undefined, null, 7, {}, '', 'understood', '{', '[]', 'null', '{"saw":"else"}', '{"saw":"cookie-written"}'])(
    'are none: %o',
    (text) => expect(parseNews(text)).toBeUndefined(),
  );

  it('are cut to a length, and none where far too long', () => {
    const long = parseNews(JSON.stringify({ ...WROTE, script: null, name: 'x'.repeat(LONGEST + 50) }));
    expect(long).toEqual({ ...WROTE, script: null, name: 'x'.repeat(LONGEST) });
    expect(parseNews(JSON.stringify({ ...WROTE, name: 'x'.repeat(LONGEST * 3) }))).toBeUndefined();
    const sent = { saw: 'sent', url: 'https://api.example/', method: 'POST', body: 'x'.repeat(LONGEST_BODY + 1) };
    expect(parseNews(JSON.stringify(sent))).toBeUndefined();
  });

  it('of any text or value give news of bounded length, or nothing', () => {
    const field = fc.oneof(fc.jsonValue(), fc.string());
    const saw = fc.oneof(fc.constantFrom(...SAW), field);
    const like = fc
      .record({ saw, name: field, script: field, url: field, method: field, body: field }, { requiredKeys: [] })
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json(), like), (text) => {
        const news = parseNews(text);
        if (news === undefined) return;
        expect(SAW).toContain(news.saw);
        for (const value of Object.values(news)) {
          expect(value === null || (typeof value === 'string' && value.length <= LONGEST_BODY)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
