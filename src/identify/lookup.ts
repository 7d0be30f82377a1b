/** A table of names: exact, with `*` for any text, or `name@domain` for that domain and its subdomains only. */
type Lookup<T> = (name: string, host: string) => readonly T[];

interface Pattern<T> {
  readonly start: string;
  readonly end: string;
  readonly domain: string;
  readonly entry: T;
}

function isWithin(host: string, domain: string): boolean {
  return domain === '' || host === domain || host.endsWith(`.${domain}`);
}

interface Compiled<T> {
  readonly exact: ReadonlyMap<string, readonly Pattern<T>[]>;
  readonly open: readonly Pattern<T>[];
}

function compile<T>(rows: Iterable<readonly [name: string, entry: T]>): Compiled<T> {
  const exact = new Map<string, Pattern<T>[]>();
  const open: Pattern<T>[] = [];
  for (const [mark, entry] of rows) {
    const [name = '', domain = ''] = mark.split('@');
    const [start = '', end] = name.split('*');
    const pattern = { start, end: end ?? '', domain, entry };
    if (end === undefined) exact.set(name, [...(exact.get(name) ?? []), pattern]);
    else open.push(pattern);
  }
  return { exact, open };
}

/**
 * Compiles a table once, so that a look-up is one map access and a few dozen comparisons of starts; at the first look-up,
 * since most pages store nothing that has to be judged.
 */
export function compileLookup<T>(rows: () => Iterable<readonly [name: string, entry: T]>): Lookup<T> {
  let compiled: Compiled<T> | null = null;
  return (name, host) => {
    compiled ??= compile(rows());
    const { exact, open } = compiled;
    const fitting = open.filter((row) => name.startsWith(row.start) && name.endsWith(row.end));
    const named = exact.get(name);
    const all = named === undefined ? fitting : [...named, ...fitting];
    return all.filter((row) => isWithin(host, row.domain)).map((row) => row.entry);
  };
}
