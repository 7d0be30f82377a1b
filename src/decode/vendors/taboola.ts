import type { Vendor } from '../hit/vendor.ts';

/** Taboola. */
export const TABOOLA: Vendor = { id: 'taboola', name: 'Taboola', hosts: [], hits: [] };
