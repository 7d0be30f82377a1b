/** Letters that are no base letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' };

/**
 * A text as plain words between single spaces, one space at either end: split where its case or its digits change, in
 * lower case, without accents, full-width forms as ordinary ones. `txtFirst_Name2` is ` txt first name 2 `.
 */
export function wordsOf(text: string): string {
  const plain = text
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFKC')
    .replace(/[ßłıøæœđ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${plain.trim()} `;
}

/**
 * Whether words have any of some stems. A stem stands anywhere in them, `_` is the edge of a word, `-` a space or none,
 * `=` says that there is nothing else: `_tel_ mobil first-name =ad` is found in `home tel`, `mobilnummer`, `firstname`, and
 * in `ad` alone. Worked out at the first question, since on most pages there is none.
 */
export function anyOf(stems: string): (words: string) => boolean {
  let pattern: RegExp | undefined;
  return (words) => {
    pattern ??= new RegExp(
      stems
        .replace(/=(\S+)/gu, '^_$1_$')
        .replace(/-/gu, '~?')
        .replace(/ /gu, '|')
        .replace(/[_~]/gu, ' '),
      'u',
    );
    return pattern.test(words);
  };
}
