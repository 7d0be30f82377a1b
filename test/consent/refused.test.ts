import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '#core/consent.ts';
import { readConsent } from '#consent/read-consent.ts';
import { leftIn, outcomeOfRefusing } from '#consent/refused.ts';

function stored(name: string, value: string): readonly ConsentRecord[] {
  return readConsent([{ area: 'cookie', name, value }]);
}

const REFUSED = stored('klaro', '{"matomo":false,"adsense":false}');
const GRANTED = stored('klaro', '{"matomo":true,"adsense":false}');
const BROKEN = stored('klaro', '{"matomo":');

describe('what came of refusing', () => {
  it.each([
    ['refused', REFUSED],
    ['stored-otherwise', GRANTED],
    ['stored-otherwise', [...REFUSED, ...GRANTED]],
    ['unread', []],
    ['unread', BROKEN],
    ['refused', [...REFUSED, ...BROKEN]],
  ])('is %s only by what is stored', (outcome, after) => {
    expect(outcomeOfRefusing(after)).toBe(outcome);
  });

  it('names what may go on', () => {
    expect(GRANTED.map(leftIn)).toEqual([['analytics']]);
    expect(REFUSED.map(leftIn)).toEqual([[]]);
  });
});
