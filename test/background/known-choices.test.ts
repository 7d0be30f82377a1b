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
} from '../../src/background/choices/known-choices.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

function at(host: string, store = '0') {
  return { domain: host as Domain, store, origin: `https://${host}` };
}

const SHOP = at('shop.example');
const NEWS = at('news.example');

function klaro(value: string): readonly ConsentRecord[] {
  return readConsent([{ area: 'cookie', name: 'klaro', value }]);
}

describe('what is known of choices', () => {
  it('is remembered by site and cookie store, also by a background that was stopped', async () => {
    const storage = fakeStorage();
    const records = klaro('{"matomo":true}');
    await rememberChoices(storage).note(SHOP, { at: 5, records });
    await rememberChoices(storage).note(at('shop.example', '1'), { at: 6, records: [] });
    const again = rememberChoices(storage);
    expect(await again.of(SHOP)).toEqual({ ...SHOP, at: 5, records });
    expect(await again.of(NEWS)).toBeNull();
    await again.note(SHOP, { at: 9 });
    expect(await again.of(SHOP)).toEqual({ ...SHOP, at: 9, records });
    await again.forgetWhere(({ store }) => store === '1');
    expect(await again.of(at('shop.example', '1'))).toBeNull();
    expect(await again.of(SHOP)).not.toBeNull();
  });

  it('is of at most thirty sites, and of none whose choice is larger than anybody’s', async () => {
    const storage = fakeStorage();
    const choices = rememberChoices(storage);
    for (let site = 0; site < 40; site += 1) await choices.note(at(`s${site}.example`), { at: site, records: [] });
    expect(await choices.of(at('s9.example'))).toBeNull();
    expect(await choices.of(at('s39.example'))).not.toBeNull();
    await choices.note(SHOP, { at: 1, records: klaro(`{"${'x'.repeat(2_000_001)}":true}`) });
    expect(JSON.stringify(await storage.get('known-choices')).length).toBeLessThan(2_000_001);
  });

  it('is nothing where it is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (kept) => {
        const storage = fakeStorage();
        await storage.set({ 'known-choices': kept });
        await rememberChoices(storage).note(SHOP, { at: 1, records: [] });
        expect(await rememberChoices(storage).of(SHOP)).not.toBeNull();
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
    const known = { ...SHOP, at: 1000, records: [] };
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
