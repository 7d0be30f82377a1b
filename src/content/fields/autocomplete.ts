import type { GivenKind } from '#core/given.ts';

/** Tokens that stand before a field's name: whose it is, and which of several. */
const BEFORE = /^(?:section-.*|shipping|billing|home|work|mobile|pager|webauthn)$/u;

/** Field names of the standard that are nothing of a person's, or that nobody types. */
const NONE = /^(?:one-time-code|transaction-(?:currency|amount)|language|url|photo|impp|fax)$/u;

const NAMES: readonly (readonly [GivenKind, RegExp])[] = [
  ['name', /^(?:name|honorific-(?:prefix|suffix)|(?:given|additional|family)-name)$/u],
  ['email', /^email$/u],
  ['phone', /^tel(?:-(?:country-code|national|area-code|local(?:-(?:prefix|suffix))?|extension))?$/u],
  ['address', /^(?:street-address|address-(?:line[1-3]|level[1-4])|country(?:-name)?|postal-code)$/u],
  ['birth', /^bday(?:-(?:day|month|year))?$/u],
  ['gender', /^sex$/u],
  ['company', /^organization(?:-title)?$/u],
  ['card', /^cc-(?:(?:given-|additional-|family-)?name|number|exp(?:-(?:month|year))?|csc|type)$/u],
  ['username', /^(?:username|nickname)$/u],
  ['sign-in', /^current-password$/u],
  ['sign-up', /^new-password$/u],
];

/** What an `autocomplete` attribute says: a kind, `null` for nothing of a person's, or words of its own (`off`, `nope`). */
export type Autofill = GivenKind | null | { readonly words: string };

function ofToken(token: string): GivenKind | null | undefined {
  return NONE.test(token) ? null : NAMES.find(([, pattern]) => pattern.test(token))?.[0];
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
