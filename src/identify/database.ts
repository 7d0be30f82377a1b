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

/** The purposes of those that hold; entries of the host's own domain come before those of any. */
function holding(marks: readonly string[], host: string): readonly Purpose[] {
  const all = listed(marks);
  const own = all.filter(({ domain }) => domain !== '' && (host === domain || host.endsWith(`.${domain}`)));
  const holds = own.length > 0 ? own : all.filter(({ domain }) => domain === '');
  return [...new Set(holds.map(({ purpose }) => purpose))];
}

/**
 * The purposes under which the Open Cookie Database lists cookies of a name, where entries disagree several. The whole
 * name comes first, then the longest of the beginnings that are listed; where a domain is given the host has to be of it.
 * @see https://github.com/jkwakman/Open-Cookie-Database
 */
export function listedPurposes(name: string, host: string): readonly Purpose[] {
  const whole = holding(names.get(name) ?? [], host);
  if (whole.length > 0) return whole;
  for (const length of lengths) {
    const marks = length <= name.length ? starts.get(name.slice(0, length)) : undefined;
    if (marks !== undefined) return holding(marks, host);
  }
  return [];
}

/** The one purpose under which a name is listed; `null` where it is listed under none, or several. */
export function purposeByName(name: string, host: string): Purpose | null {
  const [first, ...others] = listedPurposes(name, host);
  return first === undefined || others.length > 0 ? null : first;
}
