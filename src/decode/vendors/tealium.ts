import type { Vendor } from '../hit/vendor.ts';

/** Tealium. */
export const TEALIUM: Vendor = { id: 'tealium', name: 'Tealium', hosts: [], hits: [] };
