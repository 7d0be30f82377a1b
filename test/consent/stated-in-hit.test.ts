import { describe, expect, it } from 'vitest';
import type { Place } from '#core/hit.ts';
import { statedInHit } from '#consent/stated-in-hit.ts';
import { tcf } from './choices.ts';
import { states } from './stored.ts';

function stated(name: string, value: string, part: Place['part'] = 'query') {
  return statedInHit({ value, place: { part, name }, basis: 'stated' });
}

describe('what a request says of consent', () => {
  const string = tcf({ consents: [7] }).value;

  it.each([
    ['gcs', 'G110', 'google-consent-mode', 'analytics analytics_storage refused'],
    ['gcd', '11r1p1r1r5', 'google-consent-mode', 'analytics analytics_storage refused'],
    ['asc', 'G', 'microsoft-consent-mode', 'advertising ad_storage granted'],
    ['asc', 'D', 'microsoft-consent-mode', 'advertising ad_storage refused'],
    ['gdpr_consent', string, 'tcf', 'advertising purpose 7 granted'],
    ['events.0.tcs', string, 'tcf', 'advertising purpose 7 granted'],
    ['gpp', `DBABMA~${string}`, 'gpp', 'advertising purpose 7 granted'],
    ['us_privacy', '1YYN', 'us-privacy', 'sale opt-out of sale objected'],
  ])('%s=%s', (name, value, form, state) => {
    const record = stated(name, value);
    expect(record).toMatchObject({
      form,
      problem: null,
      texts: [{ area: 'request', name: name.split('.').at(-1), value }],
    });
    expect(record === null ? [] : states(record)).toContain(state);
  });

  it.each([
    ['asc', 'X'],
    ['gcs', 'G2'],
    ['consent', 'granted'],
    ['gdpr_consent', string.slice(0, 45)],
    ['us_privacy', '2YYN'],
  ])('%s=%s is nothing that can be read', (name, value) => {
    expect(stated(name, value)).toBeNull();
  });
});
