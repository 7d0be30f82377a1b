import { type Autofill, autofillOf } from './autocomplete.ts';
import { type FieldKind, NEW_PASSWORD, NUMBERED, type Sense, SENSES, SOME_NAME, TRAP } from './stems.ts';
import { wordsOf } from './words.ts';

/** A form's field, as its markup describes it; what is not there is empty. */
export interface FieldDescription {
  readonly tag: 'input' | 'select' | 'textarea';
  /** As it is written, in lower case: `text`, `tel`, `password`. */
  readonly type: string;
  readonly autocomplete: string;
  readonly inputMode: string;
  readonly name: string;
  readonly id: string;
  /** The text that names it to the person. */
  readonly label: string;
  readonly placeholder: string;
  readonly ariaLabel: string;
  /** In characters; -1 where any number may be typed. */
  readonly maxLength: number;
  readonly pattern: string;
}

/** Longest text that is read: what is longer is prose. */
const LONGEST = 120;

/** Types of `input` that take nothing of a person's, whatever they are called. */
const NOT_TYPED =
  /^(?:hidden|submit|button|reset|image|file|color|range|checkbox|search|url|week|time|datetime-local)$/u;
/** What can be told of a field in which one cannot write anything: by what is chosen in it. */
const CHOSEN: readonly FieldKind[] = ['birth', 'age', 'gender', 'card', 'card-part', 'address'];
/** What is a number. */
const COUNTED: readonly FieldKind[] = ['birth', 'age', 'phone', 'card', 'card-part', 'address', 'official-id', 'bank'];
const DATES: readonly FieldKind[] = ['birth', 'card', 'card-part'];
/** What a password field may hold that is none: it only hides what is typed. */
const HIDDEN: ReadonlySet<FieldKind> = new Set(['card', 'bank', 'official-id']);
/** What stands in a field to show what is to be typed: `you@mail.example`. */
const AN_EMAIL = /\w@\w/u;
const SHORT_PATTERN = /^\^?(?:\\d|\[0-9\])(?:\{[1-6]\})?\$?$/u;

/** Which kinds a field can have by the sort of field it is; `null` for any. */
function possible({ tag, type }: FieldDescription): readonly FieldKind[] | null {
  if (tag === 'select') return CHOSEN;
  if (tag === 'textarea') return ['address'];
  if (type === 'radio') return ['gender'];
  if (type === 'number') return COUNTED;
  return type === 'date' || type === 'month' ? DATES : null;
}

/** The last part of a name that is made of several, and the whole: `billing[first_name]`, `ctl00$txtCity`. */
function partsOf(name: string): readonly string[] {
  const parts = name
    .slice(0, LONGEST)
    .split(/[[\].:$]+/u)
    .filter((part) => part !== '');
  return parts.length > 1 ? [parts.at(-1) ?? '', parts.join(' in ')] : [name];
}

/** What the words of a field say: a kind, `null` for nothing of a person's, `undefined` where they say nothing. */
function saidBy(texts: readonly string[]): FieldKind | null | undefined {
  const words = texts.map(wordsOf);
  const all = words.join('');
  if (TRAP(all)) return null;
  const holds = ({ says, unless }: Sense, text: string): boolean => says(text) && !unless(all);
  const kinds = words
    .map((text) => SENSES.find((sense) => holds(sense, text))?.kind)
    .filter((kind) => kind !== undefined);
  const [first] = kinds;
  if (first === 'sign-in') return NEW_PASSWORD(all) ? 'sign-up' : first;
  if (first !== undefined && first !== 'username') return first;
  // Many a site signs people in by what it calls a login and asks for as an e-mail address.
  const contact = kinds.find((kind) => kind === 'email' || kind === 'phone');
  if (contact !== undefined || first !== undefined) return contact ?? first;
  return words.some((text) => holds(SOME_NAME, text)) ? 'name' : undefined;
}

/** What hints are left where no word says anything of a person's. */
function byType({ type, inputMode, maxLength, pattern }: FieldDescription, texts: readonly string[]): FieldKind | null {
  if (inputMode === 'email') return 'email';
  // Boxes for the digits of a code have the keys of a telephone too.
  const short = (maxLength > 0 && maxLength < 7) || SHORT_PATTERN.test(pattern);
  return type === 'tel' && !short && !texts.map(wordsOf).some(NUMBERED) ? 'phone' : null;
}

function isPassword(kind: Autofill): kind is 'sign-in' | 'sign-up' {
  return kind === 'sign-in' || kind === 'sign-up';
}

function ofPassword(
  said: FieldKind | null | undefined,
  autofill: Autofill,
  texts: readonly string[],
): FieldKind | null {
  if (said === null) return null;
  if (isPassword(autofill)) return autofill;
  if (said !== undefined && HIDDEN.has(said)) return said;
  return NEW_PASSWORD(texts.map(wordsOf).join('')) ? 'sign-up' : 'sign-in';
}

/** What any field is for, whatever sort of field it is. */
function meant(field: FieldDescription): FieldKind | null {
  const { type, autocomplete, name, id, label, ariaLabel, placeholder } = field;
  const autofill = autofillOf(autocomplete.slice(0, LONGEST));
  const own = typeof autofill === 'object' ? (autofill?.words ?? '') : '';
  const example = AN_EMAIL.test(placeholder.slice(0, LONGEST)) ? 'email' : placeholder;
  const texts = [...partsOf(name), ...partsOf(id), label, ariaLabel, example, own].map((text) =>
    text.slice(0, LONGEST),
  );
  const said = saidBy(texts);
  if (type === 'password') return ofPassword(said, autofill, texts);
  if (type === 'email') return 'email';
  if (autofill === null) return null;
  // `new-password` stands at all sorts of fields, to keep browsers from filling them.
  const stated = typeof autofill === 'object' || isPassword(autofill) ? undefined : autofill;
  if (stated === 'username') return said === 'email' || said === 'phone' ? said : 'username';
  return stated ?? (said === undefined ? byType(field, texts) : said);
}

/**
 * What of a person a form's field asks for: what its `autocomplete` says, else its name, its id and what it is called in
 * thirteen languages, else its type; `null` for nothing, or where that cannot be told. `card-part` says only that it may
 * be part of a payment card: numbers and expiries of other cards are called the same.
 */
export function kindOfField(field: FieldDescription): FieldKind | null {
  if (field.tag === 'input' && NOT_TYPED.test(field.type)) return null;
  const kind = meant(field);
  const kinds = possible(field);
  return kind === null || kinds === null || kinds.includes(kind) ? kind : null;
}
