import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, wordsOf } from '#content/fields/words.ts';

describe('a text', () => {
  it.each([
    ['txtFirst_Name2', ' txt first name 2 '],
    ['billing-address[line1]', ' billing address line 1 '],
    ['IPAddress', ' ip address '],
    ['userID', ' user id '],
    ['E-Mail-Adresse *', ' e mail adresse '],
    ['Straße, Nº', ' strasse no '],
    ['Doğum tarihi', ' dogum tarihi '],
    ['TARİH ADI', ' tarih adi '],
    ['Imię', ' imie '],
    ['Żółć', ' zolc '],
    ['メール アドレス', ' メール アドレス '],
    ['メール', ' メール '],
    ['Электронная почта:', ' электронная почта '],
    ['', '  '],
  ])('%j is the words %j', (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  it('is words of letters and digits between single spaces, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(wordsOf(text)).toMatch(/^ (?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)? $/u);
      }),
    );
  });
});

describe('stems', () => {
  it.each([
    ['mobil', ' automobile ', true],
    ['_mobil', ' automobile ', false],
    ['_mobil', ' mobilnummer ', true],
    ['_tel_', ' home tel ', true],
    ['_tel_', ' hotel telling ', false],
    ['first-name', ' your firstname ', true],
    ['first-name', ' your first name ', true],
    ['first-name', ' first your name ', false],
    ['=ad', ' ad ', true],
    ['=ad', ' ad title ', false],
    ['x y _z_', ' a z ', true],
    ['x y _z_', ' a zz ', false],
  ])('%j in %j: %j', (stems, words, found) => {
    expect(anyOf(stems)(words)).toBe(found);
  });
});
