import { GIVEN_KINDS, type GivenKind } from '#core/given.ts';
import type { FieldKind } from './stems.ts';

function count(kinds: readonly FieldKind[], kind: FieldKind): number {
  return kinds.filter((one) => one === kind).length;
}

/** Two passwords make an account; an old one, a new one and the new one again are of an account that is there. */
function account(kinds: readonly FieldKind[]): 'sign-in' | 'sign-up' | null {
  const here = count(kinds, 'sign-in');
  const fresh = count(kinds, 'sign-up');
  if (here + fresh === 0) return null;
  if (here === 0 || here === 2) return 'sign-up';
  return fresh === 1 ? 'sign-up' : 'sign-in';
}

/**
 * What some fields of a form give the site, each kind once and in the order of `GIVEN_KINDS`. What a field is depends on
 * which others were filled with it: a part of a card counts with another part, a user name is part of signing in.
 */
export function kindsGiven(fields: readonly FieldKind[], among: readonly FieldKind[] = fields): readonly GivenKind[] {
  const isCard = among.includes('card') || count(among, 'card-part') > 1;
  const signing = account(among);
  const kinds = new Set(
    fields.map((kind) => {
      if (kind === 'card-part') return isCard ? 'card' : null;
      if (kind === 'sign-in' || kind === 'sign-up') return signing;
      return kind === 'username' && signing !== null ? null : kind;
    }),
  );
  return GIVEN_KINDS.filter((kind) => kinds.has(kind));
}
