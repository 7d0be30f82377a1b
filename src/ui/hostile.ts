/**
 * Text that a page gave us, made fit to be seen: characters that would be invisible, break the line or turn the
 * reading direction are shown as replacement marks.
 */

const REPLACEMENT = '\ufffd';

/** Control, format (joiners, direction marks), surrogate halves, private use; line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** Zero width joiner and non-joiner: part of how Persian, many Indian languages and emoji are written. */
const JOINERS = new Set(['\u200c', '\u200d']);

/** A name or value with every unseen character made visible; nothing else changes. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, REPLACEMENT);
}

/** The same for words that people write, where joiners have their place. */
export function legible(text: string): string {
  return text.replaceAll(UNSEEN, (character) => (JOINERS.has(character) ? character : REPLACEMENT));
}

/** A long text's two ends: `tail` characters kept, cut between whole characters. */
export interface Cut {
  readonly head: string;
  readonly tail: string;
}

/** Cuts the middle out of a text longer than `keep` characters; `null` where it is short enough. */
export function cut(text: string, keep: number, tail = 4): Cut | null {
  const characters = Array.from(text);
  if (characters.length <= keep) return null;
  return { head: characters.slice(0, keep - tail).join(''), tail: characters.slice(-tail).join('') };
}

/** Pieces after each of which a line may break: hyphens, dots and the like end one. */
export function breakable(text: string): readonly string[] {
  return text.match(/[^-._~/|:=&]*[-._~/|:=&]|[^-._~/|:=&]+/gu) ?? [];
}
