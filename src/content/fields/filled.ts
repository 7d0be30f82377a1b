import type { Giving } from '#core/given.ts';
import { emailIn, phoneIn } from './contact.ts';
import { fieldOf } from './field-of.ts';
import { kindOfField } from './kind-of-field.ts';
import { kindsGiven } from './kinds-given.ts';
import type { FieldKind } from './stems.ts';
import { type Field, valueOf } from './taken.ts';

/** What some filled fields give a site. */
type Given = Pick<Giving, 'kinds' | 'emails' | 'phones'>;

/** The kind of what is in a field now: one for an e-mail address or a user name may hold either, or a phone number. */
function kindFilled(field: Field): FieldKind | null {
  const kind = kindOfField(fieldOf(field));
  if (kind !== 'email' && kind !== 'username') return kind;
  const value = valueOf(field);
  if (emailIn(value) !== null) return 'email';
  if (kind === 'username') return kind;
  return phoneIn(value) === null ? null : 'phone';
}

/** What some filled fields give a site, where these others were filled along with them. */
export function givenBy(fields: readonly Field[], among: readonly Field[]): Given {
  const kinds = new Map([...among, ...fields].map((field) => [field, kindFilled(field)] as const));
  const kindsOf = (some: readonly Field[]): readonly FieldKind[] =>
    some.map((field) => kinds.get(field) ?? null).filter((kind) => kind !== null);
  const contacts = (kind: FieldKind, read: (text: string) => string | null): readonly string[] => {
    const found = fields.filter((field) => kinds.get(field) === kind).map((field) => read(valueOf(field)));
    return [...new Set(found.filter((contact) => contact !== null))];
  };
  return {
    kinds: kindsGiven(kindsOf(fields), kindsOf(among)),
    emails: contacts('email', emailIn),
    phones: contacts('phone', phoneIn),
  };
}
