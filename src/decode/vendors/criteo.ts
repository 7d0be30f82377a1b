import type { Vendor } from '../hit/vendor.ts';

/** Criteo. */
export const CRITEO: Vendor = { id: 'criteo', name: 'Criteo', hosts: [], hits: [] };
