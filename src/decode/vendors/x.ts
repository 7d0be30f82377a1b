import type { Vendor } from '../hit/vendor.ts';

/** X Pixel. */
export const X: Vendor = { id: 'x', name: 'X Pixel', hosts: [], hits: [] };
