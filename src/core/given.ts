/**
 * What a person tells a site about themselves in a form, in the order in which it is named. The kinds alone, never what
 * was typed.
 *
 * - `name`: a person's name or a part of it, with forms of address (Mr, Dr.)
 * - `email`: an e-mail address
 * - `phone`: a telephone number; no fax number
 * - `address`: where they live or where something is sent, or a part of it: street, postal code, city
 * - `birth`: the date of birth or a part of it
 * - `age`: how old they are
 * - `gender`
 * - `company`: whom they work or buy for, and as what
 * - `official-id`: a number by which a state knows them: tax, VAT, social security, identity card, passport
 * - `bank`: a bank account: IBAN, BIC, sort code, its holder
 * - `card`: a payment card: its number, holder, expiry or check digits
 * - `username`: the name by which they are known on the site, without a password
 * - `sign-in`: a password of an account that they have
 * - `sign-up`: a password for an account that they open
 * - `other-account`: an account elsewhere, by which they signed in here
 */
export const GIVEN_KINDS = [
  'name',
  'email',
  'phone',
  'address',
  'birth',
  'age',
  'gender',
  'company',
  'official-id',
  'bank',
  'card',
  'username',
  'sign-in',
  'sign-up',
  'other-account',
] as const;

/** One kind of what a person tells a site in a form. */
export type GivenKind = (typeof GIVEN_KINDS)[number];

/**
 * How it was given: the form was submitted, a button or Enter was pressed where there is no form, or the person only went
 * on from a field they had filled, which is enough for a page to send it; or they came back from where they signed in.
 */
export type GivenHow = 'submitted' | 'pressed' | 'left' | 'came-back';

/** One kind of what a person gave a site; ms since the epoch. `sent`: with a form, not only left in a field. */
export interface GivenReport {
  readonly kind: GivenKind;
  readonly first: number;
  readonly last: number;
  readonly sent: boolean;
}

/** That a person gave a site something, as the page tells it. */
export interface Giving {
  readonly how: Exclude<GivenHow, 'came-back'>;
  /** Each once, in the order of `GIVEN_KINDS`; never empty. */
  readonly kinds: readonly GivenKind[];
  /** The origin a submitted form goes to (`https://shop.example`); `null` where there is no form, or no web address. */
  readonly target: string | null;
  /** E-mail addresses among it, in clear: to be told again by, in memory, and never to be stored. */
  readonly emails: readonly string[];
  /** Phone numbers among it, in clear and as they were typed: the same holds for them. */
  readonly phones: readonly string[];
}
