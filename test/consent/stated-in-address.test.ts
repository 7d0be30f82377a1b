import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedInAddress } from '#consent/stated-in-address.ts';
import { tcf } from './choices.ts';
import { states } from './stored.ts';

const STRING = tcf({ consents: [7] }).value;

function statedIn(query: string): readonly string[] {
  return statedInAddress(`https://ads.example/bid?${query}`).flatMap((record) => [record.form, ...states(record)]);
}

describe('what an address says of consent, whoever is asked', () => {
  it('is a TC string, a GPP string and a US Privacy string, by the standards’ names', () => {
    const records = statedInAddress(
      `https://ads.example/bid?a=1&gdpr=1&gdpr_consent=${STRING}&gpp=DBABMA%7E${STRING}&gpp_sid=2&us_privacy=1YNN#x`,
    );
    expect(records.map(({ form }) => form)).toEqual(['tcf', 'gpp', 'us-privacy']);
    expect(records.map(({ texts }) => texts)).toEqual([
      [{ area: 'request', name: 'gdpr_consent', value: STRING }],
      [{ area: 'request', name: 'gpp', value: `DBABMA~${STRING}` }],
      [{ area: 'request', name: 'us_privacy', value: '1YNN' }],
    ]);
    expect(states(records[0] as never)).toContain('advertising purpose 7 granted');
  });

  it('is a TC string as long as they are', () => {
    const long = tcf({ consents: [7], vendors: Array.from({ length: 800 }, (_, at) => at * 2 + 1) }).value;
    expect(long.length).toBeGreaterThan(STRING.length);
    expect(statedIn(`gdpr_consent=${long}`)).toContain('advertising purpose 7 granted');
  });

  it.each([
    ['which does not apply', `gdpr=0&gdpr_consent=${STRING}`],
    ['which does not apply, said after it', `gdpr_consent=${STRING}&gdpr=0`],
    ['whose beginning alone is there', `gdpr_consent=${STRING.slice(0, 40)}`],
    ['under another name', `my_gdpr_consent=${STRING}`],
    [
      'that is a macro nobody filled in',
      'gdpr_consent=${GDPR_CONSENT_755}&us_privacy=${US_PRIVACY}&gpp=${GPP_STRING_755}',
    ],
    ['that is empty', 'gdpr_consent=&us_privacy=&gpp='],
    ['that is no percent-encoding', 'gdpr_consent=%E0%A4%A'],
    ['that is longer than any', `gdpr_consent=${STRING}${'A'.repeat(5000)}`],
  ])('is nothing where it has one %s', (_, query) => {
    expect(statedIn(query)).toEqual([]);
  });

  it('takes the first of several by one name', () => {
    expect(statedInAddress('https://a.example/?us_privacy=1YNN&us_privacy=1YYN')).toMatchObject([
      { texts: [{ value: '1YNN' }] },
    ]);
  });

  it('never throws', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('&gdpr_consent=', STRING, '&gpp=', '%', '&gdpr=0'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(statedInAddress(`https://a.example/?${parts.join('')}`).length).toBeLessThan(4);
      }),
    );
  });
});
