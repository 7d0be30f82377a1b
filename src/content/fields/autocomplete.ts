import type { GivenKind } from '#core/given.ts';

/** Tokens that stand before a field's name: whose it is, and which of several. */
const BEFORE = /^(?:section-|(?:shipping|billing|home|work|mobile|pager|webauthn)$)/u;

/** Field names by how they begin, of which those of the standard are told apart: `tel-area-code`, `cc-exp-month`. */
const NAMES: readonly (readonly [GivenKind | null, RegExp])[] = [
  // Nothing of a person's, or nothing that is typed.
  [null, /^(?:one-time-code|transaction-|language|url|photo|impp|fax)/u],
  ['name', /^(?:name$|honorific-|given-|additional-|family-)/u],
  ['email', /^email$/u],
  ['phone', /^tel\b/u],
  ['address', /^(?:street-|address-l|country|postal-)/u],
  ['birth', /^bday/u],
  ['gender', /^sex$/u],
  ['company', /^organization/u],
  ['card', /^cc-/u],
  ['username', /^(?:username|nickname)$/u],
  ['sign-in', /^current-p/u],
  ['sign-up', /^new-p/u],
];

/** What an `autocomplete` attribute says: a kind, `null` for nothing of a person's, or words of its own (`off`, `nope`). */
export type Autofill = GivenKind | null | { readonly words: string };

function ofToken(token: string): GivenKind | null | undefined {
  return NAMES.find(([, pattern]) => pattern.test(token))?.[0];
}

/**
 * What an `autocomplete` attribute says (`section-a shipping work email`). Where it has several field names, as
 * `username email`, the last that says more than `username` counts.
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
 */
export function autofillOf(autocomplete: string): Autofill {
  const tokens = autocomplete
    .toLowerCase()
    .split(/\s+/u)
    .filter((token) => token !== '' && !BEFORE.test(token));
  if (tokens.includes('fax')) return null;
  const said = tokens.map(ofToken).filter((kind) => kind !== undefined);
  const best = said.findLast((kind) => kind !== 'username') ?? said.at(-1);
  return best === undefined ? { words: tokens.join(' ') } : best;
}
