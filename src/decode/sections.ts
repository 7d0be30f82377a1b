import { isLocale } from './locales.ts';
import { plainText } from '#core/plain-text.ts';
import { parseWay } from './segments.ts';

const HOME = 'Home';
/** A page whose address says nothing but a number or a date. */
const OTHER = 'Other';
const LENGTH = 40;

const EXTENSION = /(?:\.(?:html?|xhtml|php\d?|aspx?|jspx?|cfm|cgi|do|action|shtml))+$/iu;
const INDEX = /^(?:index|default|home|main)$/iu;
const NUMBER_OR_DATE = /^[\d.,:_-]+$/u;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const LONG_HEX = /^[0-9a-f]{12,}$/iu;
const PUNCTUATION = /^[\p{P}\p{S}\s]+$/u;

function namesAnItem(segment: string): boolean {
  if (NUMBER_OR_DATE.test(segment) || UUID.test(segment) || PUNCTUATION.test(segment)) return true;
  return LONG_HEX.test(segment) && /\d/u.test(segment);
}

/** `your-account` → "Your account"; the hyphen of `hi-fi`, `e-books` and `co-op` belongs to the word. */
function humanise(segment: string): string {
  const words = segment.toLowerCase().replace(/[_+]+/gu, ' ');
  const text = /^\p{L}-|^\p{L}{2}-\p{L}{2}$|-fi$/u.test(words) ? words : words.replace(/-+/gu, ' ');
  const plain = plainText(text, LENGTH);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/**
 * The part of a site an address belongs to, in words: its first path segment that is neither a language, a number, a
 * date nor an ID. `/` is "Home"; `/de/hi-fi/model-2` is "Hi-fi". At most 40 characters; any text gives an answer.
 */
export function sectionOf(url: string): string {
  const way = parseWay(url);
  if (way === undefined) return OTHER;
  const named = way.segments
    .filter((segment, index) => index > 1 || !isLocale(segment))
    .map((segment) => segment.replace(EXTENSION, ''))
    .filter((segment) => !INDEX.test(segment));
  if (named.length === 0) return HOME;
  const told = named.filter((segment) => !namesAnItem(segment));
  // `/c/hi-fi` and `/p/model-2`: one letter says less than what follows it.
  const first = told.find((segment) => segment.length > 1) ?? told[0];
  return (first !== undefined && humanise(first)) || OTHER;
}
