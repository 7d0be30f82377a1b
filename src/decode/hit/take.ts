import { type Json, isList, isObject, own } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';
import { openText } from '../body/content.ts';

/** How what stands there becomes what it means; `undefined`: it does not mean that. */
export type Take<T> = (found: Json) => T | undefined;

/** A place, and how its value is to be taken. */
export interface Taken<T> {
  readonly at: string;
  readonly take: Take<T>;
  /** Said in so many words, or worked out. Stated unless told otherwise. */
  readonly basis?: 'inferred';
  /** Only where the text at another place of the event fits a pattern; nothing stands for an empty one. */
  readonly where?: { readonly at: string; readonly is: RegExp };
}

/** Where a role's value stands: the way to it, to be taken as it is, or otherwise. */
export type At<T> = string | Taken<T>;

/** A text or number as text, without space around it. */
export function asText(found: Json): string | undefined {
  if (typeof found === 'number') return String(found);
  if (typeof found !== 'string') return undefined;
  const text = found.trim();
  return text === '' ? undefined : text;
}

/** A number, or a text that is one. */
export function asNumber(found: Json): number | undefined {
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  if (typeof found !== 'string' || !/^\s*[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,2})?\s*$/iu.test(found)) return undefined;
  return Number(found);
}

function divided(at: string, by: number): Taken<number> {
  return {
    at,
    take: (found) => {
      const number = asNumber(found);
      return number === undefined ? undefined : number / by;
    },
  };
}

/** Milliseconds, as seconds. */
export function milliseconds(at: string): Taken<number> {
  return divided(at, 1000);
}

/** Minutes, as seconds. */
export function minutes(at: string): Taken<number> {
  return divided(at, 1 / 60);
}

/** Hundredths, as the main unit. */
export function cents(at: string): Taken<number> {
  return divided(at, 100);
}

/** A share from 0 to 1, as per cent. */
export function share(at: string): Taken<number> {
  return divided(at, 0.01);
}

/** Seconds since the epoch, as milliseconds. */
export function epochSeconds(at: string): Taken<number> {
  return divided(at, 0.001);
}

/** A time as ISO 8601 or in milliseconds, as milliseconds since the epoch. */
export function time(at: string): Taken<number> {
  return {
    at,
    take: (found) => {
      const parsed = asNumber(found) ?? (typeof found === 'string' ? Date.parse(found) : Number.NaN);
      return Number.isNaN(parsed) ? undefined : parsed;
    },
  };
}

/** The first group of a pattern, or all that it matches. */
export function match(at: string, pattern: RegExp): Taken<string> {
  return {
    at,
    take: (found) => {
      const matched = pattern.exec(asText(found) ?? '');
      return matched === null ? undefined : (matched[1] ?? matched[0]);
    },
  };
}

/** The same, as a number. */
export function matchNumber(at: string, pattern: RegExp): Taken<number> {
  const { take } = match(at, pattern);
  return { at, take: (found) => asNumber(take(found) ?? '') };
}

/** The n-th part between separators, from 0; from the end where negative. */
export function part(at: string, separator: string, index: number): Taken<string> {
  return { at, take: (found) => asText(asText(found)?.split(separator).at(index) ?? '') };
}

/** A text that was percent-encoded once more. */
export function encoded(at: string): Taken<string> {
  return { at, take: (found) => asText(decodePercent(asText(found) ?? '')) };
}

/** Fields of an object as one text, those that are there: `event · Video · play`. An empty way: the event itself. */
export function fields(at: string, names: readonly string[]): Taken<string> {
  return {
    at,
    take: (found) => {
      const texts = names.map((name) => asText(own(found, name) ?? null)).filter((text) => text !== undefined);
      return texts.length === 0 ? undefined : texts.join(' · ');
    },
  };
}

/** That something personal stands there hashed, where a text fits a pattern. */
export function hashed(at: string, pattern: RegExp): Taken<'hashed'> {
  return { at, take: (found) => (pattern.test(asText(found) ?? '') ? 'hashed' : undefined) };
}

/** That something personal stands there in clear, where a text fits a pattern. */
export function inClear(at: string, pattern: RegExp): Taken<'clear'> {
  return { at, take: (found) => (pattern.test(asText(found) ?? '') ? 'clear' : undefined) };
}

/** The sum of a field over a list; times another where that is named (a price, how many). */
export function sum(at: string, field: string, times?: string): Taken<number> {
  return {
    at,
    take: (found) => {
      const list = typeof found === 'string' ? openText(found) : found;
      if (!isList(list)) return undefined;
      const amounts = list.filter(isObject).map((item) => {
        const amount = asNumber(own(item, field) ?? null);
        const many = times === undefined ? 1 : asNumber(own(item, times) ?? 1);
        return amount === undefined || many === undefined ? undefined : amount * many;
      });
      const known = amounts.filter((amount) => amount !== undefined);
      return known.length === 0 ? undefined : known.reduce((total, amount) => total + amount, 0);
    },
  };
}

/** Worked out rather than said. */
export function inferred<T>(taken: Taken<T>): Taken<T> {
  return { ...taken, basis: 'inferred' };
}
