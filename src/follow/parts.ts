import { parseJson } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import { plainText } from '#core/plain-text.ts';

/** One piece of a request; its name is the parameter, the way to it in JSON, or empty. */
export interface Part {
  readonly in: 'address' | 'referrer' | 'body' | 'message';
  readonly name: string;
  readonly text: string;
}

/** What a request says, as far as it is known. */
export interface Sent {
  readonly url: string;
  readonly referrer?: string | null;
  /** As text: decompressed where it was compressed. */
  readonly body?: string | null;
  /** What went into a web socket is a body of its own kind. */
  readonly isMessage?: boolean;
}

const NAME_LENGTH = 60;
/** Of a body in JSON so many texts are looked at apart, so many objects deep; the rest as one. */
const MOST_TEXTS = 2000;
const DEEPEST = 20;

/** `name=value` where it has that form; a text without a name otherwise. */
function named(piece: string): { readonly name: string; readonly text: string } {
  const equals = piece.indexOf('=');
  const hasName = equals > 0 && !piece.slice(0, equals).includes('/');
  if (!hasName) return { name: '', text: piece };
  return {
    name: plainText(decodePercent(piece.slice(0, equals).replaceAll('+', ' ')), NAME_LENGTH),
    text: piece.slice(equals + 1),
  };
}

/** Query and fragment hold `name=value`; so do paths, after semicolons (matrix parameters). */
function ofAddress(url: string): readonly Part[] {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  return (start === -1 ? '' : url.slice(start)).split(/[?&#;]/u).map((piece) => ({ in: 'address', ...named(piece) }));
}

function* textsIn(value: unknown, way: string, depth: number): Generator<{ name: string; text: string }> {
  if (typeof value === 'string') yield { name: way, text: value };
  else if (typeof value === 'number') yield { name: way, text: String(value) };
  else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
    for (const [key, below] of Object.entries(value))
      yield* textsIn(below, way === '' ? key : `${way}.${key}`, depth + 1);
  }
}

const PARAMETERS = /^[^\s={}<>"]{1,60}=[^\s]*$/u;

function ofBody(body: string): readonly Omit<Part, 'in'>[] {
  const json = /^\s*[[{]/u.test(body) ? parseJson(body) : undefined;
  if (json !== undefined) {
    const texts: Omit<Part, 'in'>[] = [];
    for (const one of textsIn(json, '', 0)) {
      if (texts.length === MOST_TEXTS) return [{ name: '', text: body }];
      texts.push({ name: plainText(one.name, NAME_LENGTH), text: one.text });
    }
    return texts;
  }
  return PARAMETERS.test(body) ? body.split('&').map(named) : [{ name: '', text: body }];
}

/** The pieces of a request, each with its name. Never throws. */
export function partsOf({ url, referrer, body, isMessage = false }: Sent): readonly Part[] {
  return [
    ...ofAddress(url),
    ...(referrer === null || referrer === undefined ? [] : [{ in: 'referrer', name: '', text: referrer } as const]),
    ...(body === null || body === undefined ? [] : ofBody(body)).map((one): Part => ({
      in: isMessage ? 'message' : 'body',
      ...one,
    })),
  ];
}
