import { expect, it } from 'vitest';
import { linkIdsIn } from '#core/link-ids.ts';

function found(...parameters: readonly string[]): readonly string[] {
  return linkIdsIn(parameters).map(({ parameter, vendor, names }) => `${parameter}: ${names} by ${vendor}`);
}

it.each([
  ['gclid', 'gclid: click by Google Ads'],
  ['fbclid', 'fbclid: click by Meta'],
  ['msclkid', 'msclkid: click by Microsoft Advertising'],
  ['ScCid', 'ScCid: click by Snapchat'],
  ['mc_eid', 'mc_eid: person by Mailchimp'],
  ['_gl', '_gl: person by Google Analytics'],
  ['li_fat_id', 'li_fat_id: person by LinkedIn'],
])('%s brings a number along', (parameter, expected) => {
  expect(found('q', parameter, 'page')).toEqual([expected]);
});

it('what only says which campaign it was, or is anything else, brings none', () => {
  expect(found('utm_source', 'utm_campaign', 'mc_cid', 'gad_source', 'gclsrc', 'q', 'constructor', '')).toEqual([]);
});

it('each is told once, in the order of the address', () => {
  expect(found('fbclid', 'gclid', 'fbclid')).toEqual(['fbclid: click by Meta', 'gclid: click by Google Ads']);
});
