import type { Cookie, CookieChange } from '#core/cookie.ts';
import { type IdentifierKey, identifierKey } from '#core/identifier.ts';
import { type Domain, domainOfHost } from '#core/site.ts';

/** The browser's cookies as they stand, kept up by its changes, by the registrable domain that set them. */
export interface Jar {
  /** Resolves once the jar is as it was before the first change that was told. */
  readonly ready: Promise<void>;
  /** Call as the change is told, before `ready`: the snapshot is then set back to before it. */
  readonly told: (change: CookieChange) => void;
  /** Applies a change, in order. */
  readonly apply: (change: CookieChange) => void;
  readonly ofDomain: (domain: Domain) => Iterable<Cookie>;
  readonly all: () => Iterable<Cookie>;
  readonly has: (key: IdentifierKey) => boolean;
  /** Whether a cookie of that identifier has this very value. */
  readonly holds: (cookie: Pick<Cookie, 'identifier' | 'value'>) => boolean;
  /** Whether a cookie in the jar came with the value that its predecessor had: it was only stored again. */
  readonly isSame: (cookie: Cookie) => boolean;
  /** Whether a cookie was there at that moment (ms since the epoch), for what is told late. */
  readonly bornBy: (key: IdentifierKey, at: number) => boolean;
}

/**
 * Opens the jar. The snapshot arrives after the event that woke us and may already hold what came of it (the cookie that
 * answers a request is not one the request carried), so the changes told meanwhile are first taken back, then applied
 * in their order with everything else.
 */
export function openJar(load: () => Promise<readonly Cookie[]>, now: () => number): Jar {
  const byDomain = new Map<Domain, Map<IdentifierKey, Cookie>>();
  const keys = new Set<IdentifierKey>();
  const tellings = new WeakMap<CookieChange, number>();
  const overwritten = new Map<IdentifierKey, string | null>();
  const same = new WeakSet<Cookie>();
  const born = new Map<IdentifierKey, number>();
  let early: CookieChange[] | null = [];

  const put = (cookie: Cookie): void => {
    const key = identifierKey(cookie.identifier);
    const domain = domainOfHost(cookie.identifier.host);
    const cookies = byDomain.get(domain) ?? new Map<IdentifierKey, Cookie>();
    byDomain.set(domain, cookies.set(key, cookie));
    keys.add(key);
  };
  const heldAs = ({ identifier }: Pick<Cookie, 'identifier'>): Cookie | undefined =>
    byDomain.get(domainOfHost(identifier.host))?.get(identifierKey(identifier));
  const drop = (cookie: Cookie): void => {
    const key = identifierKey(cookie.identifier);
    byDomain.get(domainOfHost(cookie.identifier.host))?.delete(key);
    keys.delete(key);
  };
  const fill = async (): Promise<void> => {
    for (const cookie of await load()) put(cookie);
    for (const change of early?.toReversed() ?? []) (change.removed ? put : drop)(change.cookie);
    early = null;
  };

  return {
    ready: fill(),
    told: (change) => {
      tellings.set(change, now());
      early?.push(change);
    },
    apply: (change) => {
      const { cookie, removed, cause } = change;
      const key = identifierKey(cookie.identifier);
      if (removed && cause !== 'overwrite') born.delete(key);
      if (!removed) {
        const before = heldAs(cookie)?.value ?? overwritten.get(key);
        if (before === cookie.value) same.add(cookie);
        if (!overwritten.delete(key) && !keys.has(key)) born.set(key, tellings.get(change) ?? now());
      }
      // Firefox tells of an overwritten cookie as it is afterwards: what it was, the jar knows.
      if (removed && cause === 'overwrite') overwritten.set(key, heldAs(cookie)?.value ?? null);
      (removed ? drop : put)(cookie);
    },
    ofDomain: (domain) => byDomain.get(domain)?.values() ?? [],
    all: function* () {
      for (const cookies of byDomain.values()) yield* cookies.values();
    },
    has: (key) => keys.has(key),
    holds: (cookie) => heldAs(cookie)?.value === cookie.value,
    isSame: (cookie) => same.has(cookie),
    bornBy: (key, at) => (born.get(key) ?? 0) <= at,
  };
}
