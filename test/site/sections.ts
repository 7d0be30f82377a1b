/** Languages that a path may begin with, alone or with a country: `/de/hi-fi`, `/en-gb/hi-fi`. */
const LANGUAGE = /^(?:da|de|en|es|fi|fr|it|ja|nl|no|pl|pt|sv|zh)(?:[-_][a-z]{2})?$/iu;

/** Numbers, dates, IDs and mere signs name no part of a site. */
const NO_NAME = /^[^\p{L}]*$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;

/** Words whose hyphen stays: hi-fi, sci-fi, e-books. */
const HYPHENATED = /^\p{L}-|-fi$/u;

/** A section's name is shown up to here. */
const LENGTH = 40;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

function titled(segment: string): string {
  const words = segment.toLowerCase();
  const title = HYPHENATED.test(words) ? words : words.replaceAll(/[-_]+/gu, ' ').trim();
  const whole = title.charAt(0).toUpperCase() + title.slice(1);
  return whole.length <= LENGTH ? whole : `${whole.slice(0, LENGTH - 1)}…`;
}

/**
 * The name a site gives the part a page belongs to: the first segment of its path that is neither a language nor a
 * number, date or ID, as a title. `/hi-fi/model-2` → `Hi-fi`, `/de/your-account` → `Your account`, `/` → `Home`.
 */
export function sectionOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const named = segments
    .map((segment) => decoded(segment).trim())
    .filter((segment, index) => index > 0 || !LANGUAGE.test(segment))
    .map((segment) => segment.replace(/\.html?$/u, ''))
    .filter((segment) => segment !== 'index' && segment !== '');
  if (named.length === 0) return 'Home';
  const first = named.find((segment) => !NO_NAME.test(segment));
  return first === undefined ? 'Other' : titled(first);
}
