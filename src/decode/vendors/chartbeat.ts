import type { Vendor } from '../hit/vendor.ts';

/** Chartbeat. */
export const CHARTBEAT: Vendor = { id: 'chartbeat', name: 'Chartbeat', hosts: [], hits: [] };
