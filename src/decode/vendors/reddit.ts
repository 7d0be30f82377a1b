import type { Vendor } from '../hit/vendor.ts';

/** Reddit Pixel. */
export const REDDIT: Vendor = { id: 'reddit', name: 'Reddit Pixel', hosts: [], hits: [] };
