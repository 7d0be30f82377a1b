/**
 * Where a stored value lives. These fields are an identifier's identity; its value is what it held at a time.
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.3 (name, domain, path, host-only)
 * @see https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies (partition key)
 */
export type Identifier = CookieIdentifier | StorageIdentifier;

/** A partition: the top-level site a value is kept apart for, and whether a cross-site frame stood between. */
export interface PartitionKey {
  readonly topLevelSite: string;
  /** Chromium tells it; two cookies may differ in that alone. */
  readonly hasCrossSiteAncestor?: boolean;
}

export interface CookieIdentifier {
  readonly area: 'cookie';
  /** The browser's cookie store: the default one, a container, or the private windows'. */
  readonly store: string;
  readonly partition: PartitionKey | null;
  /** Without a leading dot. */
  readonly host: string;
  /** True where the cookie came without a `Domain` attribute and goes to this very host alone. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly name: string;
}

export type StorageArea = 'local-storage' | 'session-storage' | 'indexed-db';

export interface StorageIdentifier {
  readonly area: StorageArea;
  readonly store: string;
  readonly partition: PartitionKey | null;
  readonly origin: string;
  readonly key: string;
}

/** An identifier's fields as one string: the same for the same identifier, different for any other. */
export type IdentifierKey = string & { readonly __brand: 'IdentifierKey' };

function partitionFields(partition: PartitionKey | null): readonly unknown[] {
  return partition === null ? [] : [partition.topLevelSite, partition.hasCrossSiteAncestor ?? null];
}

/** JSON of the identity's fields in a fixed order: unambiguous whatever characters the names hold. */
export function identifierKey(of: Identifier): IdentifierKey {
  const fields =
    of.area === 'cookie'
      ? [of.area, of.store, partitionFields(of.partition), of.host, of.hostOnly, of.path, of.name]
      : [of.area, of.store, partitionFields(of.partition), of.origin, of.key];
  return JSON.stringify(fields) as IdentifierKey;
}

/** The name a site gave the value: the cookie's name or the storage key. */
export function nameOf(identifier: Identifier): string {
  return identifier.area === 'cookie' ? identifier.name : identifier.key;
}

/** The host that stored the value. */
export function hostOf(identifier: Identifier): string {
  if (identifier.area === 'cookie') return identifier.host;
  return URL.canParse(identifier.origin) ? new URL(identifier.origin).hostname : identifier.origin;
}
