import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConsent } from '#consent/read-consent.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { Domain } from '#core/site.ts';
import {
  changeOf,
  isNameOfChoice,
  isOfThisVisit,
  rememberChoices,
} from '../../src/background/banners/known-choices.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

const SHOP = 'shop.example' as Domain;
const NEWS = 'news.example' as Domain;

function klaro(value: string): readonly ConsentRecord[] {
  return readConsent([{ area: 'cookie', name: 'klaro', value }]);
}

describe('what is known of choices', () => {
  it('is remembered by site and cookie store, also by a background that was stopped', async () => {
    const storage = fakeStorage();
    const records = klaro('{"matomo":true}');
    await rememberChoices(storage).note(SHOP, '0', { at: 5, records });
    await rememberChoices(storage).note(SHOP, '1', { at: 6, records: [] });
    const again = rememberChoices(storage);
    expect(await again.of(SHOP, '0')).toEqual({ domain: SHOP, store: '0', at: 5, records });
    expect(await again.of(NEWS, '0')).toBeNull();
    await again.note(SHOP, '0', { at: 9 });
    expect(await again.of(SHOP, '0')).toEqual({ domain: SHOP, store: '0', at: 9, records });
    await again.forgetWhere(({ store }) => store === '1');
    expect(await again.of(SHOP, '1')).toBeNull();
    expect(await again.of(SHOP, '0')).not.toBeNull();
  });

  it('is of at most thirty sites, and of none whose choice is larger than anybody’s', async () => {
    const storage = fakeStorage();
    const choices = rememberChoices(storage);
    for (let site = 0; site < 40; site += 1)
      await choices.note(`s${site}.example` as Domain, '0', { at: site, records: [] });
    expect(await choices.of('s9.example' as Domain, '0')).toBeNull();
    expect(await choices.of('s39.example' as Domain, '0')).not.toBeNull();
    await choices.note(SHOP, '0', { at: 1, records: klaro(`{"${'x'.repeat(2_000_001)}":true}`) });
    expect(JSON.stringify(await storage.get('known-choices')).length).toBeLessThan(2_000_001);
  });

  it('is nothing where it is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (kept) => {
        const storage = fakeStorage();
        await storage.set({ 'known-choices': kept });
        await rememberChoices(storage).note(SHOP, '0', { at: 1, records: [] });
        expect(await rememberChoices(storage).of(SHOP, '0')).not.toBeNull();
      }),
    );
  });

  it.each([
    ['{"a":true,"b":false}', '{"a":true,"b":false}', 'same'],
    ['{"a":true,"b":false}', '{"b":false,"a":true}', 'text'],
    ['{"a":true,"b":false}', '{"a":false,"b":false}', 'meaning'],
    ['{"a":true}', '{"a":', 'meaning'],
  ] as const)('has changed or not: %s, %s', (before, after, change) => {
    expect(changeOf(klaro(before), klaro(after))).toBe(change);
  });

  it('is of a visit for half an hour', () => {
    const known = { domain: SHOP, store: '0', at: 1000, records: [] };
    expect(isOfThisVisit(known, 1000 + 1_800_000)).toBe(true);
    expect(isOfThisVisit(known, 1001 + 1_800_000)).toBe(false);
  });

  it.each([
    ['klaro', true],
    ['euconsent-v2', true],
    ['uc_settings', true],
    ['theme', false],
    ['CookieConsent', false],
  ])('is looked for where a form’s own name is written: %s', (name, is) => {
    expect(isNameOfChoice(name)).toBe(is);
  });
});
