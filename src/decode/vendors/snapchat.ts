import type { Vendor } from '../hit/vendor.ts';

/** Snap Pixel. */
export const SNAPCHAT: Vendor = { id: 'snapchat', name: 'Snap Pixel', hosts: [], hits: [] };
