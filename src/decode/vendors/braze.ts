import type { Vendor } from '../hit/vendor.ts';

/** Braze. */
export const BRAZE: Vendor = { id: 'braze', name: 'Braze', hosts: [], hits: [] };
