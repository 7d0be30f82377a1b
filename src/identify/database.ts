import type { Purpose } from '#core/verdict.ts';
import database from './cookie-database.json' with { type: 'json' };

/** What the database lists under a name: a purpose, and the domain it holds on, where one is given. */
interface Listed {
  readonly purpose: Purpose;
  readonly domain: string;
}

const PURPOSES: readonly Purpose[] = ['necessary', 'functional', 'analytics', 'advertising'];

function listed(marks: readonly string[]): readonly Listed[] {
  return marks.flatMap((mark) => {
    const [says, domain = ''] = mark.split('@');
    const purpose = PURPOSES.find((one) => one === says);
    return purpose === undefined ? [] : [{ purpose, domain }];
  });
}

const names: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(database.names));
const starts: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(database.starts));
const lengths = [...new Set([...starts.keys()].map((start) => start.length))].toSorted((a, b) => b - a);

/** One purpose where all that hold agree; entries of the host's own domain come before those of any. */
function agreed(marks: readonly string[] | undefined, host: string): Purpose | null {
  const all = listed(marks ?? []);
  const own = all.filter(({ domain }) => domain !== '' && (host === domain || host.endsWith(`.${domain}`)));
  const holding = own.length > 0 ? own : all.filter(({ domain }) => domain === '');
  const [first, ...others] = new Set(holding.map(({ purpose }) => purpose));
  return first === undefined || others.length > 0 ? null : first;
}

/**
 * The purpose under which the Open Cookie Database lists cookies of a name; `null` where it lists none, or several. The
 * whole name comes first, then the longest of the beginnings that are listed; where a domain is given the host has to be
 * of it.
 * @see https://github.com/jkwakman/Open-Cookie-Database
 */
export function purposeByName(name: string, host: string): Purpose | null {
  const whole = agreed(names.get(name), host);
  if (whole !== null) return whole;
  for (const length of lengths) {
    const marks = length <= name.length ? starts.get(name.slice(0, length)) : undefined;
    if (marks !== undefined) return agreed(marks, host);
  }
  return null;
}
