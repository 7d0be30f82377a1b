import type { Identifier, PartitionKey } from './identifier.ts';

type Fields = Readonly<Record<string, unknown>>;

function parsePartition(value: unknown): PartitionKey | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object' || value === undefined) return undefined;
  const { topLevelSite, hasCrossSiteAncestor } = value as Fields;
  if (typeof topLevelSite !== 'string') return undefined;
  return typeof hasCrossSiteAncestor === 'boolean' ? { topLevelSite, hasCrossSiteAncestor } : { topLevelSite };
}

/** An identifier as a view sends it or storage holds it; `undefined` for what is none. */
export function parseIdentifier(value: unknown): Identifier | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { area, store, host, hostOnly, path, name, origin, key, partition: kept } = value as Fields;
  const partition = parsePartition(kept);
  if (typeof store !== 'string' || partition === undefined) return undefined;
  switch (area) {
    case 'cookie':
      return typeof host === 'string' &&
        typeof hostOnly === 'boolean' &&
        typeof path === 'string' &&
        typeof name === 'string'
        ? { area, store, partition, host, hostOnly, path, name }
        : undefined;
    case 'local-storage':
    case 'session-storage':
    case 'indexed-db':
      return typeof origin === 'string' && typeof key === 'string'
        ? { area, store, partition, origin, key }
        : undefined;
    default:
      return undefined;
  }
}
