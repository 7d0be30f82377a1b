/** One escaped ASCII character: what can be decoded alone, whatever its neighbours are. */
const ASCII_ESCAPE = /%[0-7][0-9a-f]/giu;

/**
 * Percent-decodes a text. Escapes that are no UTF-8 (old pages write Latin-1, hostile ones anything) stay as they are.
 * @see https://url.spec.whatwg.org/#percent-decode
 */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(ASCII_ESCAPE, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
  }
}
