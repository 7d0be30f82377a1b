import type { JsonObject } from '#core/json.ts';
import { decodePercent } from '#core/percent.ts';

/** Named texts, as in a query. Without a prototype: names are a page's own. */
export type Fields = Readonly<Record<string, string>>;

/** No sender known has so many. */
const MOST = 2000;

function fieldsOf(pairs: Iterable<readonly [string, string]>): Fields {
  const fields = Object.create(null) as Record<string, string>;
  let count = 0;
  for (const [name, value] of pairs) {
    if (count >= MOST) break;
    // Of a repeated name the first counts; an empty one gives way.
    if (!Object.hasOwn(fields, name) || fields[name] === '') fields[name] = value;
    count += 1;
  }
  return fields;
}

/**
 * Reads `name=value` pairs, joined by `&`; the first 2,000. Of a name that comes more than once, the first that is not
 * empty counts.
 * @see https://url.spec.whatwg.org/#concept-urlencoded-parser
 */
export function parseParameters(text: string): Fields {
  return fieldsOf(new URLSearchParams(text));
}

/**
 * Reads the matrix parameters of a path: `/activity;src=1;cat=sale`. What stands before the first semicolon is none.
 * @see https://www.w3.org/DesignIssues/MatrixURIs.html
 */
export function parseMatrix(path: string): Fields {
  if (!path.includes(';')) return fieldsOf([]);
  return fieldsOf(
    path
      .split(';')
      .slice(1)
      .map((piece) => {
        const equals = piece.indexOf('=');
        return equals === -1
          ? [decodePercent(piece), '']
          : [decodePercent(piece.slice(0, equals)), decodePercent(piece.slice(equals + 1))];
      }),
  );
}

const PAIRS = /^[^\s=&?{}"<>]{1,200}=\S*$/u;
/** Some send spaces and JSON as they are. */
const BARE_PAIRS = /^[^\s=&?{}"<>]{1,200}=(?:[[{].*|[^&]*(?:&[^\s=&]{1,200}=[^&]*)+)$/u;

/** Whether a line looks like `name=value` pairs. */
export function looksLikeParameters(line: string): boolean {
  return PAIRS.test(line) || BARE_PAIRS.test(line);
}

/** Fields as the JSON that they could have been sent as. */
export function asJson(fields: Fields): JsonObject {
  return fields;
}
