import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedInAddress, statedInBody } from '#consent/stated-in-request.ts';
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

  it('stands in the JSON of an auction, as either version of it has it', () => {
    const now = { user: { consent: STRING }, regs: { gdpr: 1, us_privacy: '1YNN', gpp: `DBABMA~${STRING}` } };
    const before = { user: { ext: { consent: STRING } }, regs: { ext: { gdpr: 1, us_privacy: '1YNN' } } };
    expect(statedInBody(JSON.stringify(now)).map(({ form }) => form)).toEqual(['tcf', 'us-privacy', 'gpp']);
    expect(statedInBody(JSON.stringify(before, null, 2)).map(({ form }) => form)).toEqual(['tcf', 'us-privacy']);
  });

  it.each([
    ['where it does not apply', { user: { consent: STRING }, regs: { gdpr: 0 } }],
    ['where other things have its names', { consent: 'granted', gpp: true, us_privacy: 'no' }],
    ['in a text of somebody’s', { text: `my "consent" is ${STRING}` }],
  ])('is none in JSON %s', (_, json) => {
    expect(statedInBody(JSON.stringify(json))).toEqual([]);
  });

  it('never throws', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('&gdpr_consent=', STRING, '&gpp=', '%', '&gdpr=0', '"consent":"'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(statedInAddress(`https://a.example/?${parts.join('')}`).length).toBeLessThan(4);
        expect(statedInBody(parts.join('')).length).toBeLessThan(4);
      }),
    );
  });
});
