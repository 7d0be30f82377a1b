import type { Telling } from '#core/event.ts';
import { decodePercent } from '#core/percent.ts';
import { isAlone, SHORTEST } from './in-address.ts';

/** Longer bodies are searched up to here. */
const LENGTH = 262_144;

/** One number found in clear. */
interface FoundInBody {
  readonly token: string;
  /** The field that holds it, where the form of the body is known. */
  readonly field: string | null;
}

function textOf(body: Uint8Array | string): string {
  const text = typeof body === 'string' ? body.slice(0, LENGTH) : new TextDecoder().decode(body.subarray(0, LENGTH));
  return decodePercent(decodePercent(text));
}

/** The field of a body in which a vendor's form has this number. */
function fieldOf(token: string, told: Telling | null): string | null {
  for (const { facts } of told?.events ?? []) {
    for (const said of Object.values(facts)) {
      if (said.place.part === 'body' && typeof said.value === 'string' && isAlone(said.value, token))
        return said.place.name;
    }
  }
  return null;
}

/**
 * Which of the numbers stand in clear in the body of a request, as they are or percent-encoded, or in a field that was
 * read out of it, compressed or not. Numbers of fewer than 8 characters are not looked for.
 */
export function findInBody(
  body: Uint8Array | string,
  told: Telling | null,
  tokens: readonly string[],
): readonly FoundInBody[] {
  const wanted = [...new Set(tokens)].filter((token) => token.length >= SHORTEST);
  if (wanted.length === 0) return [];
  const text = textOf(body);
  return wanted.flatMap((token) => {
    const field = fieldOf(token, told);
    return field !== null || isAlone(text, token) ? [{ token, field }] : [];
  });
}
