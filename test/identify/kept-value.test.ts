import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptValue } from '#identify/kept-value.ts';

const ID = '01a21f2d-746e-714f-978c-1b57626d8251';

describe('the whole value around a number', () => {
  it.each([
    ['is kept', `GA1.1.${ID}.1764278400`, `GA1.1.${ID}.1764278400`],
    ['is kept percent-encoded', `%22${ID}%22`, `%22${ID}%22`],
    [
      'loses what is written beside it in JSON',
      JSON.stringify({
        distinct_id: ID,
        $sesid: [1_764_278_400_000, ID],
        who: { email: 'ada@post.example', name: 'Ada' },
      }),
      `{"distinct_id":"${ID}","$sesid":[1764278400000,"${ID}"],"who":{"email":"…","name":"…"}}`,
    ],
    [
      'loses it percent-encoded too',
      encodeURIComponent(JSON.stringify({ id: ID, at: '2026-11-27T22:43:33.534Z', phone: '+49305550142' })),
      `{"id":"${ID}","at":"2026-11-27T22:43:33.534Z","phone":"…"}`,
    ],
    ['loses an address', `id=${ID}&who=ada%40post.example`, `id=${ID}&who=…`],
    ['loses an address in base64', btoa(`{"id":"${ID}","em":"ada@post.example"}`), `{"id":"${ID}","em":"…"}`],
    ['loses digits that may be a phone number', `{"id":"${ID}","p":"0305550142"}`, `{"id":"${ID}","p":"…"}`],
  ])('%s', (_, value, kept) => {
    expect(keptValue(value, ID)).toBe(kept);
  });

  it('never throws, holds its number where it did in JSON, and no address', () => {
    fc.assert(
      fc.property(fc.json(), fc.emailAddress(), fc.string(), (json, email, text) => {
        keptValue(text, ID);
        const kept = keptValue(JSON.stringify({ a: json, email, id: ID }), ID);
        expect(kept).toContain(ID);
        expect(kept).not.toContain(email);
      }),
    );
  });
});
