import type { Vendor } from '../hit/vendor.ts';

/** Demandbase. */
export const DEMANDBASE: Vendor = { id: 'demandbase', name: 'Demandbase', hosts: [], hits: [] };
