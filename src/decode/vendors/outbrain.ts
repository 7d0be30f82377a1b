import type { Vendor } from '../hit/vendor.ts';

/** Outbrain. */
export const OUTBRAIN: Vendor = { id: 'outbrain', name: 'Outbrain', hosts: [], hits: [] };
