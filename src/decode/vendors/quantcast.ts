import type { Vendor } from '../hit/vendor.ts';

/** Quantcast. */
export const QUANTCAST: Vendor = { id: 'quantcast', name: 'Quantcast', hosts: [], hits: [] };
