import { describe, expect } from 'vitest';
import { PLAIN } from '../site/hosts.ts';
import { behaviour, numbersNamed } from './world.ts';

/** As random as it gets, for the browser session, of the site itself, under a name that says nothing. */
const VALUE = '8e6f2b7d90a1c4e3';
const ELSEWHERE = 'https://copperkettle.example';

describe('what may be a number', () => {
  behaviour(
    'is one from the moment a page sends it on to somebody else, which is its reason',
    async ({ open, reportUntil }) => {
      const page = await open(PLAIN);
      await page.evaluate((value) => {
        document.cookie = `xyz=${value}; Path=/`;
        document.cookie = `left=${value.replace('8e', '7d')}; Path=/`;
      }, VALUE);
      await page.goto(`${PLAIN}/again`);
      const before = await reportUntil(page, 'both, as no numbers', ({ leftAlone }) => leftAlone.length >= 2);
      expect([...numbersNamed(before, 'xyz'), ...numbersNamed(before, 'left')]).toEqual([]);
      await page.evaluate((address) => void fetch(address, { mode: 'no-cors' }), `${ELSEWHERE}/collect?cid=${VALUE}`);
      const report = await reportUntil(page, 'a number', (seen) => numbersNamed(seen, 'xyz').length === 1);
      const [number] = numbersNamed(report, 'xyz');
      expect(number).toMatchObject({ number: VALUE, kind: 'random-id' });
      expect(number?.reasons).toContainEqual({ says: 'sentOn', args: ['copperkettle.example'], basis: 'verified' });
      expect(numbersNamed(report, 'left')).toEqual([]);
    },
  );
});
