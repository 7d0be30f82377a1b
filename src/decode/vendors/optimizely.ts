import type { Vendor } from '../hit/vendor.ts';

/** Optimizely. */
export const OPTIMIZELY: Vendor = { id: 'optimizely', name: 'Optimizely', hosts: [], hits: [] };
