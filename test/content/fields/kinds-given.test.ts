import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIVEN_KINDS } from '#core/given.ts';
import { kindsGiven } from '#content/fields/kinds-given.ts';
import type { FieldKind } from '#content/fields/stems.ts';

describe('what the fields of a form give', () => {
  it.each<[string, FieldKind[], FieldKind[]]>([
    ['each kind once, in the order of their list', ['phone', 'name', 'email', 'name'], ['name', 'email', 'phone']],
    ['a sign-in, whose user name is part of it', ['username', 'sign-in'], ['sign-in']],
    ['a sign-in with an e-mail address, which is given', ['email', 'sign-in'], ['email', 'sign-in']],
    ['a user name by itself', ['username'], ['username']],
    ['a sign-up where the password is a new one', ['email', 'sign-up'], ['email', 'sign-up']],
    ['a sign-up where the password is typed twice', ['sign-in', 'sign-up'], ['sign-up']],
    ['a sign-up where both fields are called the same', ['sign-in', 'sign-in'], ['sign-up']],
    ['no sign-up where a password is changed', ['sign-in', 'sign-up', 'sign-up'], ['sign-in']],
    ['a card by what only a payment card has', ['card'], ['card']],
    ['a card by its number and its expiry', ['card-part', 'card-part'], ['card']],
    ['a card by its number and its check digits', ['card-part', 'card'], ['card']],
    ['no card by a number alone, as a library has', ['name', 'card-part', 'sign-in'], ['name', 'sign-in']],
    ['nothing where there is none', [], []],
  ])('%s', (_what, fields, kinds) => {
    expect(kindsGiven(fields)).toEqual(kinds);
  });

  it.each<[string, FieldKind[], FieldKind[], FieldKind[]]>([
    ['part of a card', ['card-part'], ['card-part', 'card-part', 'name'], ['card']],
    ['a number that no other part stands by', ['card-part'], ['card-part', 'name'], []],
    ['the second password of a sign-up', ['sign-in'], ['sign-in', 'sign-up'], ['sign-up']],
    ['the user name of a sign-in', ['username'], ['username', 'sign-in'], []],
  ])('is told of one field among the others: %s', (_what, fields, among, kinds) => {
    expect(kindsGiven(fields, among)).toEqual(kinds);
  });

  it('is never more than what was filled, whatever that is', () => {
    const any = fc.array(fc.constantFrom<FieldKind>(...GIVEN_KINDS, 'card-part'));
    fc.assert(
      fc.property(any, (fields) => {
        const kinds = kindsGiven(fields);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(kinds.length).toBeLessThanOrEqual(fields.length);
      }),
    );
  });
});
