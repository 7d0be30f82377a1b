import type { Vendor } from '../hit/vendor.ts';

/** Plausible. */
export const PLAUSIBLE: Vendor = { id: 'plausible', name: 'Plausible', hosts: [], hits: [] };
