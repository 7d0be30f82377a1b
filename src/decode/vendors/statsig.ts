import type { Vendor } from '../hit/vendor.ts';

/** Statsig. */
export const STATSIG: Vendor = { id: 'statsig', name: 'Statsig', hosts: [], hits: [] };
