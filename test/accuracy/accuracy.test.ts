import { describe, expect, it } from 'vitest';
import { identify } from '#identify/identify.ts';
import { parseLabelled } from './labelled.ts';
import { judgeAll, measure, renamed } from './measure.ts';

const SEEN = { value: 'GA1.2.604417283.1772534112', expiry: 63_072_000, session: false, http_only: false };

function line(fields: object): string {
  const whole = { site: 'https://www.shop.example/', name: '_ga', domain: '.shop.example', purpose: 'analytics' };
  return JSON.stringify({ ...whole, seen: [SEEN], ...fields });
}

describe('labelled cookies', () => {
  it('are read as they were seen last, and told apart by whose they are', () => {
    const session = { value: 'b', expiry: 0, session: true, http_only: true };
    const text = [line({}), '', line({ domain: 'metrics.example', seen: [SEEN, session] })].join('\n');
    expect(parseLabelled(text)).toMatchObject({
      faults: [],
      cookies: [
        { purpose: 'analytics', evidence: { host: 'shop.example', party: 'first', lifetime: 63_072_000 } },
        { evidence: { host: 'metrics.example', party: 'third', lifetime: null, httpOnly: true, value: 'b' } },
      ],
    });
  });

  it.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['without a purpose', line({ purpose: 'fun' })],
    ['never seen', line({ seen: [] })],
    ['without a value', line({ seen: [{}] })],
    ['of no address', line({ site: 'shop' })],
    ['that lasts for words', line({ seen: [{ ...SEEN, expiry: 'long' }] })],
  ])('%s are told of by their line, and the others count', (_what, bad) => {
    const { cookies, faults } = parseLabelled(`${line({})}\n${bad}`);
    expect(cookies).toHaveLength(1);
    expect(faults).toEqual([expect.stringMatching(/^line 2: /u)]);
  });
});

describe('what is measured', () => {
  const uuid = '5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3';
  const { cookies } = parseLabelled(
    [
      line({}),
      line({ name: 'lang', purpose: 'functional', seen: [{ ...SEEN, value: 'en' }] }),
      line({ name: 'visitor_id', purpose: 'necessary', seen: [{ ...SEEN, value: uuid }] }),
      line({ name: 'seen', purpose: 'advertising', domain: 'ads.example', seen: [{ ...SEEN, value: '1' }] }),
    ].join('\n'),
  );

  it('is counted by class, and numbers by what they were declared to be', () => {
    const { confusion, ...shares } = measure(judgeAll(cookies, identify));
    expect(confusion.necessary).toEqual({ necessary: 1, analytics: 1, advertising: 0 });
    expect(confusion.analytics).toEqual({ necessary: 0, analytics: 1, advertising: 0 });
    expect(shares.accuracy3).toBe(
      (confusion.necessary.necessary + confusion.analytics.analytics + confusion.advertising.advertising) / 4,
    );
    expect(shares).toMatchObject({ necessaryAsRandomId: 1, analyticsAdsFound: 0.5 });
  });

  it('is the same whenever names are replaced, and no name is left', () => {
    const names = renamed(cookies).map(({ evidence }) => evidence.name);
    expect(renamed(cookies).map(({ evidence }) => evidence.name)).toEqual(names);
    expect(names.filter((name) => cookies.some(({ evidence }) => evidence.name === name))).toEqual([]);
    expect(renamed(cookies).map(({ purpose }) => purpose)).toEqual(cookies.map(({ purpose }) => purpose));
  });
});
