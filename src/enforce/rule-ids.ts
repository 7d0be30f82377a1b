/** Ids are 32-bit and positive. */
const MOST = 2 ** 31 - 1;

/** A number from 1 to 2^31 - 1 that is always the same for the same text: FNV-1a of its UTF-8. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const octet of new TextEncoder().encode(text)) hash = Math.imul(hash ^ octet, 0x01_00_01_93);
  return ((hash >>> 0) % MOST) + 1;
}

/**
 * An id for each key, whatever their order. Of keys with one hash the first by the alphabet has it, and the others the
 * next that are free.
 */
export function idsFor(keys: readonly string[], hash: (text: string) => number = hashOf): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  const taken = new Set<number>();
  for (const key of [...new Set(keys)].sort()) {
    let id = hash(key);
    while (taken.has(id)) id = (id % MOST) + 1;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}
