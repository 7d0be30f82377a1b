import type { Vendor } from '../hit/vendor.ts';

/** Pinterest Tag. */
export const PINTEREST: Vendor = { id: 'pinterest', name: 'Pinterest Tag', hosts: [], hits: [] };
