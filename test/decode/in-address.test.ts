import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInAddress } from '#decode/in-address.ts';
import { anyAddress } from './addresses.ts';

const ID = '9c0e4b7a1f6d8352';
const CLIENT = '1846203957.1772534112';

function parametersOf(path: string, token = ID): (string | null)[] {
  return findInAddress(`https://metrics.example${path}`, [token]).map((found) => found.parameter);
}

describe('a number in an address', () => {
  it('is found in its parameter, as it is or percent-encoded', () => {
    expect(parametersOf(`/p?uid=${ID}&page=2`)).toEqual(['uid']);
    expect(parametersOf('/g/collect?v=2&cid=1846203957%2E1772534112', CLIENT)).toEqual(['cid']);
    expect(parametersOf('/p?uid=a%7Cb%2Fc%3D1234', 'a|b/c=1234')).toEqual(['uid']);
  });

  it('is found inside an address that is a parameter itself', () => {
    expect(parametersOf(`/hop?to=${encodeURIComponent(`https://other.example/?uid=${ID}`)}`)).toEqual(['to']);
  });

  it('is found in the path, in the fragment and after a semicolon', () => {
    expect(parametersOf(`/sync/${ID}/pixel.gif`)).toEqual([null]);
    expect(parametersOf(`/#${ID}`)).toEqual([null]);
    expect(parametersOf(`/#uid=${ID}`)).toEqual(['uid']);
    expect(parametersOf(`/activity;src=1;auid=${ID};ord=1`)).toEqual(['auid']);
  });

  it('is told once for each parameter that holds it', () => {
    expect(parametersOf(`/p?uid=${ID}&uid=${ID}&ref=${ID}`)).toEqual(['uid', 'ref']);
  });

  it('stands alone: inside a longer run of letters and digits it is another', () => {
    expect(parametersOf(`/p?uid=${ID}0`)).toEqual([]);
    expect(parametersOf(`/p?uid=a${ID}`)).toEqual([]);
    expect(parametersOf(`/p?uid=v1_${ID}-2`)).toEqual(['uid']);
    expect(parametersOf(`/p?uid=a${ID}&ref=${ID}`)).toEqual(['ref']);
  });

  it('is not looked for in the host, nor where it has fewer than eight characters', () => {
    expect(findInAddress(`https://${ID}.metrics.example/p`, [ID])).toEqual([]);
    expect(findInAddress('https://metrics.example/p?uid=1234567', ['1234567'])).toEqual([]);
  });

  it('is exact: letters of the other case are another number', () => {
    expect(parametersOf(`/p?uid=${ID.toUpperCase()}`)).toEqual([]);
  });

  it('is found among many', () => {
    const found = findInAddress(`https://metrics.example/p?a=${ID}&b=${CLIENT}`, ['nowhere-at-all', CLIENT, ID, ID]);
    expect(found).toEqual([
      { token: CLIENT, parameter: 'b' },
      { token: ID, parameter: 'a' },
    ]);
  });
});

describe('any address', () => {
  it('gives only numbers that were asked for', () => {
    const tokens = fc.array(
      fc.oneof(fc.string({ unit: 'binary', minLength: 8, maxLength: 20 }), fc.constant('thank-you')),
    );
    fc.assert(
      fc.property(anyAddress, tokens, (url, asked) => {
        for (const { token } of findInAddress(url, asked)) expect(asked).toContain(token);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives a number that was put into it', () => {
    const token = fc.stringMatching(/^[A-Za-z\d]{4}[\w .|/=:{}"+-]{2,20}[A-Za-z\d]{4}$/u);
    const name = fc.stringMatching(/^[a-z_]{1,10}$/u);
    fc.assert(
      fc.property(token, name, (number, parameter) => {
        const url = `https://metrics.example/p?before=1&${parameter}=${encodeURIComponent(number)}&after=2`;
        expect(findInAddress(url, [number])).toContainEqual({ token: number, parameter });
      }),
      { numRuns: 10_000 },
    );
  });
});
