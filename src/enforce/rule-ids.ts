/** Ids are 32-bit and positive. */
const MOST = 2 ** 31 - 1;

/** The rules that are known by name, each with an id of its own that no cookie's rule has. */
export const GPC_RULE_IDS = { pages: 1, rest: 2 } as const;

/** Ids below are for rules that are known by name. */
const FIRST_HASHED = 101;

/** The lowest: of what several rules append for one name the lowest comes last, and the cookie is gone. */
export const COOKIE_PRIORITY = 1;

/** Rules that change other headers do not meet those of cookies: any priority would do. */
export const GPC_PRIORITY = 2;

/** A number from 101 to 2^31 - 1 that is always the same for the same text: FNV-1a of its UTF-8. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const octet of new TextEncoder().encode(text)) hash = Math.imul(hash ^ octet, 0x01_00_01_93);
  return ((hash >>> 0) % (MOST - FIRST_HASHED + 1)) + FIRST_HASHED;
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
    while (taken.has(id)) id = id === MOST ? FIRST_HASHED : id + 1;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}
