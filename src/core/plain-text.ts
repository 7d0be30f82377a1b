/** Control characters, and marks that change the direction of the text around them. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/**
 * Text from a page or an address as it may be shown: on one line, single spaces, nothing that reorders or hides its surroundings,
 * at most `length` characters.
 */
export function plainText(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= length) return line;
  // The cut may fall inside a pair of surrogates.
  const cut = line.slice(0, length - 1).replace(/\p{Cs}/gu, '');
  return `${cut.trim()}…`;
}
