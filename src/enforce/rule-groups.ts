import type { Domain } from '#core/site.ts';
import { type Expiring, type Scheme, canBeStored, expiringLine } from './expiring-lines.ts';
import type { RuleAbilities } from './header-rules.ts';
import { type Left, type LeftBecause, type NeverKept, pagesOf } from './never-kept.ts';

/** Cookies that one rule takes: of one name at one host, under the same pages. */
export interface RuleGroup {
  /** The same for the same group, whatever else there is. */
  readonly key: string;
  readonly host: string;
  readonly hostOnly: boolean;
  readonly scheme: Scheme | 'any';
  readonly name: string;
  /** Registrable domains, by the alphabet; `null` for every page. */
  readonly pages: readonly Domain[] | null;
  /** `Set-Cookie` lines, by the alphabet. */
  readonly lines: readonly string[];
  readonly of: readonly NeverKept[];
}

/** Lines of one rule: a site can set one name under as many paths as it likes. */
const MOST_LINES = 100;

/** What cannot stand in a header line, and what would end the name or be cut off it. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NO_NAME = /[\u0000-\u0008\u000a-\u001f\u007f;=]|^[ \t]|[ \t]$/u;

// oxlint-disable-next-line no-control-regex -- likewise
const NO_PATH = /[\u0000-\u001f\u007f;]|[ \t]$/u;

/** ASCII as the browser writes hosts; it takes no rule with any other. */
export const HOST = /^(?:[\da-z_-]+(?:\.[\da-z_-]+)*|\[[\da-f:.]+\])$/u;

const LOOPBACK = new Set(['localhost', '127.0.0.1']);

interface Draft {
  readonly first: Omit<RuleGroup, 'lines' | 'of' | 'pages'>;
  readonly pages: Set<Domain> | null;
  readonly lines: Set<string>;
  readonly of: Set<NeverKept>;
}

/** Octets; a browser ignores a longer Path. */
const LONGEST_PATH = 1024;

/** Why no rule can be made of a cookie whatever else there is; `undefined` where one can. */
function unfit(cookie: NeverKept, { topDomains }: RuleAbilities): LeftBecause | undefined {
  const { name, host, path } = cookie.identifier;
  if (NO_NAME.test(name)) return 'name';
  const length = new TextEncoder().encode(path).length;
  if (!HOST.test(host) || !path.startsWith('/') || NO_PATH.test(path) || length > LONGEST_PATH) return 'place';
  if (sharesOf(cookie).length === 0) return 'place';
  const pages = pagesOf(cookie);
  if (pages === null) return undefined;
  return pages === undefined || !topDomains || !pages.every((page) => HOST.test(page)) ? 'partition' : undefined;
}

/** Lines of one rule, and what responses it is about. */
type Share = readonly [scheme: RuleGroup['scheme'], lines: readonly string[]];

/**
 * The lines that remove a cookie from responses by each scheme that can bring it. A Domain cookie's stand in one rule:
 * a browser ignores those that are not for the scheme. A host-only one's rule names the beginning of the address, and so
 * the scheme.
 */
function sharesOf({ identifier, secure }: NeverKept): readonly Share[] {
  const { name, path, host, hostOnly, partition } = identifier;
  // The machine itself may set Secure cookies without TLS.
  const local = LOOPBACK.has(host);
  const schemes: readonly Scheme[] = secure && !local ? ['https'] : ['https', 'http'];
  const shares = schemes.map((scheme): Share => {
    // A response stores a cookie there with its path said, and with its path left out.
    const forms = [path, null].map((said): Expiring => ({
      name,
      path: said,
      domain: hostOnly ? null : host,
      partitioned: partition !== null,
    }));
    const as = local ? 'https' : scheme;
    return [scheme, forms.filter((form) => canBeStored(form, as)).map((form) => expiringLine(form, as))];
  });
  const all: readonly Share[] = hostOnly ? shares : [['any', shares.flatMap(([, lines]) => lines)]];
  return all.filter(([, lines]) => lines.length > 0);
}

/**
 * Cookies under every page share a rule with others of their name and host. A cookie meant under some pages alone has
 * one of its own for its path, so that another page's decision on another path is not mixed with it.
 */
function keyOf({ identifier }: NeverKept, scheme: RuleGroup['scheme'], pages: readonly Domain[] | null): string {
  const { host, hostOnly, name, path, partition } = identifier;
  return JSON.stringify([scheme, host, hostOnly, name, ...(pages === null ? [] : [path, partition !== null])]);
}

function draftOf(
  key: string,
  { identifier }: NeverKept,
  [scheme, pages]: readonly [RuleGroup['scheme'], unknown],
): Draft {
  const { host, hostOnly, name } = identifier;
  const first = { key, host, hostOnly, scheme, name };
  return { first, pages: pages === null ? null : new Set(), lines: new Set(), of: new Set() };
}

/** Returns whether its lines found room. */
function add(drafts: Map<string, Draft>, cookie: NeverKept): boolean {
  const pages = pagesOf(cookie) ?? null;
  let room = true;
  for (const [scheme, lines] of sharesOf(cookie)) {
    const key = keyOf(cookie, scheme, pages);
    const draft = drafts.get(key) ?? draftOf(key, cookie, [scheme, pages]);
    const all = new Set([...draft.lines, ...lines]);
    if (all.size > MOST_LINES) {
      room = false;
      continue;
    }
    for (const line of lines) draft.lines.add(line);
    for (const page of pages ?? []) draft.pages?.add(page);
    draft.of.add(cookie);
    drafts.set(key, draft);
  }
  return room;
}

/** Sorts cookies into groups, in the order of the first of each, and names those that no rule can take. */
export function groupsOf(
  cookies: readonly NeverKept[],
  abilities: RuleAbilities,
): { readonly groups: readonly RuleGroup[]; readonly left: readonly Left[] } {
  const drafts = new Map<string, Draft>();
  const left: Left[] = [];
  for (const cookie of cookies) {
    if (pagesOf(cookie)?.length === 0) continue;
    const because = unfit(cookie, abilities) ?? (add(drafts, cookie) ? undefined : 'limit');
    if (because !== undefined) left.push({ cookie, because });
  }
  const groups = [...drafts].map(([key, { first, pages, lines, of }]): RuleGroup => ({
    ...first,
    key,
    pages: pages === null ? null : [...pages].sort(),
    lines: [...lines].sort(),
    of: [...of],
  }));
  return { groups, left };
}
