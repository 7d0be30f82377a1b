import type { CookieIdentifier } from '#core/identifier.ts';
import { type Domain, domainOf } from '#core/site.ts';

/** A cookie that is never to be kept again. Never one of a private window: rules are kept on disk. */
export interface NeverKept {
  readonly identifier: CookieIdentifier;
  /** Whether it was last seen with `Secure`: such a cookie comes over TLS alone. */
  readonly secure: boolean;
  /**
   * Registrable domains of the pages it is not to be kept under; `null`: under none. Left out, a partitioned cookie is
   * meant under its own partition's page, any other under every page.
   */
  readonly onlyUnder?: readonly Domain[] | null;
}

/** Why no rule can be made of a cookie; what removes cookies after they were stored has to take it. */
export type LeftBecause =
  /** It cannot stand in a header line: it was set by a script, or is of another browser. */
  | 'name'
  /** A host or path that cannot be written into a rule. */
  | 'place'
  /** This browser's rules cannot tell under which page a response came. */
  | 'partition'
  /** There are as many rules, or lines in one rule, as are made. */
  | 'limit';

/** A cookie without a rule. */
export interface Left {
  readonly cookie: NeverKept;
  readonly because: LeftBecause;
}

/** The pages under which a cookie is not to be kept; `null` for every page, `undefined` where that cannot be told. */
export function pagesOf({ identifier, onlyUnder }: NeverKept): readonly Domain[] | null | undefined {
  if (onlyUnder !== undefined) return onlyUnder;
  if (identifier.partition === null) return null;
  const page = domainOf(identifier.partition.topLevelSite);
  return page === undefined ? undefined : [page];
}
