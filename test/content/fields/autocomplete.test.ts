import { describe, expect, it } from 'vitest';
import { autofillOf } from '#content/fields/autocomplete.ts';

/** Every field name of the standard. */
const STANDARD = {
  name: 'name honorific-prefix given-name additional-name family-name honorific-suffix',
  username: 'username nickname',
  company: 'organization organization-title',
  'sign-in': 'current-password',
  'sign-up': 'new-password',
  address:
    'street-address address-line1 address-line2 address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code',
  card: 'cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type',
  birth: 'bday bday-day bday-month bday-year',
  gender: 'sex',
  phone: 'tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension',
  email: 'email',
} as const;

describe('an autocomplete attribute', () => {
  it.each(Object.entries(STANDARD).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)))(
    '%s says %s, whoever it is of',
    (name, kind) => {
      expect(autofillOf(name)).toBe(kind);
      expect(autofillOf(`section-red shipping ${name.toUpperCase()} webauthn`)).toBe(kind);
      expect(autofillOf(`\n billing  work\t${name} `)).toBe(kind);
    },
  );

  it.each([
    'one-time-code',
    'transaction-currency',
    'transaction-amount',
    'language',
    'url',
    'photo',
    'impp',
    'fax tel',
  ])('says that there is nothing of a person: %s', (name) => {
    expect(autofillOf(name)).toBeNull();
  });

  it.each(['', 'on', 'off', 'nope', 'first-name', 'section-a', 'shipping'])('says none of its names: %j', (value) => {
    expect(autofillOf(value)).toEqual({ words: /^(?:section-a|shipping)$/u.test(value) ? '' : value });
  });

  it.each([
    ['username email', 'email'],
    ['email username', 'email'],
    ['username webauthn', 'username'],
    ['off email', 'email'],
    ['current-password webauthn', 'sign-in'],
  ])('with several names says what is surest: %s', (value, kind) => {
    expect(autofillOf(value)).toBe(kind);
  });
});
