import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { stored } from './stored.ts';

const UUID = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';
const HEX = '8e6f2b7d90a1c4e3';
const TEXT = 'q7Jx0ZkV3nTb8RwLs2Hd5YcMp1Gf4AeU9iKoXvBmWzQy';
const MS = '1772534112345';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('the identifying part of a value is found, and where it stands is said', () => {
  it.each([
    ['beside a time', `${UUID}|${MS}`, UUID, '1st part'],
    ['before a time, with a hyphen', `${HEX}-${MS}`, HEX, '1st part'],
    ['after a time', `${MS}.${HEX}`, HEX, 'last part'],
    ['between a version and a time', `v2.${HEX}.${MS}`, HEX, '2nd part'],
    ['between counts', `1:${UUID}:4`, UUID, '2nd part'],
    ['in JSON', `{"uid":"${UUID}","t":${MS}}`, UUID, 'uid'],
    ['in JSON, percent-encoded twice', `%257B%2522uid%2522%253A%2522${UUID}%2522%257D`, UUID, 'uid'],
    ['in JSON within JSON', JSON.stringify({ state: JSON.stringify({ visitor: UUID, n: 1 }) }), UUID, 'visitor'],
    ['in a list', `[${MS},"${UUID}"]`, UUID, '2nd part'],
    ['in JSON in base64', base64(`{"uid":"${UUID}","t":${MS}}`), UUID, 'uid'],
    ['in spaced JSON in base64', base64(`{ "uid" : "${UUID}" }`), UUID, 'uid'],
    ['in a list in base64', base64(`["${UUID}",3]`), UUID, '1st part'],
    ['in a query', `v=2&uid=${HEX}&t=1772534112`, HEX, 'uid'],
    ['in a query in base64', base64(`v=2&uid=${HEX}&t=1772534112`), HEX, 'uid'],
    ['in base64 in a query', `n=2&data=${base64(`{"uid":"${UUID}"}`)}`, UUID, 'uid'],
    ['in pairs', `a:1|b:${HEX}|c:2`, HEX, 'b'],
    ['signed, as Express does', encodeURIComponent(`s:${HEX}.${TEXT.slice(0, 43)}`), HEX, '2nd part'],
    ['signed, as Django does', `${HEX}:1rZk3a:${TEXT.slice(0, 27)}`, HEX, '1st part'],
  ])('%s: %s', (_how, value, token, place) => {
    const verdict = identify(stored('xyz', value));
    expect(verdict).toMatchObject({ kind: 'random-id', token });
    expect(verdict.reasons).toContainEqual({ says: 'partOfValue', args: [place], basis: 'inferred' });
  });

  it('stays the same while times and counts beside it change', () => {
    for (const [first, later] of [
      [`${HEX}-${MS}`, `${HEX}-1779999999999`],
      [base64(`{"uid":"${UUID}","n":1}`), base64(`{"uid":"${UUID}","n":2}`)],
      [`s:${HEX}.${TEXT.slice(0, 43)}`, `s:${HEX}.${TEXT.slice(1, 44)}`],
    ] as const) {
      expect(identify(stored('xyz', later)).token).toBe(identify(stored('xyz', first)).token);
    }
  });
});

describe('base64 of what tells nobody apart is no number', () => {
  it.each([
    ['an address', 'https://shop.example/hi-fi/'],
    ['settings', '{"theme":"dark","columns":3}'],
    ['times', `{"seen":${MS},"shown":1772534112}`],
    ['words', 'front page, summer sale, support'],
  ])('%s', (_what, text) => {
    expect(identify(stored('xyz', base64(text)))).toMatchObject({ kind: 'unknown', token: null });
  });
});
