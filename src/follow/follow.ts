import { type Form, FORMS } from '#core/followed.ts';
import { type Level, levelsOf, type Packing } from './levels.ts';
import type { Finder } from './needles.ts';
import { type Part, partsOf, type Sent } from './parts.ts';

/** That a number stood in a request, where, and in which form. */
export interface Followed<What> {
  readonly what: What;
  readonly form: Form;
  /** What it was packed in besides, outermost first. */
  readonly packed: readonly Packing[];
  readonly in: Part['in'];
  /** The parameter or field that held it; empty where it has no name. */
  readonly name: string;
}

/** Longer texts are looked through up to here. */
const LONGEST = 1_048_576;

/** Whether anything stands in a text, packed or not. */
function holdsAny<What>(finder: Finder<What>, text: string): boolean {
  for (const level of levelsOf(text)) if (finder.in(level.text).length > 0) return true;
  return false;
}

/** What stands in one part: where it is less packed it is plainer, and counts alone. */
function inPart<What>(finder: Finder<What>, part: Part): readonly Followed<What>[] {
  const found = new Map<What, { readonly depth: number; readonly forms: Map<Form, Level> }>();
  for (const level of levelsOf(part.text)) {
    for (const { what, form } of finder.in(level.text)) {
      const known = found.get(what) ?? { depth: level.packed.length, forms: new Map<Form, Level>() };
      found.set(what, known);
      if (known.depth === level.packed.length && !known.forms.has(form)) known.forms.set(form, level);
    }
  }
  return [...found].flatMap(([what, { forms }]) =>
    [...forms]
      .toSorted(([a], [b]) => FORMS.indexOf(a) - FORMS.indexOf(b))
      .map(([form, { packed }]) => ({ what, form, packed, in: part.in, name: part.name })),
  );
}

/**
 * What stands in a request of all that is looked for, where and in which form: as such, in other case, encoded or hashed, packed up to twice
 * over in percent-encoding, base64 or escapes. Each once for each form and name. The whole is looked through
 * first, and taken apart only where something is there. Never throws.
 */
export function follow<What>(finder: Finder<What>, sent: Sent): readonly Followed<What>[] {
  const { url, referrer = null, body = null } = sent;
  const texts = [url, referrer ?? '', body ?? ''].map((text) => text.slice(0, LONGEST));
  if (!texts.some((text) => holdsAny(finder, text))) return [];
  const parts = partsOf({ ...sent, url: texts[0] ?? '', body: body === null ? null : (texts[2] ?? '') });
  const found = parts.flatMap((part) => inPart(finder, part));
  const numbers = [...new Set(found.map(({ what }) => what))];
  const keyOf = (one: Followed<What>): string => [one.in, numbers.indexOf(one.what), one.form, one.name].join(' ');
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}
