import type { Hit, Reading, VendorName } from '#core/hit.ts';
import { READER } from './read-hit.ts';
import { VENDORS } from './vendors.ts';

/**
 * What requests record, read without a browser: `known-as/decode`. Pure functions over requests as they leave; nothing is
 * stored, fetched or remembered. See docs/decoding.md.
 */
export type {
  Deed,
  Facts,
  Hit,
  HitEvent,
  Item,
  Limit,
  Personal,
  Place,
  Reading,
  Role,
  Said,
  Stream,
  VendorName,
} from '#core/hit.ts';

/** A vendor as people know it, and the hosts that are its own. */
export interface KnownVendor extends VendorName {
  readonly hosts: readonly string[];
}

/** All vendors whose hits are known, by their names. */
export const KNOWN_VENDORS: readonly KnownVendor[] = VENDORS.map(({ id, name, hosts }) => ({ id, name, hosts }));

/**
 * Whether a request is worth reading, by its address alone: cheap enough to ask of every request of a browser. Everything
 * with a body is.
 */
export function mayBeHit(url: string, hasBody: boolean): boolean {
  return READER.mayBeHit(url, hasBody);
}

/** What a request says of a visit, and to whom. Never throws, whatever it is given. */
export function readHit(hit: Hit): Reading {
  return READER.read(hit);
}
