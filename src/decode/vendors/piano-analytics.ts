import type { Vendor } from '../hit/vendor.ts';

/** Piano Analytics. */
export const PIANO_ANALYTICS: Vendor = { id: 'piano-analytics', name: 'Piano Analytics', hosts: [], hits: [] };
