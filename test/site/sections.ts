/** Language prefixes of the demo sites: `/de/hi-fi` is the same section as `/hi-fi`. */
const LOCALES = new Set(['de', 'en', 'en-gb', 'fr']);

/** Two words of at most two letters make one: hi-fi, wi-fi. */
const ONE_WORD = /^\p{L}{1,2}-\p{L}{1,2}$/u;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

/**
 * The name a site gives the part a page belongs to: the first segment of its path as a title, a language prefix folded
 * away. `/hi-fi/model-2` → `Hi-fi`, `/your-account` → `Your account`, `/` → `Home`.
 */
export function sectionOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const [first, second] = segments;
  const segment = first !== undefined && LOCALES.has(first.toLowerCase()) ? second : first;
  if (segment === undefined) return 'Home';
  const words = decoded(segment);
  const title = ONE_WORD.test(words) ? words : words.replaceAll(/[-_]+/gu, ' ').trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}
