import { type Domain, domainOf, domainOfHost } from '#core/site.ts';
import type { Evidence, Purpose } from '#core/verdict.ts';

/** A real cookie, with the purpose its site's consent notice declared for it. */
export interface LabelledCookie {
  /** The site whose notice declared it, by its registrable domain. */
  readonly site: Domain;
  readonly purpose: Purpose;
  /** As it was seen last. */
  readonly evidence: Evidence;
}

/** What a file held. */
export interface Labelled {
  readonly cookies: readonly LabelledCookie[];
  /** Lines that could not be read, each with its place and why. */
  readonly faults: readonly string[];
}

const PURPOSES: readonly Purpose[] = ['necessary', 'functional', 'analytics', 'advertising'];

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
  return { ...value };
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`“${name}” is no text`);
  return value;
}

function numberOf(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`“${name}” is no number`);
  return value;
}

function purposeOf(fields: Fields): Purpose {
  const purpose = PURPOSES.find((one) => one === fields['purpose']);
  if (purpose === undefined) throw new Error(`“purpose” is none of ${PURPOSES.join(', ')}`);
  return purpose;
}

function toCookie(line: string): LabelledCookie {
  const fields = fieldsOf(JSON.parse(line));
  const seen: unknown = fields['seen'];
  if (!Array.isArray(seen) || seen.length === 0) throw new Error('“seen” is no list of values');
  const last = fieldsOf(seen.at(-1));
  const host = textOf(fields, 'domain').replace(/^\./u, '').toLowerCase();
  const own = domainOf(textOf(fields, 'site'));
  if (own === undefined) throw new Error('“site” is no address');
  return {
    site: own,
    purpose: purposeOf(fields),
    evidence: {
      area: 'cookie',
      name: textOf(fields, 'name'),
      value: textOf(last, 'value'),
      host,
      lifetime: last['session'] === true ? null : numberOf(last, 'expiry'),
      httpOnly: last['http_only'] === true,
      party: domainOfHost(host) === own ? 'first' : 'third',
      history: { updates: seen.length - 1, values: new Set(seen.map((one) => fieldsOf(one)['value'])).size },
    },
  };
}

/**
 * Reads labelled cookies: one JSON object a line with `site`, `name`, `domain`, `purpose` and `seen`, its successive values
 * (`value`, `expiry` in seconds, `session`, `http_only`). A line that cannot be read is told of, and the others count.
 */
export function parseLabelled(text: string): Labelled {
  const cookies: LabelledCookie[] = [];
  const faults: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      cookies.push(toCookie(line));
    } catch (error) {
      faults.push(`line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { cookies, faults };
}
