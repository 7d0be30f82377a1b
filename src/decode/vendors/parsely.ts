import type { Vendor } from '../hit/vendor.ts';

/** Parse.ly. */
export const PARSELY: Vendor = { id: 'parsely', name: 'Parse.ly', hosts: [], hits: [] };
