import { decodePercent } from '#core/percent.ts';
import { plainText } from '#core/plain-text.ts';

/** A shorter number would be found by chance. */
export const SHORTEST = 8;
/** Longer addresses are searched up to here. */
const URL_LENGTH = 16_384;
const NAME_LENGTH = 60;

interface Place {
  readonly parameter: string | null;
  readonly text: string;
}

/** One number found in clear. */
interface FoundInAddress {
  readonly token: string;
  /** The parameter that holds it; `null` in the path, or in a fragment without names. */
  readonly parameter: string | null;
}

function decodeTwice(text: string): string {
  return decodePercent(decodePercent(text));
}

/** Query and fragment hold `name=value`; so do paths, after semicolons (matrix parameters). */
function placesOf(url: string): readonly Place[] {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  return (start === -1 ? '' : url.slice(start)).split(/[?&#;]/u).map((piece) => {
    const equals = piece.indexOf('=');
    const named = equals > 0 && !piece.slice(0, equals).includes('/');
    return named
      ? {
          parameter: plainText(decodePercent(piece.slice(0, equals)), NAME_LENGTH),
          text: decodeTwice(piece.slice(equals + 1)),
        }
      : { parameter: null, text: decodeTwice(piece) };
  });
}

function isAlphanumeric(character: string | undefined): boolean {
  return character !== undefined && /[a-z\d]/iu.test(character);
}

/** Whether the token stands in the text on its own, not inside a longer run of letters and digits. */
export function isAlone(text: string, token: string): boolean {
  for (let at = text.indexOf(token); at !== -1; at = text.indexOf(token, at + 1)) {
    if (!isAlphanumeric(text[at - 1]) && !isAlphanumeric(text[at + token.length])) return true;
  }
  return false;
}

/**
 * Which of the numbers stand in clear, as they are or percent-encoded, in the path, query or fragment of an address,
 * and in which parameter; each number and parameter once. Numbers of fewer than 8 characters are not looked for.
 */
export function findInAddress(url: string, tokens: readonly string[]): FoundInAddress[] {
  const bounded = url.slice(0, URL_LENGTH);
  const decoded = decodeTwice(bounded);
  const wanted = tokens.filter((token) => token.length >= SHORTEST && decoded.includes(token));
  if (wanted.length === 0) return [];
  const places = placesOf(bounded);
  return [...new Set(wanted)].flatMap((token) => {
    const parameters = places.filter((place) => isAlone(place.text, token)).map((place) => place.parameter);
    return [...new Set(parameters)].map((parameter) => ({ token, parameter }));
  });
}
