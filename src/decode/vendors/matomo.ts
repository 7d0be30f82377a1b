import type { Vendor } from '../hit/vendor.ts';

/** Matomo. */
export const MATOMO: Vendor = { id: 'matomo', name: 'Matomo', hosts: [], hits: [] };
